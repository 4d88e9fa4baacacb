"""What a referral can become, and which services it may name of a known person."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.referral import (
    EXPIRES_AFTER,
    IssuedSlip,
    Outcome,
    Referral,
    State,
    Why,
    check_outcome,
    named_with_person,
)
from app.services.directory import bundled_services
from tests.desks import NOON

DAY = date(2026, 11, 24)


def referral(part: int = 1, state: State = State.ISSUED) -> Referral:
    return Referral(UUID(int=7), part, "authority", "org-kela", Outcome(state))


def slip(parts: int) -> IssuedSlip:
    return IssuedSlip(
        UUID(int=7),
        "J-0001-K",
        "pietarsaari",
        DAY,
        NOON,
        UUID(int=1),
        None,
        False,
        None,
        tuple(map(referral, range(1, parts + 1))),
    )


@given(st.sampled_from(State), st.integers(0, 400))
def test_only_a_slip_that_nobody_heard_of_expires(state: State, days: int) -> None:
    shown = referral(state=state).state_on(DAY, DAY + timedelta(days=days))
    late = state is State.ISSUED and days > EXPIRES_AFTER.days
    assert shown is (State.EXPIRED if late else state)


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (Outcome(State.EXPIRED), "outcome_not_entered"),
        (Outcome(State.TURNED_AWAY), "turned_away_why"),
        (Outcome(State.TAKEN_UP, why=Why.CLOSED), "not_turned_away"),
        (Outcome(State.DID_NOT_GO, by="org-kela"), "not_turned_away"),
    ],
)
def test_an_outcome_says_neither_too_little_nor_too_much(outcome: Outcome, code: str) -> None:
    with pytest.raises(Refused, match=code):
        check_outcome(outcome)


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(),
        Outcome(State.TAKEN_UP),
        Outcome(State.UNKNOWN),
        Outcome(State.TURNED_AWAY, "org-kela", Why.CLOSED),
        Outcome(State.TURNED_AWAY, None, Why.OTHER),
    ],
)
def test_an_outcome_that_is_right_is_taken(outcome: Outcome) -> None:
    check_outcome(outcome)


def test_of_several_services_one_is_named() -> None:
    assert slip(1).chosen(None).part == 1
    assert slip(3).chosen(2).part == 2
    with pytest.raises(Refused, match="slip_part_missing"):
        slip(2).chosen(None)
    for part in (0, 3, -1):
        with pytest.raises(Refused, match="slip_part_unknown"):
            slip(2).chosen(part)


def test_with_a_person_only_authorities_and_schools_are_named() -> None:
    named = {one.id for one in bundled_services().values() if named_with_person(one)}
    assert {bundled_services()[one].category for one in named} == {
        "authority",
        "training_provider",
        "adult_education",
    }
    assert "org-kela" in named
    for hidden in ("org-hyvinvointialue-pohjanmaa", "rel-mosque", "ngo-frida", "ngo-4h-luoto"):
        assert hidden not in named
