"""The theme in use: modes, measures, fonts, icons and the style sheet."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import paths
from app.ui.theme import DARK, LIGHT, Theme, active, install
from app.ui.theme.theme import TEXT_SIZES
from app.ui.theme.type import ROLES


def test_dark_and_light_reach_the_palette(qapp: QApplication, theme: Theme) -> None:
    theme.set_mode("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    theme.set_mode("light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)


def _system_turns(dark: bool, qapp: QApplication, patch: pytest.MonkeyPatch) -> None:
    patch.setattr("app.ui.theme.theme.system_is_dark", lambda: dark)
    scheme = Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
    qapp.styleHints().colorSchemeChanged.emit(scheme)


def test_system_follows_the_system(
    qapp: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.set_mode("system")
    _system_turns(True, qapp, monkeypatch)
    assert theme.tokens is DARK
    _system_turns(False, qapp, monkeypatch)
    assert theme.tokens is LIGHT


def test_a_chosen_mode_does_not_follow_the_system(
    qapp: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    _system_turns(True, qapp, monkeypatch)
    assert theme.tokens is LIGHT


def test_there_is_one_theme(qapp: QApplication, theme: Theme) -> None:
    assert install(qapp, "dark", 125) is theme is active()
    assert (theme.tokens, theme.text_size) == (DARK, 125)


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_all_measures_follow_the_text_size(theme: Theme, percent: int) -> None:
    usual = QFont(theme.font("body"))
    theme.set_text_size(percent)
    assert theme.font("body").pointSizeF() == pytest.approx(usual.pointSizeF() * percent / 100)
    assert theme.u == QFontMetricsF(theme.font("body")).height()
    assert theme.space(8) == round(8 * percent / 100)


@pytest.mark.parametrize("percent", TEXT_SIZES)
@pytest.mark.parametrize("role", ROLES)
def test_no_text_is_smaller_than_eleven_pixels(theme: Theme, role: str, percent: int) -> None:
    theme.set_text_size(percent)
    assert theme.font(role).pointSizeF() * 96 / 72 >= 11


def test_titles_are_larger_and_strong(theme: Theme) -> None:
    sizes = [theme.font(r).pointSizeF() for r in ("help", "body", "title", "name", "figure")]
    assert sizes == sorted(sizes)
    assert theme.font("title").weight() == QFont.Weight.DemiBold
    assert theme.font("body").weight() == QFont.Weight.Normal


def test_a_label_takes_size_and_colour_from_its_role(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("Name")
    qtbot.addWidget(label)
    label.setProperty("role", "name")
    label.setProperty("tone", "danger")
    label.ensurePolished()
    assert label.font().pointSizeF() == pytest.approx(theme.font("name").pointSizeF(), abs=0.01)
    assert label.palette().color(label.foregroundRole()) == theme.color("danger")


def _colours(image: QImage) -> set[str]:
    dots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {dot.name().upper() for dot in dots if dot.alpha() == 255}


def test_an_icon_is_drawn_in_the_colour_asked_for(theme: Theme) -> None:
    picture = theme.pixmap("check", "danger", 32)
    assert _colours(picture.toImage()) == {LIGHT.danger}


def test_an_icon_is_drawn_at_the_pixels_of_the_screen(theme: Theme) -> None:
    picture = theme.pixmap("check", "dim", 20, 2.0)
    assert (picture.width(), picture.deviceIndependentSize().width()) == (40, 20)


@pytest.mark.parametrize(
    "name", sorted(file.stem for file in paths.resource("icons").glob("*.svg"))
)
def test_every_icon_can_be_drawn(theme: Theme, name: str) -> None:
    picture = theme.pixmap(name, "accent", 48)
    assert (picture.width(), picture.height()) == (48, 48)
    assert _colours(picture.toImage()) >= {LIGHT.accent}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_style_sheet_is_filled_and_understood(
    qapp: QApplication, theme: Theme, mode: str
) -> None:
    """A sheet that Qt cannot parse is a Qt warning, and that fails the test."""
    theme.set_mode("dark" if mode == "dark" else "light")
    assert "$" not in qapp.styleSheet()


@pytest.mark.skipif(sys.platform != "linux", reason="fonts are taken away through fontconfig")
def test_a_system_without_fonts_gets_ours(tmp_path: Path) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text("<fontconfig></fontconfig>")
    code = (
        "from PySide6.QtGui import QFontInfo\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from app.ui.theme import install\n"
        "theme = install(QApplication([]), 'light', 100)\n"
        "print(*(QFontInfo(theme.font(role)).family() for role in ('body', 'title')), sep=';')\n"
    )
    environment = os.environ | {"FONTCONFIG_FILE": str(bare)}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert run.stdout.strip() == "Noto Sans;Noto Sans"


def test_the_theme_needs_only_three_modules_of_qt() -> None:
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from app.ui.theme import install\n"
        "install(QApplication([]), 'dark', 100).icon('search')\n"
        "print(*sorted(m for m in sys.modules if m.startswith('PySide6.Qt')))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"]
