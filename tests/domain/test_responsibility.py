"""Every cell of the decision table, from `tests/data/responsible.json`."""

import json
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import Refused
from app.domain.responsibility.answer import responsible
from app.domain.responsibility.values import Answer, Case, Duty, Group, Labour, Note, Reading
from app.services.directory import bundled_services
from app.services.responsible import bundled_table

DATA: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "responsible.json").read_text("utf-8")
)
TABLE = bundled_table()
CODES = DATA["codes"]
ROWS = [pytest.param(row, id=f"{row['row']}-{row['municipalities'][0]}") for row in DATA["rows"]]
REGION = [code for code in CODES["municipality"] if code != "other"]


def all_groups() -> Iterator[frozenset[Group]]:
    """Every set of groups, the empty one too."""
    for size in range(len(Group) + 1):
        yield from map(frozenset, combinations(Group, size))


def cases_of(row: dict[str, Any]) -> Iterator[Case]:
    """Every case of an adult in scope that the row is about."""
    for municipality, labour, groups in product(row["municipalities"], row["labour"], all_groups()):
        if bool(groups & set(DATA["unit_groups"])) in row["special"]:
            yield Case(municipality, Labour(labour), groups)


def said(answer: Answer) -> dict[str, list[str]]:
    """The organisations by duty."""
    return {str(duty): list(charge.bodies) for duty, charge in answer.duties.items()}


def lines(answer: Answer) -> set[int]:
    return {line for charge in answer.duties.values() for line in charge.source.lines}


def law(answer: Answer) -> set[tuple[int, ...]]:
    return {place for charge in answer.duties.values() for place in charge.source.law}


def in_region(case: Case) -> bool:
    return case.municipality in REGION


def test_the_rows_cover_every_case_once() -> None:
    cases = [case for row in DATA["rows"] for case in cases_of(row)]
    assert len(set(cases)) == len(cases)
    assert len(cases) == len(CODES["municipality"]) * len(CODES["labour"]) * 2 ** len(Group)


def test_the_codes_are_those_of_the_decision_table() -> None:
    assert sorted(Group) == CODES["groups"]
    assert set(Labour) == set(CODES["labour"])
    assert set(TABLE.municipalities) == set(CODES["municipality"])


@pytest.mark.parametrize("row", ROWS)
def test_every_cell(row: dict[str, Any]) -> None:
    for case in cases_of(row):
        answer = responsible(TABLE, case)
        assert answer.rows == (row["row"],)
        assert said(answer) == {str(duty): row[duty] for duty in Duty}
        assert list(answer.informed) == row["informed"]
        assert set(row["lines"]) <= lines(answer)
        assert {tuple(place) for place in row["law"]} <= law(answer)
        assert answer.first == next(iter(row["assessment"]), None)


@pytest.mark.parametrize("row", ROWS)
def test_the_wellbeing_county_takes_part_only_for_its_groups(row: dict[str, Any]) -> None:
    for case in cases_of(row):
        takes_part = bool(case.groups & set(DATA["wellbeing_groups"])) and in_region(case)
        answer = responsible(TABLE, case)
        assert (answer.wellbeing is not None) == takes_part
        if answer.wellbeing is not None:
            assert answer.wellbeing.bodies == ("org-hyvinvointialue-pohjanmaa",)
            assert 148 in answer.wellbeing.source.lines


@pytest.mark.parametrize("row", ROWS)
def test_what_the_programme_leaves_unclear_is_flagged(row: dict[str, Any]) -> None:
    for case in cases_of(row):
        temporary = Group.SOCIAL_ASSISTANCE_TEMPORARY in case.groups and in_region(case)
        expected = row["flags"] + ["temporary_assistance"] * temporary
        assert list(responsible(TABLE, case).flags) == expected


@pytest.mark.parametrize("row", ROWS)
def test_under_18_there_is_no_orientation_and_no_training(row: dict[str, Any]) -> None:
    minor = DATA["under_18"]
    for adult in cases_of(row):
        case = Case(adult.municipality, adult.labour, adult.groups, under_18=True)
        answer, of_adult = responsible(TABLE, case), responsible(TABLE, adult)
        if not in_region(case):
            assert answer == of_adult
            continue
        expected = said(of_adult) | {
            "orientation": minor["orientation"],
            "training": minor["training"],
        }
        assert answer.rows == (row["row"], minor["row"])
        assert said(answer) == expected
        assert (answer.wellbeing, answer.informed, answer.flags) == (
            of_adult.wellbeing,
            of_adult.informed,
            of_adult.flags,
        )
        assert set(minor["lines"]) <= lines(answer)
        assert {tuple(place) for place in minor["law"]} <= law(answer)
        another_plan = Group.UNACCOMPANIED_MINOR in case.groups
        assert (Note.OTHER_CLIENT_PLAN in answer.notes) == another_plan


def test_out_of_scope_there_is_guidance_only() -> None:
    expected = DATA["out_of_scope"]
    for municipality, labour, groups, minor in product(
        CODES["municipality"], Labour, all_groups(), (False, True)
    ):
        answer = responsible(TABLE, Case(municipality, labour, groups, minor, out_of_scope=True))
        assert answer.rows == (expected["row"],)
        assert said(answer) == {str(duty): [] for duty in Duty}
        assert (answer.wellbeing, answer.informed, answer.flags) == (None, (), ())
        assert answer.first is None
        assert lines(answer) == set(expected["lines"])
        assert law(answer) == {tuple(place) for place in expected["law"]}


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("reading", Reading)
def test_a_row_that_the_unit_has_decided_is_read_so_and_not_flagged(
    row: dict[str, Any], reading: Reading
) -> None:
    other = DATA["other_reading"].get(row["row"], {}) if reading is Reading.UNIT else {}
    decided = dict.fromkeys(DATA["other_reading"], reading)
    for case in cases_of(row):
        before, answer = responsible(TABLE, case), responsible(TABLE, case, decided)
        if row["row"] not in decided:
            assert answer == before
            continue
        duties = {str(duty): other.get(duty, row[duty]) for duty in Duty}
        assert said(answer) == duties
        assert list(answer.informed) == other.get("informed", row["informed"])
        assert set(answer.flags) <= {"temporary_assistance"}
        assert Note.UNIT_DECIDED in answer.notes


def test_only_the_rows_that_the_unit_must_confirm_can_be_decided() -> None:
    assert set(TABLE.open_rows()) == set(DATA["other_reading"])


def test_every_organisation_stands_in_the_directory() -> None:
    assert set(TABLE.names) <= set(bundled_services())


def test_a_municipality_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        responsible(TABLE, Case("vaasa", Labour.NOT_JOBSEEKER))
    assert refused.value.code == "code_unknown"
