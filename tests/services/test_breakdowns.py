"""A breakdown, and two against each other: the same numbers as the visits themselves."""

from collections import Counter
from datetime import date

import pytest

from app.domain.errors import Refused
from app.domain.figures import Amount, Dimension
from app.domain.overview import Wish
from app.domain.periods import Period
from app.services.overview import breakdown, cross, rows_since
from app.services.unit import Desk
from tests.kept import FACTS, FIRST_DAY, PORTALS, ROMA, Kept, amount, kept_at

D = Dimension
BY_FACT = [by for by in FACTS if by not in (D.MONTH, D.LOCATION)]


@pytest.fixture
def kept(desk: Desk) -> Kept:
    return kept_at(desk)


@pytest.mark.parametrize("dimension", BY_FACT)
def test_a_breakdown_equals_the_visits(kept: Kept, dimension: Dimension) -> None:
    period = Period(date(2026, 1, 10), date(2026, 8, 20))
    with kept.desk.read() as unit:
        rows = breakdown(unit, Wish(period), dimension)
    found = kept.within(period, PORTALS)
    counted = Counter(value for one in found for value in FACTS[dimension](one))
    assert {row.code: row.amount.visits for row in rows} == counted
    codes = [row.code for row in rows if row.code is not None]
    times = dimension in (D.HOUR, D.WEEKDAY)
    assert codes == sorted(codes, key=lambda code: (code if times else -counted[code], str(code)))
    assert [row.code for row in rows][len(codes) :] in ([], [None])


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (D.TOPIC, D.LANGUAGE),
        (D.ANY_TOPIC, D.OUTCOME),
        (D.WEEKDAY, D.HOUR),
        (D.LANGUAGE, D.MONTH),
        (D.LOCATION, D.TOPIC),
    ],
)
def test_a_cross_equals_the_visits(kept: Kept, rows: Dimension, columns: Dimension) -> None:
    period = Period(date(2025, 12, 10), date(2026, 8, 20))
    with kept.desk.read() as unit:
        found = cross(unit, period, (), rows, columns)
    shown = kept.within(period, (*PORTALS, ROMA) if rows is D.LOCATION else PORTALS)
    counted = Counter(
        (r, c) for one in shown for r in FACTS[rows](one) for c in FACTS[columns](one)
    )
    assert {cell: some.visits for cell, some in found.cells.items()} == counted
    assert set(found.row_codes) == {row for row, _ in counted}
    assert set(found.column_codes) == {column for _, column in counted}
    assert found.whole == amount(kept.within(period, PORTALS))
    if columns is D.MONTH:
        assert list(found.column_codes) == sorted(found.column_codes, key=str)


def test_a_count_of_visits_tells_how_far_it_is_and_can_be_stopped(desk: Desk) -> None:
    three_months = Period(date(2026, 3, 15), date(2026, 5, 10))
    told: list[tuple[int, int]] = []
    with desk.read() as unit:
        cross(unit, three_months, (), D.TOPIC, D.LANGUAGE, lambda *part: told.append(part))
    assert told == [(1, 3), (2, 3), (3, 3)]
    told.clear()
    with desk.read() as unit, pytest.raises(Refused, match="cancelled"):
        cross(
            unit,
            three_months,
            (),
            D.TOPIC,
            D.LANGUAGE,
            lambda *part: told.append(part),
            lambda: len(told) == 2,
        )
    assert told == [(1, 3), (2, 3)]


def test_fifty_years_are_counted_by_quarters(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    fifty_years = Period(date(1980, 1, 1), date(2029, 12, 31))
    with desk.read() as unit:
        found = cross(unit, fifty_years, (), D.TOPIC, D.LANGUAGE, lambda *part: told.append(part))
    assert (found.cells, found.whole, told[-1]) == ({}, Amount(), (200, 200))


def test_rows_are_known_since_the_oldest_visit(kept: Kept) -> None:
    with kept.desk.read() as unit:
        found = rows_since(unit)
    assert found is not None
    assert found <= min(one.when.day for one in kept.counting)
    assert found >= FIRST_DAY.date()
