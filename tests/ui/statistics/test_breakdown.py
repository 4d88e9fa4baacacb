"""Any breakdown, alone and against another, with its progress and its end."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.domain.figures import NOT_ADDITIVE, Dimension
from app.ui.run import Run
from app.ui.shell.help_page import HelpPage
from app.ui.statistics import answer, crossing
from app.ui.statistics.breakdown_card import OFFERED
from app.ui.worker import Worker
from tests.ui.statistics.conftest import Hands, Opens, last_number


def numbers(hands: Hands) -> list[int]:
    """The last column of the table of the card."""
    rows = hands.page.breakdown.table.sheet().rows
    return [last_number(row) for row in rows]


# The offscreen platform cannot hold the keyboard for a popup, which every screen can.
@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_another_breakdown_is_chosen_by_keys(hands: Hands) -> None:
    card = hands.page.breakdown
    card.by.setFocus()
    hands.press(Qt.Key.Key_Return)
    menu = card.by.findChild(QMenu)
    assert menu is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert card.heading.text() == "Visits by municipality"
    assert card.chart.accessibleName() == "Visits by municipality"
    assert sum(numbers(hands)) == hands.overview.now.amount.visits


@pytest.mark.parametrize("dimension", OFFERED)
def test_every_breakdown_adds_up_or_says_that_it_does_not(
    hands: Hands, dimension: Dimension
) -> None:
    card, visits = hands.page.breakdown, hands.overview.now.amount.visits
    card.by.chosen.emit(dimension)
    if dimension in NOT_ADDITIVE:
        assert "does not add up" in card.note.text()
        assert sum(numbers(hands)) >= visits
    else:
        assert sum(numbers(hands)) == visits
    assert card.chart.accessibleDescription()


def test_two_against_each_other_are_a_table(hands: Hands) -> None:
    card, visits = hands.page.breakdown, hands.overview.now.amount.visits
    card.against.chosen.emit(Dimension.CHANNEL)
    assert card.heading.text() == "Visits by language and channel"
    assert card.is_table()
    assert not card.link.isVisible()
    assert sum(numbers(hands)) == visits
    assert card.note.text().startswith("Counted from the visits, which are kept from ")
    card.against.chosen.emit("alone")
    assert card.heading.text() == "Visits by language"
    assert not card.is_table()


def test_a_cross_that_counters_hold_says_nothing_of_rows(hands: Hands) -> None:
    card = hands.page.breakdown
    card.by.chosen.emit(Dimension.WEEKDAY)
    card.against.chosen.emit(Dimension.HOUR)
    assert card.note.text() == ""
    assert sum(numbers(hands)) == hands.overview.now.amount.visits


def test_a_cross_follows_the_period(hands: Hands) -> None:
    card = hands.page.breakdown
    card.against.chosen.emit(Dimension.CHANNEL)
    hands.kind("month")
    assert card.heading.text() == "Visits by language and channel"
    assert sum(numbers(hands)) == hands.overview.now.amount.visits


def test_the_same_breakdown_is_not_offered_twice(hands: Hands) -> None:
    card = hands.page.breakdown
    able = {entry.code: entry.able for entry in card.against.entries}
    assert not able[Dimension.LANGUAGE]
    card.against.chosen.emit(Dimension.CHANNEL)
    card.by.chosen.emit(Dimension.CHANNEL)
    assert card.crossed() is None


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Counting tells that it has begun, then waits for this event."""
    go_on = Event()

    def crossed(unit: object, *asked: object) -> answer.Crossed:
        run = asked[-1]
        assert isinstance(run, Run)
        run.tell(1, 3)
        assert go_on.wait(10)
        return answer.read_crossed(unit, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr(crossing, "read_crossed", crossed)
    return go_on


def test_counting_shows_how_far_it_is_and_can_be_ended(
    qtbot: QtBot, opened: Opens, slow: Event
) -> None:
    worker = Worker()
    hands = opened("demo", worker)
    qtbot.waitUntil(lambda: worker.resting)
    card = hands.page.breakdown
    before = card.table.sheet()
    card.against.chosen.emit(Dimension.CHANNEL)
    qtbot.waitUntil(card.line.isVisible)
    assert (card.line.bar.value(), card.line.bar.maximum()) == (1, 3)
    assert card.table.sheet() == before
    card.line.cancel.setFocus()
    hands.press(Qt.Key.Key_Escape)
    assert not card.line.isVisible()
    assert card.crossed() is None
    slow.set()
    qtbot.waitUntil(lambda: worker.resting)
    assert card.table.sheet() == before
    assert hands.window.trouble.refused is None
    worker.finish()


def test_counting_ends_with_the_table(qtbot: QtBot, opened: Opens, slow: Event) -> None:
    worker = Worker()
    hands = opened("demo", worker)
    qtbot.waitUntil(lambda: worker.resting)
    card = hands.page.breakdown
    slow.set()
    card.against.chosen.emit(Dimension.CHANNEL)
    qtbot.waitUntil(lambda: worker.resting)
    assert not card.line.isVisible()
    assert sum(numbers(hands)) == hands.overview.now.amount.visits
    worker.finish()


def test_help_explains_the_figures(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F1)
    page = hands.window.findChild(HelpPage)
    assert page is not None
    text = page.text.toPlainText()
    assert "Romaniportti is a line of its own" in text
    assert "Ctrl ←" in text
    page.close()


def test_the_copied_cross_says_that_it_is_internal(hands: Hands) -> None:
    card = hands.page.breakdown
    card.against.chosen.emit(Dimension.CHANNEL)
    card.copy_table()
    assert "For internal use only" in QApplication.clipboard().text()
