"""`directory responsible` answers without anybody signed in, and with a unit's own readings."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Call, behind_its_back

START = ("directory", "responsible")
D6 = ("--municipality", "uusikaarlepyy", "--labour", "unemployed_jobseeker")
QUOTA = ("--group", "quota_refugee")


def answer(call: Call, *words: str | Path) -> dict[str, Any]:
    said = call(*START, *words, "--format", "json")
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_the_answer_has_its_reasons_and_its_flag(call: Call) -> None:
    found = answer(call, *D6, *QUOTA)
    pta = ["org-tyollisyysalue-pohjanmaa"]
    assert [
        found.pop(duty) for duty in ("assessment", "plan", "review", "orientation", "training")
    ] == [pta] * 5
    assert found.pop("reasons")[0] == (
        "Assessment: Ostrobothnia Employment Area (lines 148, 150 · Act s. 3)."
    )
    assert found == {
        "wellbeing": True,
        "informed": ["org-kotoutumisyksikko"],
        "rows": ["D6"],
        "flags": ["contradiction"],
    }


def test_groups_one_by_one_or_together(call: Call) -> None:
    groups = ("quota_refugee", "unaccompanied_minor")
    one_by_one = answer(call, *D6, "--group", groups[0], "--group", groups[1], "--under-18")
    assert one_by_one == answer(call, *D6, "--group", *groups, "--under-18")
    assert one_by_one["orientation"] == []


def test_out_of_scope(call: Call) -> None:
    found = answer(call, *D6, "--out-of-scope")
    assert (found["assessment"], found["rows"], found["wellbeing"]) == ([], ["D11"], False)


def test_a_table_for_people(call: Call) -> None:
    said = call(*START, "--municipality", "luoto", "--labour", "not_jobseeker", *QUOTA)
    assert said.out.splitlines() == [
        "What         Who                                                 Why",
        "Assessment   Integration Unit                                    lines 97, 148",
        "Plan         Integration Unit                                    lines 97, 185",
        "Review       Integration Unit                                    lines 97, 189",
        "Orientation  Jakobstad Region Employment Area, Integration Unit  line 201",
        "Training     Jakobstad Region Employment Area, Integration Unit  line 225",
        "Takes part   Wellbeing Services County of Ostrobothnia           line 148 · Act s. 14(4)",
        "Row of the table: D3",
    ]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((), 1, "Say which --municipality and which --labour.\n"),
        (
            ("--municipality", "vaasa", "--labour", "not_jobseeker"),
            1,
            "“vaasa” is not on the list. Choose one that is.\n",
        ),
        (("--decide", "D6", "nobody"), 1, "“nobody” is not on the list. Choose one that is.\n"),
        (("--municipality", "luoto", "--labour", "rich"), 2, ""),
        (("--municipality", "luoto", "--group", "rich"), 2, ""),
    ],
)
def test_what_cannot_be_answered_is_told(
    words: tuple[str, ...], code: int, sentence: str, call: Call
) -> None:
    said = call(*START, *words)
    assert (said.code, said.out) == (code, "")
    if sentence:
        assert said.err == sentence


def test_the_unit_decides_a_row(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in = ("--data", folder, "--user", "demo")
    assert call(*START, *signed_in, "--decide", "D6", "unit").code == 0
    found = answer(call, *D6, *QUOTA, *signed_in)
    assert found["assessment"] == ["org-kotoutumisyksikko"]
    assert found["flags"] == []
    assert "The integration unit has decided how row D6 is read." in found["reasons"]
    assert answer(call, *D6, *QUOTA)["flags"] == ["contradiction"]
    assert call(*START, *signed_in, "--decide", "D6", "open").code == 0
    assert answer(call, *D6, *QUOTA, *signed_in) == answer(call, *D6, *QUOTA)
    logged = behind_its_back(
        folder, "SELECT subject FROM log WHERE action = 'responsible.decide' ORDER BY number"
    )
    assert [row[0] for row in logged] == ["D6:unit", "D6:open"]
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "clerk")
    refused = call(*START, "--data", folder, "--user", "clerk", "--decide", "D6", "unit")
    assert refused.code == 1


def test_a_row_that_is_clear_cannot_be_decided(folder: Path, call: Call) -> None:
    said = call(*START, "--data", folder, "--user", "demo", "--decide", "D1", "unit")
    assert said.code == 1
    assert said.err == (
        "The programme does not leave row “D1” open. Rows that it does: D2, D6, D9.\n"
    )
