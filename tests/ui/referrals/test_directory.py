"""What the directory finds, and what its entries say of themselves."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.place import ExceptionalDay, Hours, Span, Week
from app.services import directory, phrases
from app.ui.referrals.directory import (
    Door,
    Entry,
    Filter,
    door_state,
    entry,
    found,
    sections,
    words,
)

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12)
WEEK = Week(date(2025, 1, 1), {day: (Span(time(9), time(15)),) for day in range(5)})


def entries() -> list[Entry]:
    """All services of the program, as they are on the day."""
    book = phrases.phrasebook()
    names = {
        key.removeprefix("category."): texts
        for key, texts in book.phrases.items()
        if key.startswith("category.")
    }
    towns = directory.municipality_names()
    return [entry(one, TODAY, names, towns) for one in directory.bundled_services().values()]


def ids(typed: str = "", category: str = "", municipality: str = "") -> list[str]:
    asked = Filter(typed, category, municipality)
    return [one.id for one in found(entries(), asked, NOW, "fi")]


@pytest.mark.parametrize(
    "typed",
    ["kela", "KELA", "kansanel", "folkpension", "social ins", "kela kansan", "fpa", "Kelā"],
)
def test_a_service_is_found_by_any_of_its_names(typed: str) -> None:
    assert ids(typed)[0] == "org-kela"


@pytest.mark.parametrize("typed", ["tyovaen", "työväen", "kansalais", "arbetar medborgar"])
def test_accents_and_hyphens_need_not_be_typed(typed: str) -> None:
    assert "adu-kruunupyy" in ids(typed)


def test_a_kind_and_a_town_in_any_language_find_it() -> None:
    assert ids("aikuis") == []
    assert "edu-kvarnen" in ids("training provider")
    assert "adu-kruunupyy" in ids("kronoby")


def test_nothing_is_found_by_what_nobody_says() -> None:
    assert ids("xyzzy") == []
    assert ids("kela xyzzy") == []


def test_names_that_begin_so_come_first_and_ended_ones_last() -> None:
    assert ids("k")[0] == "org-kela"
    all_of_them = found(entries(), Filter(), NOW, "en")
    able = [one.refusal is None for one in all_of_them]
    assert able == sorted(able, reverse=True)
    assert [one.id for one in all_of_them if one.refusal] == [
        "prj-integration-works",
        "ip-romaniportti",
    ]


def test_filters_narrow() -> None:
    assert set(ids(category="training_provider")) >= {"edu-kvarnen", "edu-wava"}
    assert "org-kela" not in ids(category="training_provider")
    assert "org-kunta-kruunupyy" not in ids(municipality="luoto")
    assert "org-kunta-luoto" in ids(municipality="luoto")


def test_sections_hold_each_service_once() -> None:
    whole = found(entries(), Filter(), NOW, "sv")
    order = list(dict.fromkeys(one.service.category for one in whole))
    parts = list(sections(whole, order))
    assert sorted(one.id for _name, part in parts for one in part) == sorted(
        one.id for one in whole
    )
    assert parts[-1][0] == ""
    assert all(one.refusal for one in parts[-1][1])


@given(st.text(max_size=30))
def test_any_text_can_be_typed(typed: str) -> None:
    for one in found(entries()[:5], Filter(typed), NOW, "fi"):
        assert all(any(word.startswith(part) for word in one.found_by) for part in words(typed))


@pytest.mark.parametrize(
    ("at", "door", "until", "opens"),
    [
        (datetime(2026, 11, 24, 9), Door.OPEN, time(15), None),
        (datetime(2026, 11, 24, 8, 59), Door.CLOSED, None, datetime(2026, 11, 24, 9)),
        (datetime(2026, 11, 24, 15), Door.CLOSED, None, datetime(2026, 11, 25, 9)),
        (datetime(2026, 11, 27, 16), Door.CLOSED, None, datetime(2026, 12, 1, 9)),
    ],
)
def test_the_door(at: datetime, door: Door, until: time | None, opens: datetime | None) -> None:
    closed_monday = Hours((WEEK,), (ExceptionalDay(date(2026, 11, 30), ()),))
    state = door_state(closed_monday, at)
    assert (state.door, state.until, state.opens) == (door, until, opens)


def test_a_door_of_which_nothing_is_known_and_one_that_never_opens() -> None:
    assert door_state(Hours(), NOW).door is Door.UNKNOWN
    never = door_state(Hours((Week(date(2025, 1, 1), {}),)), NOW)
    assert (never.door, never.opens) == (Door.CLOSED, None)
