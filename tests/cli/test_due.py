"""`due` prints the reviews that are due; table, JSON, CSV and calendar say the same."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import vobject  # type: ignore[import-untyped]

from tests.cli.calling import Call, Said, behind_its_back

ON = "2026-11-24"
FIELDS = {"client", "plan", "due", "state", "on_leave", "responsible", "rule"}


def asked(call: Call, folder: Path, form: str, *more: str | Path, user: str = "demo") -> Said:
    where = ("--data", folder, "--user", user)
    return call("due", *where, "--on", ON, "--within", "30", "--format", form, *more)


def listed(call: Call, folder: Path) -> list[dict[str, Any]]:
    said = asked(call, folder, "json")
    assert (said.code, said.err) == (0, "")
    answer: list[dict[str, Any]] = json.loads(said.out)
    return answer


def test_json_has_what_programs_need_soonest_first(folder: Path, call: Call) -> None:
    lines = listed(call, folder)
    assert len(lines) > 5
    assert all(line.keys() == FIELDS for line in lines)
    days = [date.fromisoformat(line["due"]) for line in lines]
    assert days == sorted(days)
    assert days[-1] <= date.fromisoformat(ON) + timedelta(days=30)
    assert {line["state"] for line in lines} <= {"overdue", "today", "soon", "expired"}
    assert {line["rule"] for line in lines} <= {"R-RV-1", "R-RV-5"}


def test_the_table_has_a_line_for_each(folder: Path, call: Call) -> None:
    said = asked(call, folder, "table")
    assert said.out.splitlines()[0].split() == ["Due", "State", "Number", "Name", "Plan", "ends"]
    assert len(said.out.splitlines()) == len(listed(call, folder)) + 1


def test_the_csv_has_the_same_in_the_same_order(folder: Path, call: Call, tmp_path: Path) -> None:
    to = tmp_path / "due.csv"
    said = asked(call, folder, "csv", "--out", to)
    assert (said.code, said.out.strip()) == (0, str(to))
    rows = list(csv.DictReader(io.StringIO(to.read_text("utf-8"))))
    lines = listed(call, folder)
    assert [(row["Due"], row["Rule"]) for row in rows] == [(x["due"], x["rule"]) for x in lines]
    numbers = {
        client: str(number)
        for client, number in behind_its_back(folder, "select id, number from client")
    }
    wanted = [numbers[line["client"].replace("-", "")] for line in lines]
    assert [row["Number"] for row in rows] == wanted


def test_the_calendar_read_back_by_another_library(folder: Path, call: Call) -> None:
    said = asked(call, folder, "ics")
    assert said.code == 0
    events = vobject.readOne(said.out).vevent_list
    lines = listed(call, folder)
    found = [(event.dtstart.value.isoformat(), event.uid.value) for event in events]
    assert found == [(line["due"], f"{line['plan']}@kotoportti") for line in lines]
    assert all(event.valarm.trigger.value == timedelta(days=-14) for event in events)


def test_the_calendar_has_nobodys_name(folder: Path, call: Call) -> None:
    said = asked(call, folder, "ics")
    of_clients = "select family from client_name where length(family) > 3"
    names = {str(name) for (name,) in behind_its_back(folder, of_clients)}
    assert names
    assert not [name for name in names if name in said.out]


def test_names_go_into_a_file_by_a_supervisor_only(
    folder: Path, call: Call, monkeypatch: Any
) -> None:
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "adviser")
    assert asked(call, folder, "ics", user="adviser").code == 0
    said = asked(call, folder, "csv", user="adviser")
    assert (said.code, said.out) == (1, "")
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "clerk")
    assert asked(call, folder, "json", user="clerk").code == 1
