"""`import clients` says what came and what did not, and changes nothing twice."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from app import settings
from app.domain.client_columns import Column
from tests.cli.calling import Call, Said, behind_its_back

TABLE = """given_names;family_name;birth_date;municipality
Qamar;Invented;1.1.1990;luoto
Qamar;Invented;30.2.1990;luoto
Zelda;Invented;1991;atlantis
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(TABLE, "cp1252")
    return path


def take(call: Call, folder: Path, *words: str | Path, user: str = "demo") -> Said:
    return call("import", "clients", *words, "--data", folder, "--user", user)


def amount(folder: Path) -> int:
    return int(behind_its_back(folder, "select count(*) from client")[0][0])


def test_json_has_each_line_and_a_second_run_changes_nothing(
    folder: Path, table: Path, call: Call
) -> None:
    before = amount(folder)
    for words, new in ((["--dry-run"], 1), ([], 1), ([], 0)):
        said = take(call, folder, table, "--format", "json", *words)
        told: dict[str, Any] = json.loads(said.out)
        assert (said.code, said.err) == (1, "")
        assert (told["dry_run"], told["lines"], told["rest"]) == (bool(words), 3, 0)
        assert told["new"] == new
        assert [one["line"] for one in told["known"]] == [2] * (1 - new)
        assert [(one["line"], one["reason"]) for one in told["not_taken"]] == [
            (3, "cell_not_a_day"),
            (4, "cell_not_on_list"),
        ]
    assert amount(folder) == before + 1


def test_a_table_for_people_and_a_report_for_later(
    folder: Path, table: Path, tmp_path: Path, call: Call
) -> None:
    report = tmp_path / "report.csv"
    said = take(call, folder, table, "--report", report)
    assert said.code == 1
    assert "3  birth_date: no such day." in said.out
    assert "atlantis" not in said.out
    with report.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["Line", "What came", "Client", "Why"]
    assert [(row[0], row[1]) for row in rows] == [
        ("2", "New"),
        ("3", "Not taken"),
        ("4", "Not taken"),
    ]
    assert rows[0][2].isdecimal()
    assert "Qamar" not in report.read_text("utf-8")
    table.write_text(TABLE.split("\n", 2)[0] + "\n" + TABLE.splitlines()[1])
    again = take(call, folder, table)
    assert (again.code, again.out.splitlines()[-1]) == (0, "Nothing has changed.")


def test_help_lists_every_column(call: Call) -> None:
    said = call("import", "clients", "--help")
    assert said.code == 0
    listed = said.out[said.out.index("The first line has headings") :]
    assert [line.partition(":")[0] for line in listed.splitlines()[1:] if line[0] != " "] == list(
        Column
    )
    assert "unemployed_jobseeker" in listed


def test_a_file_that_is_no_table(folder: Path, tmp_path: Path, call: Call) -> None:
    path = tmp_path / "clients.xlsx"
    path.write_bytes(b"PK\3\4broken")
    said = take(call, folder, path)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("clients.xlsx cannot be read as CSV or as a workbook (xlsx).")
    path.write_text("shoe_size\n42\n")
    assert take(call, folder, path).err.startswith("“shoe_size” is no heading")


def test_a_report_that_cannot_be_written_is_told_first(
    folder: Path, table: Path, tmp_path: Path, call: Call
) -> None:
    before = amount(folder)
    said = take(call, folder, table, "--report", tmp_path)
    assert (said.code, amount(folder)) == (1, before)


def test_ended_on_the_way(
    folder: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("given_names\n" + "".join(f"Q{one}ueer\n" for one in "abcd"))

    def interrupted(done: int, _whole: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("app.services.client_import.PART", 2)
        patch.setattr("app.cli.progress.show", interrupted)
        said = take(call, folder, path, "--format", "json")
    assert (said.code, json.loads(said.out)["rest"]) == (1, 2)
    assert said.err.startswith("Stopped after 2 of 4 lines. These are taken in.")
    assert json.loads(take(call, folder, path, "--format", "json").out)["new"] == 2


def test_a_clerk_and_romaniportti_take_nobody_in(
    folder: Path, table: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = settings.read()
    with monkeypatch.context() as patch:
        patch.setattr(settings, "read", lambda: kept._replace(location="romaniportti"))
        said = take(call, folder, table)
    assert (said.code, said.err) == (1, "At this location visitors have no names.\n")
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "clerk")
    said = take(call, folder, table, user="clerk")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Your role does not allow this.")
