"""Cells of tables as people and programs read them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.sheet import InTime, Sheet, SheetRow, written
from app.documents.statistics.account import file_stem
from app.documents.statistics.period_names import time_name
from app.domain.hidden import Hidden
from app.domain.periods import Grain, Period, label, stretch_of


@given(st.sampled_from(Grain), st.dates(date(1, 1, 8), date(9999, 12, 24)))
def test_a_stretch_is_found_by_its_label(grain: Grain, day: date) -> None:
    found = stretch_of(grain, label(grain, day))
    assert found.first <= day <= found.last
    assert {label(grain, found.first), label(grain, found.last)} == {label(grain, day)}


@pytest.mark.parametrize(
    ("grain", "named", "said"),
    [
        (Grain.DAY, "2026-11-24", "Tue 24.11.2026"),
        (Grain.WEEK, "2026-W48", "week 48 (23.11.–29.11.2026)"),
        (Grain.MONTH, "2026-11", "November 2026"),
        (Grain.QUARTER, "2026-Q4", "quarter 4 of 2026"),
        (Grain.YEAR, "2026", "2026"),
    ],
)
def test_a_stretch_has_a_name(grain: Grain, named: str, said: str) -> None:
    period = stretch_of(grain, named)
    cell = InTime(grain, period, time_name(grain, period))
    assert written(cell) == said
    assert Sheet(("Time",), (SheetRow((cell,)),)).as_text() == f"Time\n{said}\n"


def test_a_hidden_number_is_its_mark() -> None:
    assert written(Hidden(small=True, least=1, most=4)) == "<5"
    assert written(Hidden(small=False, least=5, most=None)) == "\N{BULLET}"
    assert written(Hidden(small=False, least=5, most=9)) == "\N{BULLET}"


def test_a_sum_of_which_little_is_hidden_says_between_which_numbers_it_lies() -> None:
    assert written(Hidden(small=True, least=16, most=19)) == "16\N{EN DASH}19"
    assert written(Hidden(small=False, least=300, most=330)) == "300\N{EN DASH}330"
    assert written(Hidden(small=False, least=300, most=331)) == "\N{BULLET}"


def test_the_stem_of_a_public_file_does_not_say_internal() -> None:
    period = Period(date(2026, 1, 1), date(2026, 6, 30))
    assert file_stem(period, internal=False) == "kotoportti-2026-01-2026-06"
    assert file_stem(period, internal=True, part="Board") == (
        "kotoportti-internal-Board-2026-01-2026-06"
    )
