"""Whatever is typed or pasted: one clear word, nothing lost, on both engines alike."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.moment import BackDate
from app.domain.place import Ask, ExceptionalDay, Span, Week
from app.domain.reference import SHORT_LABEL_MAX, Kind
from app.domain.roles import Role
from app.domain.visit import NOTE_MAX, Facts, Visit
from app.services import chips, drafts, places, staff, tally, visits, waiting
from app.services.checking import check
from app.services.drafts import Draft
from app.services.unit import Desk, Unit
from app.services.visits import NewVisit, new_id
from app.store.visits import find
from tests.desks import NOON, visit

TODAY = NOON.date()
HERE = "pietarsaari"
TOO_LONG = "x" * 10_000
ODD = ("\0", "a\0b", "\ud800", "x\udfff", "\U0010ffff", "' or 1=1 --", "", TOO_LONG)
LABELS = {"fi": "a", "sv": "b", "en": "c"}

Act = Callable[[Unit], object]


def recorded(**changes: Any) -> Act:
    """Record a visit with these facts."""
    facts = replace(Facts(("benefits",)), **changes)
    return lambda unit: visits.record(unit, NewVisit(new_id(), HERE, facts))


def back_dated(day: date, at: time | None = None) -> Act:
    new = replace(visit(), back_dated=BackDate(day, at))
    return lambda unit: visits.record(unit, new)


def at_place(code: str) -> list[Act]:
    """Everything that can be asked of a location of this code."""
    exception = ExceptionalDay(TODAY, ())
    return [
        lambda unit: places.location(unit, code),
        lambda unit: visits.record(unit, visit(location=code)),
        lambda unit: tally.record(unit, code, TODAY, {("benefits", None): 1}),
        lambda unit: waiting.arrive(unit, code),
        lambda unit: places.save_week(unit, code, Week(TODAY, {})),
        lambda unit: places.save_exceptional_day(unit, code, exception),
        lambda unit: chips.save_order(unit, code, Kind.LANGUAGE, ("ar",)),
    ]


def changed_place(**changes: Any) -> Act:
    return lambda unit: places.save_location(unit, replace(places.location(unit, HERE), **changes))


def changed_day(spans: tuple[Span, ...] = (), reason: str = "") -> Act:
    day = ExceptionalDay(TODAY, spans, reason)
    return lambda unit: places.save_exceptional_day(unit, HERE, day)


def renamed(labels: Mapping[str, str]) -> Act:
    return lambda unit: chips.save_chip(unit, Kind.TOPIC, "benefits", labels, active=True)


def added(login: str = "oskar", name: str = "Oskar", password: str = "invented word") -> Act:
    return lambda unit: staff.add(unit, login, name, [Role.CLERK], password)


def with_visit(act: Callable[[Unit, Visit], object]) -> Act:
    """The act on a visit that was just recorded."""
    return lambda unit: act(unit, visits.record(unit, visit()))


CASES: list[tuple[Act, str]] = [
    *((recorded(topics=(code,)), "code_unknown") for code in ODD),
    *((recorded(outcomes=(code,)), "code_unknown") for code in ODD),
    *((recorded(language=code), "code_unknown") for code in ODD),
    *((recorded(municipality=code), "code_unknown") for code in ODD),
    *((recorded(channel=code), "code_unknown") for code in ODD),
    *((act, "location_unknown") for code in ODD for act in at_place(code)),
    *(
        (recorded(persons=number), "persons_out_of_range")
        for number in (-1, 0, 61, 10_000, 1 << 80)
    ),
    (back_dated(TODAY + timedelta(days=1)), "date_in_future"),
    (back_dated(date.max), "date_in_future"),
    (back_dated(date.min), "date_too_old"),
    (back_dated(TODAY, time(23, 59)), "time_in_future"),
    (with_visit(lambda unit, one: visits.void(unit, one.id, " \n\0 ")), "reason_missing"),
    (with_visit(lambda unit, one: visits.void(unit, one.id, TOO_LONG)), "reason_too_long"),
    (with_visit(lambda unit, one: visits.amend(unit, one.id, Facts(()))), "topic_missing"),
    (
        with_visit(lambda unit, one: visits.amend(unit, one.id, one.facts, TOO_LONG)),
        "reason_too_long",
    ),
    (lambda unit: visits.void(unit, new_id(), "mistake"), "visit_unknown"),
    (lambda unit: visits.restore(unit, new_id()), "visit_unknown"),
    (lambda unit: visits.amend(unit, new_id(), Facts(("benefits",))), "visit_unknown"),
    (lambda unit: tally.record(unit, HERE, TODAY, {("benefits", None): 10_000}), "tally_too_many"),
    (lambda unit: tally.record(unit, HERE, TODAY, {("benefits", None): -1}), "tally_too_many"),
    (lambda unit: tally.record(unit, HERE, TODAY, {}), "tally_empty"),
    (lambda unit: tally.record(unit, HERE, TODAY, {("nothing", None): 1}), "code_unknown"),
    (changed_place(name={**LABELS, "fi": "\0"}), "name_missing"),
    (changed_place(phone=TOO_LONG), "text_too_long"),
    (changed_place(street={**LABELS, "sv": TOO_LONG}), "text_too_long"),
    (changed_day(reason=TOO_LONG), "reason_too_long"),
    (changed_day((Span(time(9), time(8)),)), "span_backwards"),
    (renamed({**LABELS, "sv": "\n\0"}), "label_missing"),
    (renamed({**LABELS, "sv": TOO_LONG}), "label_too_long"),
    *((added(login=login), "login_not_valid") for login in (*ODD, "ä", "two words", "-first")),
    (added(name=" \0\n"), "name_missing"),
    (added(name=TOO_LONG), "name_too_long"),
    (added(password="short"), "password_too_short"),
    (lambda unit: staff.set_password(unit, new_id(), "invented word"), "person_unknown"),
]


def test_what_cannot_be_is_refused_in_one_word_and_changes_nothing(desk: Desk) -> None:
    with desk.write() as unit:
        visits.record(unit, visit())
    for number, (act, code) in enumerate(CASES):
        with pytest.raises(Refused) as refused, desk.write() as unit:
            act(unit)
        assert refused.value.code == code, (number, refused.value)
    found = check(desk)
    assert found.in_order
    assert found.contents is not None
    assert found.contents.counts.visits == 1


TAKEN = {
    "Arabic": "مرحبا، أحتاج إلى ترجمة",
    "Persian with joiners": "می\u200cخواهم",
    "emoji": "👩🏽\u200d🔬 🇫🇮 🏴",
    "Tigrinya": "ትግርኛ",
    "composed": "A\u030a",
    "quotes": "O'Brien; drop table visit; --",
    "formula": "=1+1",
    "markup": "<b>&amp;</b> %s {name}",
}
CLEANED = {
    "a\r\nb\tc": "a b c",
    "a\0b": "a b",
    "a\ud800b": "a b",
    "\u2028a\u202eb": "a b",
}


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN)
def test_any_script_is_taken_as_it_is(desk: Desk, text: str) -> None:
    assert typed_everywhere(desk, text) == {text}


@pytest.mark.parametrize(("text", "kept"), CLEANED.items(), ids=ascii)
def test_breaks_and_what_no_engine_stores_become_a_space(desk: Desk, text: str, kept: str) -> None:
    assert typed_everywhere(desk, text) == {kept}


def typed_everywhere(desk: Desk, text: str) -> set[str]:
    """Type the text wherever text can be typed; what came back."""
    labels = dict.fromkeys(LABELS, text[: SHORT_LABEL_MAX - 1] + "x")
    everything = dict.fromkeys(LABELS, text)
    with desk.write() as unit:
        place = replace(places.location(unit, HERE), asks=frozenset(Ask), name=everything)
        places.save_location(unit, replace(place, phone=text))
        places.save_exceptional_day(unit, HERE, ExceptionalDay(TODAY, (), text))
        chips.save_chip(unit, Kind.TOPIC, "letter", labels, active=True)
        made = visits.record(unit, visit(note=text))
        person = staff.add(unit, "oskar", text, [Role.CLERK], text + "invented word")
    with desk.write() as unit:
        visits.void(unit, made.id, text)
    with desk.read() as unit:
        place = places.location(unit, HERE)
        voided = find(unit.connection, made.id)
        assert voided is not None
        label = chips.reference(unit)[Kind.TOPIC]["letter"].short["fi"]
        assert label == clean_line(labels["fi"])
        exceptions = places.hours(unit, HERE).exceptions
        return {
            place.name["fi"],
            place.phone,
            exceptions[0].reason,
            voided.facts.note,
            voided.void_reason or "",
            staff.by_id(unit, person.id).name,
        }


@pytest.mark.parametrize("length", [NOTE_MAX, NOTE_MAX + 1, 10_000])
def test_a_note_fits_or_is_refused_with_its_length(desk: Desk, length: int) -> None:
    with desk.write() as unit:
        place = replace(places.location(unit, HERE), asks=frozenset(Ask))
        places.save_location(unit, place)
    note = "ش" * length
    if length == NOTE_MAX:
        with desk.write() as unit:
            assert visits.record(unit, visit(note=note)).facts.note == note
    else:
        with pytest.raises(Refused) as refused, desk.write() as unit:
            visits.record(unit, visit(note=note))
        assert refused.value.code == "note_too_long"
        assert refused.value.values["length"] == length


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(), max_size=40), st.booleans())
def test_a_draft_keeps_what_was_typed_even_if_it_cannot_be_recorded(
    desk: Desk, note: str, timed: bool
) -> None:
    back = BackDate(TODAY, time(9, 30)) if timed else None
    draft = Draft(new_id(), HERE, Facts((), persons=0, note=note), back)
    with desk.write() as unit:
        drafts.save(unit, draft)
    with desk.read() as unit:
        assert drafts.load(unit, draft.location) == draft


def test_the_same_visit_in_another_place_stays_where_it_was_recorded(desk: Desk) -> None:
    new = visit()
    with desk.write() as unit:
        visits.record(unit, new)
        again = visits.record(unit, NewVisit(new.id, "kruunupyy", new.facts))
    assert again.location == HERE
    assert again.facts == new.facts
