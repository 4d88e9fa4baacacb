"""A day's paper list: as many visits as it counts, on its day, at no hour, never twice unseen."""

from datetime import date

import pytest

from app.domain.counting import Breakdown
from app.domain.errors import Refused
from app.domain.visit import Precision, Source
from app.services import tally
from app.services.tally import CELL_MAX, Cells
from app.services.unit import Desk
from app.services.visits import new_id
from app.store import counters
from tests.desks import counting

DAY = date(2026, 11, 20)
CELLS: Cells = {("benefits", "ar"): 3, ("housing", None): 2}


def test_a_list_becomes_visits_of_its_day(desk: Desk) -> None:
    with desk.write() as unit:
        recorded = tally.record(unit, "pietarsaari", DAY, CELLS)
    assert len(recorded) == 5
    assert {(one.source, one.when.precision, one.when.hour) for one in recorded} == {
        (Source.TALLY, Precision.DAY, None)
    }
    with desk.read() as unit:
        assert tally.already(unit, "pietarsaari", DAY) == 5
        stored = counters.stored(unit.connection)
        assert stored.day == counters.counted(counting(unit.connection)).day
    assert stored.day["pietarsaari", DAY, Breakdown.TOPIC, "benefits"] == (3, 3)
    assert stored.day["pietarsaari", DAY, Breakdown.HOUR, "-"] == (5, 5)


@pytest.mark.parametrize("times", [1, 2])
def test_a_list_is_taken_back_whole_and_each_visit_once(desk: Desk, times: int) -> None:
    with desk.write() as unit:
        recorded = tally.record(unit, "pietarsaari", DAY, CELLS)
    with desk.write() as unit:
        tally.take_back(unit, [one.id for one in recorded] * times)
    with desk.read() as unit:
        assert tally.already(unit, "pietarsaari", DAY) == 0
        assert counters.stored(unit.connection).day == {}


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({}, "tally_empty"),
        ({("benefits", None): 0}, "tally_empty"),
        ({("benefits", None): CELL_MAX + 1}, "tally_too_many"),
        ({("benefits", None): -1, ("housing", None): 2}, "tally_too_many"),
        ({("no such topic", None): 1}, "code_unknown"),
    ],
)
def test_a_wrong_list_records_nothing(desk: Desk, cells: Cells, code: str) -> None:
    with pytest.raises(Refused, match=code), desk.write() as unit:
        tally.record(unit, "pietarsaari", DAY, cells)
    with desk.read() as unit:
        assert tally.already(unit, "pietarsaari", DAY) == 0


def test_romaniportti_counts_no_languages(desk: Desk) -> None:
    with pytest.raises(Refused, match="not_asked_here"), desk.write() as unit:
        tally.record(unit, "romaniportti", DAY, CELLS)


def test_the_same_list_recorded_again_counts_once(desk: Desk) -> None:
    first = new_id()
    for _ in range(2):
        with desk.write() as unit:
            recorded = tally.record(unit, "pietarsaari", DAY, CELLS, first)
        assert len({one.id for one in recorded}) == 5
    with desk.read() as unit:
        assert tally.already(unit, "pietarsaari", DAY) == 5
