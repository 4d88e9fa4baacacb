"""A saved report is asked again under its name, and its days go with the calendar."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.errors import Refused
from app.domain.figures import Dimension
from app.domain.periods import Period
from app.domain.presets import Preset
from app.domain.roles import Role
from app.domain.saved_report import SavedReport, checked_name
from app.services.saved_reports import forget_report, save_report, saved_report, saved_reports
from app.services.unit import Desk
from tests.desks import colleague

BOARD = SavedReport(
    "Board", Preset.LAST_MONTH, (Dimension.LOCATION, Dimension.TOPIC), ("kruunupyy",), "xlsx"
)
FIXED = SavedReport("a year", Period(date(2025, 1, 1), date(2025, 12, 31)))


def save(desk: Desk, *reports: SavedReport) -> None:
    for report in reports:
        with desk.write() as unit:
            save_report(unit, report)


def kept(desk: Desk) -> list[SavedReport]:
    with desk.read() as unit:
        return saved_reports(unit)


def test_reports_come_back_as_they_were_saved(desk: Desk) -> None:
    save(desk, BOARD, FIXED)
    assert kept(desk) == [FIXED, BOARD]


def test_a_name_stands_for_the_last_that_was_saved_so(desk: Desk) -> None:
    later = SavedReport("Board", Preset.THIS_YEAR)
    save(desk, BOARD, later)
    assert kept(desk) == [later]


def test_a_report_can_be_taken_away(desk: Desk) -> None:
    save(desk, BOARD, FIXED)
    with desk.write() as unit:
        forget_report(unit, "Board")
    assert kept(desk) == [FIXED]
    with desk.read() as unit, pytest.raises(Refused, match="report_unknown"):
        saved_report(unit, "Board")


def test_an_adviser_runs_reports_and_takes_none_away(desk: Desk) -> None:
    save(desk, BOARD)
    adviser = colleague(desk, "elin", Role.ADVISER)
    assert kept(adviser) == [BOARD]
    with adviser.write() as unit, pytest.raises(Refused, match="no_right"):
        forget_report(unit, "Board")
    assert kept(desk) == [BOARD]


def test_a_public_report_of_this_year_is_of_the_months_that_have_ended() -> None:
    public = SavedReport("Board", Preset.THIS_YEAR)
    today = date(2026, 11, 24)
    assert public.question(today).period == Period(date(2026, 1, 1), date(2026, 10, 31))
    exact = replace(public, internal=True)
    assert exact.question(today).period == Period(date(2026, 1, 1), date(2026, 12, 31))
    assert FIXED.question(today).period == FIXED.days


def test_a_supervisor_saves_and_a_clerk_does_not(desk: Desk) -> None:
    save(colleague(desk, "aino", Role.SUPERVISOR), BOARD)
    clerk = colleague(desk, "oskar", Role.CLERK)
    for work in (lambda: save(clerk, FIXED), lambda: kept(clerk)):
        with pytest.raises(Refused, match="no_right"):
            work()
    assert kept(desk) == [BOARD]


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 24), date(2026, 10, 1), date(2026, 10, 31)),
        (date(2027, 1, 1), date(2026, 12, 1), date(2026, 12, 31)),
        (date(2028, 3, 31), date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_last_month_is_the_one_before_the_day_it_runs(today: date, first: date, last: date) -> None:
    assert BOARD.question(today).period == Period(first, last)
    assert FIXED.question(today).period == FIXED.days


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("  ", "name_missing"),
        ("x" * 31, "name_too_long"),
        ("1/2026", "report_name_signs"),
        ("..\\up", "report_name_signs"),
        ("..", "report_name_signs"),
    ],
)
def test_a_name_that_no_file_could_have(desk: Desk, name: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        save(desk, SavedReport(name, Preset.LAST_MONTH))
    assert kept(desk) == []


def test_a_name_is_one_clean_line(desk: Desk) -> None:
    assert checked_name(" Tammi \n raportti ") == "Tammi raportti"
    save(desk, SavedReport(" Tammi \n raportti ", Preset.LAST_MONTH))
    assert [one.name for one in kept(desk)] == ["Tammi raportti"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"locations": ("vaasa",)}, "location_unknown"),
        ({"by": (Dimension.DAY, Dimension.MONTH)}, "one_grain"),
    ],
)
def test_what_could_not_be_asked_is_not_saved(
    desk: Desk, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused, match=code):
        save(desk, SavedReport("Board", Preset.LAST_MONTH, **changes))
    assert kept(desk) == []
