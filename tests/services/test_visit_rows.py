"""Visits one by one: what is in the file, what never is, and who may have it."""

import csv
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.periods import Period
from app.domain.place import Ask
from app.domain.roles import Role
from app.domain.visit import Source
from app.services import places, visit_rows, visits
from app.services.exports import Form
from app.services.lists import read_lists
from app.services.unit import Desk
from app.services.visit_rows import export_rows, rows_file_name
from app.store.models import LogRow
from tests.desks import colleague, visit

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
NOTE = "an invented note"


@pytest.fixture
def recorded(desk: Desk) -> Desk:
    """Three visits that count, one of them at Romaniportti, and a voided one."""
    with desk.write() as unit:
        here = places.location(unit, "pietarsaari")
        places.save_location(unit, replace(here, asks=here.asks | {Ask.NOTE}))
    with desk.write() as unit:
        visits.record(
            unit,
            visit("letter", "housing", language="ar", municipality="pietarsaari", note=NOTE),
        )
        visits.record(unit, visit("benefits", location="kruunupyy", persons=3))
        visits.record(unit, visit("benefits", location="romaniportti"))
        voided = visits.record(unit, visit("permit"))
        visits.void(unit, voided.id, "twice")
    return desk


def from_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_csv_has_codes_and_no_note(recorded: Desk, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    assert export_rows(recorded, NOVEMBER, (), Form.CSV, path) == 2
    rows = from_csv(path)
    assert [row["location"] for row in rows] == ["kruunupyy", "pietarsaari"]
    assert rows[1] == {
        "day": "2026-11-24",
        "hour": "12",
        "location": "pietarsaari",
        "topic_1": "letter",
        "topic_2": "housing",
        "topic_3": "",
        "outcome_1": "",
        "outcome_2": "",
        "outcome_3": "",
        "language": "ar",
        "municipality": "pietarsaari",
        "channel": "walk_in",
        "interpreter": "not_needed",
        "first_visit": "not_asked",
        "persons": "1",
        "source": Source.DESK,
        "internal": "true",
    }
    assert NOTE not in path.read_text("utf-8")


def test_the_workbook_has_names_dates_and_numbers(recorded: Desk, tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    export_rows(recorded, NOVEMBER, ("pietarsaari",), Form.XLSX, path)
    sheet = load_workbook(path).active
    rows = list(sheet.iter_rows(values_only=True))
    with recorded.read() as unit:
        names = read_lists(unit).names
    assert "internal use only" in rows[1][0]
    assert rows[3][:5] == ("Day", "Hour", "Location", "Main topic", "Topic 2")
    assert rows[4][:3] == (
        datetime(2026, 11, 24),
        12,
        names.locations["pietarsaari"].name["en"],
    )
    assert rows[4][-2] == 1
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:P5"
    assert NOTE not in str(rows)


def test_romaniportti_comes_only_when_it_is_named(recorded: Desk, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    assert export_rows(recorded, NOVEMBER, ("romaniportti",), Form.CSV, path) == 1
    assert from_csv(path)[0]["language"] == ""


def test_rows_are_on_record_and_named_internal(recorded: Desk, tmp_path: Path) -> None:
    export_rows(recorded, NOVEMBER, ("kruunupyy",), Form.CSV, tmp_path / "rows.csv")
    with recorded.read() as unit:
        query = select(LogRow.subject).where(LogRow.action == "visits.export")
        subjects = unit.session.scalars(query).all()
    assert subjects == ["2026-11-01/2026-11-30 kruunupyy csv"]
    assert rows_file_name(NOVEMBER, Form.XLSX) == "kotoportti-internal-visits-2026-11.xlsx"


def test_only_those_with_the_right_have_rows(recorded: Desk, tmp_path: Path) -> None:
    adviser = colleague(recorded, "oskar", Role.ADVISER)
    with pytest.raises(Refused, match="no_right"):
        export_rows(adviser, NOVEMBER, (), Form.CSV, tmp_path / "rows.csv")
    assert list(tmp_path.glob("rows*")) == []


def test_more_rows_than_a_sheet_holds_are_refused(
    recorded: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit_rows, "ROWS_MAX", 1)
    with pytest.raises(Refused, match="rows_too_many"):
        export_rows(recorded, NOVEMBER, (), Form.XLSX, tmp_path / "rows.xlsx")
    assert list(tmp_path.glob("*rows*")) == []


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
def test_no_rows_make_a_file_with_its_head(recorded: Desk, tmp_path: Path, form: Form) -> None:
    empty = Period(date(2020, 1, 1), date(2020, 1, 31))
    path = tmp_path / f"rows.{form}"
    assert export_rows(recorded, empty, (), form, path) == 0
    assert path.stat().st_size > 0
