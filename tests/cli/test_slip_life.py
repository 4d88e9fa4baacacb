"""What came of a slip, by its number; and referrals among the statistics."""

import json
from pathlib import Path

import pytest

from tests.cli.calling import Call, behind_its_back

USER = ("--user", "demo")
DAYS = ("--from", "2026-01-01", "--to", "2099-12-31")


def hand_over(call: Call, folder: Path, *services: str) -> str:
    chosen = [word for one in services for word in ("--service", one)]
    out = folder.parent / "s.pdf"
    said = call("slip", "--data", folder, *USER, *chosen, "--lang", "fi", "--out", out)
    assert said.code == 0
    return said.out.split()[1]


def test_an_outcome_is_kept_by_number(folder: Path, call: Call) -> None:
    number = hand_over(call, folder, "org-kela", "edu-kvarnen")
    slip = ("slip", "--data", folder, *USER)
    said = call(
        *(*slip, "--outcome", number, "--part", "1", "--state", "turned_away"),
        *("--why", "papers_missing"),
    )
    assert (said.code, said.err) == (0, "")
    assert call(*slip, "--show", number.lower()).out == said.out
    lines = [line.split("  ") for line in said.out.splitlines()]
    rows = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert rows[0] == ["Number", "Handed over", "Part", "Service", "What came of it", "Why"]
    assert rows[1][0] == number
    assert rows[1][2:] == [
        "1",
        "Kela (Social Insurance Institution of Finland)",
        "Turned away",
        "Papers missing",
    ]
    assert rows[2][2:] == ["2", "Folk High School Kvarnen, Kronoby", "Handed over"]


def test_voided_restored_and_printed_again(folder: Path, call: Call) -> None:
    number = hand_over(call, folder, "edu-kvarnen")
    slip = ("slip", "--data", folder, *USER)
    assert number in call(*slip, "--reprint", "edu-kvarnen").out
    assert "Void" in call(*slip, "--void", number, "--reason", "mistake").out
    assert number not in call(*slip, "--reprint", "edu-kvarnen").out
    assert "Handed over" in call(*slip, "--restore", number).out.splitlines()[1]
    assert number in call(*slip, "--reprint", "edu-kvarnen").out
    logged = behind_its_back(
        folder, "SELECT action, subject, reason FROM log WHERE action LIKE 'slip.%' ORDER BY number"
    )
    assert [tuple(row) for row in logged] == [
        ("slip.print", number, ""),
        ("slip.void", number, ""),
        ("slip.restore", number, ""),
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--show", "J-1"), "“J-1” is no number of a slip. It looks like J-3147-K."),
        (("--show", "J-0099-V"), "“J-0099-V” is no number of a slip. It looks like J-3147-K."),
        (("--outcome", "J-0001-K"), "Say what came of it: --state."),
        (("--reprint", "nope"), "“nope” is not in the directory."),
    ],
)
def test_what_cannot_be_done_is_told(
    words: tuple[str, ...], sentence: str, folder: Path, call: Call
) -> None:
    said = call("slip", "--data", folder, *USER, *words)
    assert (said.code, said.out, said.err) == (1, "", f"{sentence}\n")


def test_referrals_join_the_statistics(folder: Path, call: Call, tmp_path: Path) -> None:
    for table in ("referral", "slip"):
        behind_its_back(folder, f"DELETE FROM {table}")
    hand_over(call, folder, "org-kela", "ngo-frida")
    stats = ("stats", "referrals", "--data", folder, *USER, "--internal", *DAYS)
    found = json.loads(call(*stats, "--by", "category,target,state", "--format", "json").out)
    assert found["rows"] == [
        {"category": "authority", "target": "org-kela", "state": "issued", "referrals": 1},
        {"category": "third_sector", "target": None, "state": "issued", "referrals": 1},
    ]
    assert found["total"] == {"referrals": 2, "romaniportti": 0}
    out = tmp_path / "referrals.csv"
    assert call(*stats, "--by", "target", "--format", "csv", "--out", out).code == 0
    assert out.read_text("utf-8").splitlines() == [
        "target,referrals,internal",
        "org-kela,1,true",
        ",1,true",
    ]
    shown = call(*stats).out
    assert "Kela (Social Insurance Institution of Finland)" in shown
    assert "The three portals" in shown


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (DAYS, "Referrals are counted for internal use only: ask for them with internal figures."),
        (
            ("--internal", *DAYS, "--format", "pdf"),
            "Referrals come as a table, json or csv: name --format.",
        ),
        (
            ("--internal", *DAYS, "--by", "topic"),
            "“topic” is not counted here. Choose of: location, day, week, month, quarter, year, "
            "category, target, state, why.",
        ),
        (("--internal",), "Say which days: --from and --to, --period or --report."),
    ],
)
def test_what_is_not_counted_is_told(
    words: tuple[str, ...], sentence: str, folder: Path, call: Call
) -> None:
    said = call("stats", "referrals", "--data", folder, *USER, *words)
    assert (said.code, said.out, said.err) == (1, "", f"{sentence}\n")


def test_visits_are_not_counted_by_what_only_referrals_have(folder: Path, call: Call) -> None:
    said = call("stats", "--data", folder, *USER, "--internal", *DAYS, "--by", "target")
    assert said.code == 1
    assert said.err.startswith("“target” is not counted here.")
