"""The databases that are measured hold what the program itself would have written."""

from pathlib import Path

from app.services.checking import check
from app.store import counters
from tests.bench.filled import filled_desk

VISITS = 300


def test_visits_in_bulk_are_in_order_and_as_many_as_asked_for(tmp_path: Path) -> None:
    desk = filled_desk(tmp_path / "data", VISITS)
    found = check(desk)
    desk.store.close()
    assert found.contents is not None
    assert (found.in_order, found.contents.counts.visits) == (True, VISITS)


def test_counters_without_rows_are_those_of_the_rows(tmp_path: Path) -> None:
    stored = []
    for rows in (True, False):
        desk = filled_desk(tmp_path / str(rows), VISITS, rows=rows)
        with desk.read() as unit:
            stored.append(counters.stored(unit.connection))
        desk.store.close()
    assert (stored[0].day, stored[0].month) == (stored[1].day, stored[1].month)
