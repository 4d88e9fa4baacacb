import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.place import Ask, Location, LocationKind, location_from
from app.domain.visit import NOTE_MAX, PERSONS_MAX, Facts, check_facts
from app.services.chips import bundled_reference
from app.services.places import bundled_locations
from tests.shapes import facts

REFERENCE = bundled_reference()
PLACES = {data["code"]: location_from(data) for data in bundled_locations()}
EVERYTHING = replace(PLACES["pietarsaari"], asks=frozenset(Ask))
PLAIN = Facts(("benefits",))


def refusal(given_facts: Facts, place: Location = EVERYTHING) -> Refused:
    with pytest.raises(Refused) as refused:
        check_facts(given_facts, REFERENCE, place)
    return refused.value


@given(facts(note=st.text(max_size=NOTE_MAX)))
def test_what_a_clerk_can_choose_is_taken(chosen: Facts) -> None:
    check_facts(chosen, REFERENCE, EVERYTHING)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"topics": ()}, "topic_missing"),
        ({"topics": ("benefits", "letter", "housing", "work")}, "topics_too_many"),
        ({"outcomes": ("left", "referred", "come_back", "not_resolved")}, "outcomes_too_many"),
        ({"topics": ("benefits", "benefits")}, "chosen_twice"),
        ({"outcomes": ("left", "left")}, "chosen_twice"),
        ({"persons": 0}, "persons_out_of_range"),
        ({"persons": -1}, "persons_out_of_range"),
        ({"persons": PERSONS_MAX + 1}, "persons_out_of_range"),
        ({"persons": 10_000}, "persons_out_of_range"),
        ({"topics": ("nothing",)}, "code_unknown"),
        ({"outcomes": ("benefits",)}, "code_unknown"),
        ({"channel": ""}, "code_unknown"),
        ({"language": "xx"}, "code_unknown"),
        ({"language": ""}, "code_unknown"),
        ({"municipality": "tampere"}, "code_unknown"),
        ({"note": "x" * (NOTE_MAX + 1)}, "note_too_long"),
        ({"note": "x" * 10_000}, "note_too_long"),
    ],
)
def test_what_cannot_be_recorded_is_refused(changed: dict[str, object], code: str) -> None:
    assert refusal(replace(PLAIN, **changed)).code == code  # type: ignore[arg-type]


def test_the_edges_are_taken() -> None:
    check_facts(replace(PLAIN, persons=PERSONS_MAX, note="x" * NOTE_MAX), REFERENCE, EVERYTHING)


def test_an_unknown_code_is_named_but_not_at_any_length() -> None:
    assert refusal(Facts(("x" * 10_000,))).values["given"] == "x" * 40


@pytest.mark.parametrize("changed", [{"language": "ar"}, {"municipality": "luoto"}])
def test_romaniportti_asks_for_neither_language_nor_municipality(changed: dict[str, str]) -> None:
    roma = PLACES["romaniportti"]
    assert roma.kind is LocationKind.ROMA_PORTAL
    check_facts(PLAIN, REFERENCE, roma)
    assert refusal(replace(PLAIN, **changed), roma).code == "not_asked_here"  # type: ignore[arg-type]


@pytest.mark.parametrize("code", sorted(PLACES))
def test_no_location_keeps_notes_until_that_is_decided(code: str) -> None:
    assert refusal(replace(PLAIN, note="anything"), PLACES[code]).code == "note_not_here"


def test_a_note_is_not_shown_where_facts_are_printed() -> None:
    assert "anything" not in repr(replace(PLAIN, note="anything"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two   words ", "two words"),
        ("pasted\r\nlines\n\nand\ttabs", "pasted lines and tabs"),
        ("line\u2028paragraph\u2029next\x85end", "line paragraph next end"),
        ("nul\x00inside", "nul inside"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("turned\u202eround", "turned round"),
        ("\x1b[31mred", "[31mred"),
        ("مرحبا بكم", "مرحبا بكم"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👨\u200d👩\u200d👧 🇫🇮 👍🏽", "👨\u200d👩\u200d👧 🇫🇮 👍🏽"),
        ("A\u030askar", "A\u030askar"),
        ("\n \x00", ""),
    ],
)
def test_typed_text_becomes_one_clean_line(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept


@given(st.text(st.characters(), max_size=60))
def test_a_clean_line_can_be_stored_anywhere_and_stays_as_it_is(text: str) -> None:
    line = clean_line(text)
    line.encode("utf-8")
    assert not {unicodedata.category(sign) for sign in line} & {"Cc", "Cs", "Zl", "Zp"}
    assert clean_line(line) == line
    assert len(line) <= len(text)
