from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.counting import (
    NOT_STATED,
    Breakdown,
    day_cells,
    hour_value,
    month_cells,
    weekday_hour_value,
)
from app.domain.visit import Facts, Source
from tests.shapes import days, facts, sources

MANY = {Breakdown.TOPIC, Breakdown.OUTCOME}
EXCLUSIVE = set(Breakdown) - MANY
hours = st.none() | st.integers(0, 23)


@given(facts(), sources(), days(), hours)
def test_a_visit_counts_once_in_every_exclusive_breakdown(
    counted: Facts, source: Source, day: date, hour: int | None
) -> None:
    by_day = Counter(breakdown for breakdown, _ in day_cells(counted, source, hour))
    by_month = Counter(breakdown for breakdown, _ in month_cells(counted, source, day, hour))
    assert {one for one in by_day if one not in MANY} == EXCLUSIVE - {Breakdown.WEEKDAY_HOUR}
    assert {one for one in by_month if one not in MANY} == EXCLUSIVE - {Breakdown.HOUR}
    assert all(by_day[one] <= 1 and by_month[one] <= 1 for one in EXCLUSIVE)


@given(facts(), sources(), hours)
def test_no_cell_counts_a_visit_twice(counted: Facts, source: Source, hour: int | None) -> None:
    cells = list(day_cells(counted, source, hour))
    assert len(set(cells)) == len(cells)
    assert all(value for breakdown, value in cells if breakdown is not Breakdown.TOTAL)


@given(facts(), sources())
def test_each_topic_counts_and_the_first_is_main(counted: Facts, source: Source) -> None:
    cells = list(day_cells(counted, source, 9))
    assert [value for one, value in cells if one is Breakdown.TOPIC] == list(counted.topics)
    assert (Breakdown.MAIN_TOPIC, counted.topics[0]) in cells


def test_what_was_not_said_counts_as_not_stated() -> None:
    cells = set(day_cells(Facts(("benefits",)), Source.TALLY, None))
    unsaid = (Breakdown.LANGUAGE, Breakdown.MUNICIPALITY, Breakdown.OUTCOME, Breakdown.HOUR)
    assert {(one, NOT_STATED) for one in unsaid} <= cells


def test_hours_are_written_so_that_they_sort() -> None:
    assert [hour_value(hour) for hour in (None, 0, 9, 23)] == ["-", "00", "09", "23"]
    tuesday = date(2026, 11, 24)
    assert weekday_hour_value(tuesday, 9) == "1-09"
    assert weekday_hour_value(tuesday, None) == "1--"
