import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.services.unit import Changes
from app.ui.language import switch
from app.ui.runner import Runner
from app.ui.shell.about import About
from app.ui.shell.help_page import HelpPage
from app.ui.shell.window import MainWindow
from app.ui.tab import Badge
from tests.ui.shell.fakes import FakeTab, press, speak_invented, texts

# Names and signs that are the same in every language, and the fake tab's own words.
NAMES = {"SV", "EN", "Kotoportti", "button", "F10", "Ctrl K", "F12"}


def everything(window: MainWindow, tab: FakeTab, runner: Runner) -> None:
    """Every part of the window that has something to say says it."""
    window.frame.banners.show_demo(True)
    window.trouble.tell(Refused("disk_full"))
    window.show_fault("fault.txt")
    tab.badge.emit(Badge(3))
    runner.changed.emit(Changes.VISITS, window)
    window.trouble.tell(Refused("disk_full"))


def marked(message: str) -> str:
    """A mark at the start of every sentence, since a banner shows them apart."""
    return "‹" + message.replace(". ", ". ‹")


def spoken_anew(shown: set[str], window: MainWindow) -> set[str]:
    """What was not said in the new language."""
    place = set(window.location.name.values())
    return {text for text in shown if "‹" not in text} - NAMES - place


def test_every_text_of_the_window_follows_the_language(
    window: MainWindow, tab: FakeTab, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything(window, tab, runner)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    speak_invented(monkeypatch, marked)
    switch("sv")
    assert spoken_anew(texts(window.frame), window) == set()
    bar = window.frame.header.tabs
    assert [bar.tabText(i) for i in range(bar.count())] == [
        "‹Check-in",
        "‹Clients",
        "‹Statistics",
    ]


def test_every_text_of_the_curtain_follows_the_language(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_A)
    speak_invented(monkeypatch, marked)
    switch("sv")
    assert spoken_anew(texts(window.curtain), window) == {"12.00"}


@pytest.mark.parametrize(
    ("action", "kind"), [("help", HelpPage), ("about", About)], ids=["help", "about"]
)
def test_every_text_of_a_dialog_follows_the_language(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, action: str, kind: type[QDialog]
) -> None:
    window.frame.table.named(action).run()
    dialog = window.findChild(kind)
    assert dialog is not None
    speak_invented(monkeypatch, marked)
    switch("sv")
    assert spoken_anew(texts(dialog), window) == set()
    assert dialog.windowTitle().startswith("‹")
    if isinstance(dialog, HelpPage):
        page = dialog.text.toPlainText()
        assert "‹Count sheep" in page
        assert "‹Keys everywhere" in page
    dialog.close()


def twice(message: str) -> str:
    return f"{message} {message}"


@pytest.mark.parametrize("size", [100, 200])
def test_words_twice_as_long_still_fit(
    qtbot: QtBot,
    window: MainWindow,
    tab: FakeTab,
    runner: Runner,
    monkeypatch: pytest.MonkeyPatch,
    size: int,
) -> None:
    everything(window, tab, runner)
    window.frame.table.named(f"text_size_{size}").run()
    speak_invented(monkeypatch, twice)
    switch("fi")
    frame = window.frame
    assert window.width() == 1366

    def inside() -> bool:
        menu, line = frame.header.menu_button, frame.line
        return menu.geometry().right() < frame.header.width() and (
            line.saved.geometry().right() < line.width()
        )

    qtbot.waitUntil(inside)
    for name in ("help", "about"):
        frame.table.named(name).run()
    for dialog in window.findChildren(QDialog):
        assert dialog.isVisible()
        dialog.close()


def test_qt_speaks_the_language_too(window: MainWindow) -> None:
    def undo() -> str:
        return QApplication.translate("QWidgetTextControl", "&Undo")

    english = undo()
    switch("fi")
    finnish = undo()
    switch("sv")
    assert len({english, finnish, undo()}) == 3
    switch("en")
    assert undo() == english
