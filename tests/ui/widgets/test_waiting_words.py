"""Words for those who wait long."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.ui.widgets import waiting_words
from app.ui.widgets.waiting_line import WaitingLine
from app.ui.widgets.waiting_words import LONG_MS, WaitingWords
from tests.ui.conftest import Shown


@pytest.fixture
def panel(shown: Shown) -> QWidget:
    panel = QWidget()
    panel.resize(500, 300)
    return shown(panel)


@pytest.fixture
def said() -> list[str]:
    """What is said; a test may change it."""
    return ["Counting the visits"]


@pytest.fixture
def line(panel: QWidget, said: list[str]) -> WaitingLine:
    return WaitingLine(panel, lambda: said[-1])


@pytest.fixture
def words(line: WaitingLine) -> WaitingWords:
    assert line.words is not None
    return line.words


def test_words_come_after_two_seconds_and_go_with_the_wait(
    line: WaitingLine, words: WaitingWords
) -> None:
    line.start()
    assert words.timer.isActive()
    assert words.timer.interval() == LONG_MS == 2000
    assert not words.isVisible()
    words.timer.timeout.emit()
    assert words.isVisible()
    assert words.words.text() == "Counting the visits"
    line.stop()
    assert not words.isVisible()


def test_a_short_wait_says_nothing(line: WaitingLine, words: WaitingWords) -> None:
    line.start()
    line.stop()
    assert not words.timer.isActive()


def test_asking_again_meanwhile_begins_no_new_wait(line: WaitingLine, words: WaitingWords) -> None:
    line.start()
    words.timer.stop()
    words.timer.timeout.emit()
    line.start()
    assert words.isVisible()
    assert not words.timer.isActive()


def test_they_lie_at_the_foot_and_follow_it(
    panel: QWidget, line: WaitingLine, words: WaitingWords
) -> None:
    line.start()
    words.timer.timeout.emit()
    place = words.geometry()
    assert panel.rect().contains(place)
    assert place.left() == panel.height() - place.bottom() - 1 > 0
    panel.resize(500, 200)
    assert panel.rect().contains(words.geometry())


def test_the_pointer_reaches_what_is_beneath(
    panel: QWidget, line: WaitingLine, words: WaitingWords
) -> None:
    beneath = QPushButton(panel)
    beneath.setGeometry(panel.rect())
    beneath.show()
    line.start()
    words.timer.timeout.emit()
    assert panel.childAt(words.geometry().center()) is beneath
    assert panel.childAt(QPoint(1, 1)) is beneath


def test_they_follow_the_language(line: WaitingLine, words: WaitingWords, said: list[str]) -> None:
    line.start()
    words.timer.timeout.emit()
    said.append("Besöken räknas")
    QApplication.sendEvent(words, QEvent(QEvent.Type.LanguageChange))
    assert words.words.text() == "Besöken räknas"


def test_they_are_announced(
    line: WaitingLine, words: WaitingWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    class Ears:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            heard.append(event.message())

    monkeypatch.setattr(waiting_words, "QAccessible", Ears)
    line.start()
    words.timer.timeout.emit()
    assert heard == ["Counting the visits"]


def test_without_words_there_is_only_the_line(panel: QWidget) -> None:
    line = WaitingLine(panel)
    line.start()
    assert line.words is None
    assert panel.findChild(WaitingWords) is None
