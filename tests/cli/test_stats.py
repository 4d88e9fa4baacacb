"""`stats` prints the same numbers in each form, and nothing but what was asked."""

import csv
import io
import json
import os
from collections import Counter
from pathlib import Path

import pytest

from app.cli.main import main
from app.domain.roles import Role
from app.services import visits
from app.services.unit import Desk
from tests.desks import FIRST, SetClock, colleague, file_desk, visit

IN_OCTOBER = ["--from", "2026-10-01", "--to", "2026-10-31"]


@pytest.fixture
def counted(tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A file with five visits, one of them at Romaniportti, and a clerk."""
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", FIRST.password)
    desk = file_desk(tmp_path / "data", clock)
    with desk.write() as unit:
        for topic, location, persons in (
            ("letter", "pietarsaari", 1),
            ("letter", "pietarsaari", 2),
            ("housing", "pietarsaari", 1),
            ("letter", "kruunupyy", 4),
            ("letter", "romaniportti", 3),
        ):
            visits.record(unit, visit(topic, location=location, persons=persons))
    colleague(desk, "oskar", Role.CLERK)
    desk.store.close()
    return desk


def stats(tmp_path: Path, *words: str, user: str = FIRST.login) -> int:
    place = ["--data", str(tmp_path / "data"), "--user", user, "--language", "en"]
    return main(["stats", *place, "--from", "2026-11-01", "--to", "2026-11-30", *words])


@pytest.mark.usefixtures("counted")
def test_json_adds_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--by", "location,month", "--internal", "--format", "json")
    assert stats(tmp_path, *words) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer == {
        "from": "2026-11-01",
        "to": "2026-11-30",
        "internal": True,
        "adds_up": True,
        "rows": [
            {"location": "pietarsaari", "month": "2026-11", "visits": 3, "persons": 4},
            {"location": "kruunupyy", "month": "2026-11", "visits": 1, "persons": 4},
            {"location": "romaniportti", "month": "2026-11", "visits": 1, "persons": 3},
        ],
        "total": {"visits": 4, "persons": 8, "romaniportti": {"visits": 1, "persons": 3}},
    }
    assert stats(tmp_path, "--by", "month", "--internal", "--format", "json") == 0
    months = json.loads(capsys.readouterr().out)["rows"]
    assert months == [{"month": "2026-11", "visits": 4, "persons": 8}]


@pytest.mark.usefixtures("counted")
def test_csv_and_json_agree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--by", "location,topic,language", "--internal", "--format")
    assert stats(tmp_path, *words, "json") == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    target = tmp_path / "figures.csv"
    assert stats(tmp_path, *words, "csv", "--out", str(target)) == 0
    assert capsys.readouterr().out == ""
    read = list(csv.DictReader(io.StringIO(target.read_text())))
    assert {row.pop("internal") for row in read} == {"true"}
    assert read == [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in rows
    ]


@pytest.mark.usefixtures("counted")
def test_people_get_a_table_with_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stats(tmp_path, "--by", "location,weekday,any_topic", "--internal") == 0
    said = capsys.readouterr().out
    words = Counter(said.split())
    assert words["Tue"] == 4
    for text in (
        "internal use only",
        "Integration Portal Kronoby",
        "The three portals",
        "do not add up",
    ):
        assert text in said


@pytest.mark.usefixtures("counted")
def test_locations_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ("--location", "kruunupyy", "--location", "uusikaarlepyy")
    assert stats(tmp_path, *chosen, "--internal", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["total"] == {"visits": 1, "persons": 4}


@pytest.mark.usefixtures("counted")
def test_every_hand_out_is_on_record(
    tmp_path: Path, counted: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stats(tmp_path, "--by", "topic", "--internal", "--format", "csv") == 0
    capsys.readouterr()
    from sqlalchemy import select

    from app.store.models import LogRow

    with counted.read() as unit:
        kept = unit.session.scalars(select(LogRow.subject).where(LogRow.action.like("statist%")))
        assert list(kept) == ["2026-11-01/2026-11-30 topic csv internal"]


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize(
    ("words", "user", "code", "said"),
    [
        (["--internal"], "oskar", 1, "role does not allow"),
        (["--internal", "--location", "vaasa"], FIRST.login, 1, "not a portal location"),
        (["--internal", "--to", "2026-10-01"], FIRST.login, 1, "before it begins on 1.11.2026"),
        (["--internal", "--by", "day,month"], FIRST.login, 1, "not several"),
        (["--internal", "--by", "age"], FIRST.login, 2, "is not of: location"),
        (["--internal", "--from", "1.11.2026"], FIRST.login, 2, "is not a day"),
        ([], FIRST.login, 1, "until 31.10.2026"),
        (["--to", "2026-11-10"], FIRST.login, 1, "whole calendar months"),
        (["--public", *IN_OCTOBER, "--by", "location,day"], FIRST.login, 1, "by one of: topic"),
        ([*IN_OCTOBER, "--by", "topic,language"], FIRST.login, 1, "by one of: topic"),
        ([*IN_OCTOBER, "--by", "weekday"], FIRST.login, 1, "by one of: topic"),
        (IN_OCTOBER, "oskar", 1, "role does not allow"),
        (["rows", "--format", "csv"], FIRST.login, 1, "internal use only"),
        (["--public", "--internal"], FIRST.login, 2, "not allowed with"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    user: str,
    code: int,
    said: str,
) -> None:
    if user == "oskar":
        monkeypatch.setenv("KOTOPORTTI_PASSWORD", "invented word")
    assert stats(tmp_path, *words, user=user) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err


@pytest.mark.usefixtures("counted")
def test_no_half_file_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "nowhere" / "figures.csv"
    assert stats(tmp_path, "--internal", "--format", "csv", "--out", str(target)) == 1
    assert not target.parent.exists()
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize("form", ["xlsx", "pdf", "csv", "json"])
def test_a_file_in_a_folder_gets_a_name_and_it_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    words = ("--by", "location,month,topic", "--internal", "--format", form)
    assert stats(tmp_path, *words, "--out", str(tmp_path)) == 0
    path = tmp_path / f"kotoportti-internal-2026-11.{form}"
    assert capsys.readouterr().out.strip() == str(path)
    assert path.stat().st_size > 0


@pytest.mark.usefixtures("counted")
def test_rows_are_written_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("rows", "--internal", "--format", "csv", "--out", str(tmp_path))
    assert stats(tmp_path, *words) == 0
    path = tmp_path / "kotoportti-internal-visits-2026-11.csv"
    assert capsys.readouterr().out.splitlines() == [str(path), "4 visits"]
    assert len(path.read_text("utf-8").splitlines()) == 5


def again(tmp_path: Path, *words: str) -> int:
    """`stats` without days."""
    place = ["--data", str(tmp_path / "data"), "--user", FIRST.login, "--language", "en"]
    return main(["stats", *place, "--internal", *words])


@pytest.mark.usefixtures("counted")
def test_a_saved_report_runs_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--by", "topic", "--format", "json", "--save-as", "Board")
    assert stats(tmp_path, "--internal", *words) == 0
    once = capsys.readouterr().out
    assert json.loads(once)["total"]["visits"] == 4
    assert again(tmp_path, "--report", "Board") == 0
    assert capsys.readouterr().out == once
    assert again(tmp_path, "--report", "Board", "--format", "pdf", "--out", str(tmp_path)) == 0
    assert (tmp_path / "kotoportti-internal-Board-2026-11.pdf").exists()


@pytest.mark.usefixtures("counted")
def test_saved_reports_are_listed_and_taken_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saving = ("--period", "last_month", "--by", "month", "--save-as", "Board meeting")
    assert again(tmp_path, *saving, "--format", "csv") == 0
    capsys.readouterr()
    assert again(tmp_path, "reports", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "name": "Board meeting",
            "period": "last_month",
            "by": ["month"],
            "locations": [],
            "format": "csv",
            "internal": True,
        }
    ]
    assert again(tmp_path, "reports") == 0
    assert "last_month" in capsys.readouterr().out
    assert again(tmp_path, "--forget", "Board meeting") == 0
    assert again(tmp_path, "--report", "Board meeting") == 1
    assert "no saved report “Board meeting”" in capsys.readouterr().err


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 1, "Say which days"),
        (("--from", "2026-11-01"), 1, "Say which days"),
        (("--period", "last_month", "--report", "Board"), 2, "not allowed with"),
        (("--period", "free"), 2, "invalid choice"),
        (("--period", "last_month", "--save-as", "1/2026"), 1, "cannot have /"),
        (("--period", "last_month", "rows", "--format", "pdf"), 1, "csv or xlsx"),
        (("--period", "last_month", "--format", "pdf", "--out", "no/x.pdf"), 1, "is not there"),
    ],
)
def test_what_cannot_be_asked_is_told(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    assert again(tmp_path, *words) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes among the files")
@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize("form", ["csv", "pdf"])
def test_no_file_takes_the_place_of_a_device(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert stats(tmp_path, "--internal", "--format", form, "--out", str(pipe)) == 1
    assert pipe.is_fifo()
    assert "cannot be replaced" in capsys.readouterr().err
