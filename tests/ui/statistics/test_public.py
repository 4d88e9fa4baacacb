"""Public numbers in the window: who sees what, what is hidden, and what stays as it was told."""

import csv
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from app.domain.errors import Refused
from app.domain.figures import Dimension, Question
from app.domain.hidden import Hidden
from app.domain.periods import Grain, Period
from app.domain.public import FACTS
from app.services import visits
from app.services.public_figures import public_figures
from app.services.threshold import set_threshold
from app.store.models import LogRow
from app.store.models.published import PublishedMonthRow
from app.ui.statistics import tab as tab_module
from tests.desks import SetClock, visit
from tests.ui.statistics.conftest import CONTROL, Hands, Opens
from tests.ui.statistics.test_exporting import choose, click, told
from tests.ui.statistics.test_tab import POPUP

ENDED = Period(date(2026, 1, 1), date(2026, 10, 31))


@pytest.fixture
def adviser(opened: Opens) -> Hands:
    """An adviser, who may not see exact numbers."""
    return opened("adviser", internal=False)


def kept(hands: Hands) -> int:
    """How many months of locations have been handed out."""
    with hands.desk.read() as unit:
        return unit.session.scalar(select(func.count()).select_from(PublishedMonthRow)) or 0


def test_an_adviser_sees_the_months_that_have_ended_and_no_way_to_more(adviser: Hands) -> None:
    assert adviser.view.period == ENDED
    assert not adviser.page.pickers.mode.isVisible()
    assert not adviser.page.banner.isVisible()
    assert "stats.mode" not in [action.name for action in adviser.tab.actions()]
    assert list(adviser.page.pickers.kind.segments) == ["month", "quarter", "year"]


def test_a_supervisor_begins_in_public_and_chooses(opened: Opens) -> None:
    hands = opened("supervisor", internal=False)
    assert hands.view.period == ENDED
    hands.press(Qt.Key.Key_I, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert hands.overview.period.last == date(2026, 11, 24)
    assert hands.page.banner.isVisible()
    hands.mode("public")
    assert hands.view.period == ENDED
    assert not hands.page.banner.isVisible()


def test_the_numbers_are_those_of_the_disclosure_step(adviser: Hands) -> None:
    question = Question(ENDED, (Dimension.LOCATION, Dimension.MONTH), adviser.view.locations)
    with adviser.desk.read() as unit:
        figures = public_figures(unit, question)
    found = {line.values: line.visits for line in figures.lines}
    rows = adviser.page.numbers.table.sheet().rows
    for code, row in zip(adviser.view.locations, rows, strict=False):
        for month, cell in enumerate(row.cells[1:-1], start=1):
            assert found.get((code, f"2026-{month:02}"), 0) == cell


def test_marks_are_explained_below_the_numbers(adviser: Hands) -> None:
    note = adviser.page.numbers.note.text()
    assert "<5 = fewer than 5." in note
    assert "•" in note


def test_another_threshold_is_followed_at_once(opened: Opens) -> None:
    hands = opened("supervisor", internal=False)
    hands.runner.write(hands.window, lambda unit: set_threshold(unit, 9))
    assert hands.view.thresholds == {2026: 9, 2025: 9}
    assert "<9 = fewer than 9." in hands.page.numbers.note.text()


def test_hidden_numbers_are_hatched_marked_and_read_out(adviser: Hands) -> None:
    card = adviser.page.topics
    assert card.shown is not None
    assert "hidden" in [key.text for key in card.shown.keys]
    assert ": hidden" in card.chart.accessibleDescription()
    assert any(isinstance(row.cells[-1], Hidden) for row in card.table.sheet().rows)


def test_only_public_breakdowns_are_offered(adviser: Hands) -> None:
    card = adviser.page.breakdown
    assert [entry.code for entry in card.by.entries] == list(FACTS)
    assert not card.against.isVisible()
    card.by.chosen.emit(Dimension.CHANNEL)
    assert adviser.view.dimension is Dimension.CHANNEL
    assert card.heading.text() == "Visits by channel"


def test_a_breakdown_that_is_exact_only_is_left(hands: Hands) -> None:
    hands.page.breakdown.by.chosen.emit(Dimension.INTERPRETER)
    hands.mode("public")
    assert hands.view.dimension is Dimension.LANGUAGE


def test_two_against_each_other_are_left(hands: Hands) -> None:
    hands.page.breakdown.against.chosen.emit(Dimension.CHANNEL)
    hands.mode("public")
    assert hands.page.breakdown.heading.text() == "Visits by language"
    assert not hands.page.breakdown.is_table()


def test_stretches_are_months_quarters_and_years(adviser: Hands) -> None:
    grain = adviser.page.pickers.grain
    assert [entry.code for entry in grain.entries] == [Grain.MONTH, Grain.QUARTER, Grain.YEAR]
    grain.chosen.emit(Grain.QUARTER)
    assert [bar.label for bar in adviser.view.bars][:2] == ["2026-Q1", "2026-Q2"]


def test_the_file_is_public_and_its_numbers_are_kept(adviser: Hands, tmp_path: Path) -> None:
    assert kept(adviser) == 0
    click(adviser, "csv")
    path = tmp_path / "board.csv"
    assert choose(adviser, path) == "kotoportti-2026-01-2026-10.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["internal"] for row in rows} == {"false"}
    assert "primary" in {row["hidden"] for row in rows}
    assert kept(adviser) > 0
    assert told(adviser) == [("Saved board.csv", "")]


def test_a_copy_is_kept_and_on_record(adviser: Hands) -> None:
    adviser.page.topics.chart.setFocus()
    adviser.press(Qt.Key.Key_C, CONTROL)
    text = QApplication.clipboard().text()
    assert text.startswith("Visits by main topic\n")
    assert "internal" not in text
    assert kept(adviser) > 0
    with adviser.desk.read() as unit:
        query = select(LogRow.subject).where(LogRow.action == "statistics.export")
        subjects = unit.session.scalars(query).all()
    assert subjects == ["2026-01-01/2026-10-31 total clipboard table public"]


def correct(hands: Hands, clock: SetClock) -> None:
    """A visit of last month that is recorded only now."""
    clock.forward(days=-30)
    hands.runner.write(hands.window, lambda unit: visits.record(unit, visit()))
    clock.forward(days=30)


@POPUP
def test_what_was_handed_out_stays_until_somebody_decides_otherwise(
    opened: Opens, clock: SetClock
) -> None:
    hands = opened(internal=False)
    hands.page.numbers.copy()
    before = hands.view.visits
    correct(hands, clock)
    hands.tab.read()
    assert hands.view.visits == before
    banner = hands.page.banner
    assert banner.isVisible()
    assert "October 2026" in banner.fact.text()
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert isinstance(before, int)
    assert hands.view.visits == before + 1
    assert not banner.isVisible()


def test_an_adviser_is_told_of_corrections_and_cannot_take_them(
    adviser: Hands, clock: SetClock
) -> None:
    adviser.page.numbers.copy()
    correct(adviser, clock)
    adviser.tab.read()
    assert not adviser.page.banner.isVisible()
    assert "October 2026" in adviser.page.numbers.note.text()


def test_romaniportti_has_no_number_before_the_year_is_whole(adviser: Hands) -> None:
    adviser.location("romaniportti")
    rows = {row.cells[0]: row for row in adviser.page.numbers.table.sheet().rows}
    assert set(rows["Romaniportti"].cells[1:]) == {None}
    assert "yearly total" in adviser.page.numbers.note.text()


def test_exact_numbers_do_not_leave_once_public_ones_are_chosen(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_all: object) -> object:
        raise Refused("server_away")

    monkeypatch.setattr(tab_module, "read_public", away)
    QApplication.clipboard().setText("before")
    hands.mode("public")
    assert hands.overview.period.first == date(2026, 1, 1)
    hands.page.numbers.copy()
    assert QApplication.clipboard().text() == "before"
    assert not hands.tab.exporting.possible
