"""Every page in every language and at twice the text size."""

import gettext
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from app import localization, settings
from app.domain.errors import Refused
from app.localization import Words
from app.ui.sign_in.code_page import CodePage
from app.ui.sign_in.open_page import OpenPage
from app.ui.sign_in.server_page import ServerPage
from app.ui.sign_in.window import SignInWindow
from app.ui.theme import Theme
from app.ui.widgets.button import Button, Link
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.label import Label
from app.ui.widgets.segments import Segment
from tests.ui.sign_in.hands import Opening

BUTTONS: tuple[type[QAbstractButton], ...] = (Button, Link, QCheckBox)
PAGES = ("choose", "sign_in", "new_file", "server", "open", "recover", "help")


class Marked(gettext.NullTranslations):
    """Shows which words came through it."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return f"«{one if n == 1 else many}»"

    def pgettext(self, context: str, message: str) -> str:
        return f"«{message}»"


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Swedish is English between marks."""
    real = localization.words("en")
    marked = Words("sv", Marked())
    monkeypatch.setattr(localization, "words", lambda code: marked if code == "sv" else real)


def at(window: SignInWindow, name: str) -> QWidget:
    """The page `name`, everything on it in view."""
    if name == "code":
        window._show_code(None, "-".join(["ABCD"] * 8), window.place, "")  # type: ignore[arg-type]
    elif window._trail != [name]:
        window.go(name)
    page = window.page()
    if isinstance(page, ServerPage):
        page.empty.setChecked(True)
    if isinstance(page, OpenPage):
        page.kind.segments["backup"].click()
    if isinstance(page, CodePage):
        page.may_close()
    return page


def texts(page: QWidget) -> Iterator[str]:
    """What is read or read out on the page, but what people have typed and proper names."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, Segment):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if not isinstance(widget, Segment):
            yield widget.accessibleName()
            yield widget.accessibleDescription()
        if not isinstance(widget, Segment | ElidedLabel):
            yield widget.toolTip()


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("name", [*PAGES, "code"])
def test_every_text_changes_with_the_language(opened: Opening, name: str) -> None:
    window = opened()
    page = at(window, name)
    window.page().languages.segments["sv"].click()
    plain = {"A B C D", "ABCD"}
    spoken = [text for text in texts(page) if text and text not in plain]
    assert spoken
    assert [text for text in spoken if "«" not in text] == []
    assert settings.read().language == "sv"
    window.page().languages.segments["en"].click()
    assert [text for text in texts(page) if "«" in text] == []


@pytest.mark.usefixtures("marked")
def test_a_sentence_on_the_page_changes_with_the_language(opened: Opening) -> None:
    window = opened()
    page = window.page()
    page.refuse(Refused("file_damaged"))
    page.submit.wait(Refused("sign_in_wait", seconds=3))
    page.languages.segments["sv"].click()
    assert page.notice.banner.fact.text().startswith("«This file is no database")
    assert page.submit.text() == "«Try again in 3 seconds»"


def test_locations_are_named_in_the_language(opened: Opening) -> None:
    window = opened()
    page = at(window, "sign_in")
    window.page().languages.segments["sv"].click()
    choice = page.findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == "Integrationsporten Kronoby"


@pytest.mark.parametrize("name", [*PAGES, "code"])
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_sideways(opened: Opening, theme: Theme, name: str, size: int) -> None:
    theme.set_text_size(size)
    window = opened()
    page = at(window, name)
    window.resize(min(1366, theme.chars(70 if name == "sign_in" else 91)), 688)
    QApplication.sendPostedEvents()
    buttons = [part for kind in BUTTONS for part in page.findChildren(kind)]
    labels = [part for part in page.findChildren(Label) if not isinstance(part, ElidedLabel)]
    parts: list[QAbstractButton | QLabel] = [*buttons, *labels]
    parts = [part for part in parts if part.isVisible()]
    cut = [
        part.text()
        for part in parts
        if part.width() < part.minimumSizeHint().width()
        or part.mapTo(window, part.rect().topRight()).x() >= window.width()
    ]
    assert parts
    assert cut == []


@pytest.mark.parametrize("name", [*PAGES, "code"])
def test_tab_goes_in_the_order_of_reading(opened: Opening, name: str) -> None:
    window = opened()
    page = at(window, name)
    window.resize(700, 900)
    QApplication.sendPostedEvents()
    first = page.findChildren(Segment)[0]
    first.setFocus()
    seen: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in seen:
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert len(seen) > 1
    middles = [widget.mapTo(window, widget.rect().center()) for widget in seen]
    for one, other in pairwise(middles):
        beside = abs(other.y() - one.y()) < window.fontMetrics().height()
        assert other.x() > one.x() if beside else other.y() > one.y()
