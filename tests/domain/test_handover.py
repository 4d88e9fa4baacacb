"""Two states of a visit: the newer holds, whatever the order in which they come."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from functools import reduce
from itertools import pairwise
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.handover import Came, meet, rank
from app.domain.handover_form import HANDED_OVER, content, packed, unpacked
from app.domain.moment import when_now
from app.domain.visit import Facts, Source, Visit
from tests.desks import NOON
from tests.shapes import facts, moments, sources

SOMEBODY, SOMEBODY_ELSE = UUID(int=7), UUID(int=8)
FIRST = Visit(
    UUID(int=1), "pietarsaari", when_now(NOON), Source.DESK, Facts(("benefits",)), SOMEBODY, NOON
)
some_minutes = st.integers(0, 2).map(lambda minutes: NOON + timedelta(minutes=minutes))
states = st.builds(
    lambda topic, reason, revision, at: replace(
        FIRST, facts=Facts((topic,)), void_reason=reason, revision=revision, changed_at=at
    ),
    st.sampled_from(["benefits", "letter"]),
    st.none() | st.just(HANDED_OVER),
    st.integers(0, 2),
    st.none() | some_minutes,
)


def held(known: Visit | None, coming: Visit) -> Visit:
    return meet(known, coming).visit


@given(st.lists(states, min_size=1), st.randoms(use_true_random=False))
def test_any_order_any_number_of_times_ends_in_the_same_state(
    came: list[Visit], chance: Random
) -> None:
    again = came * 2
    chance.shuffle(again)
    first: Visit | None = None
    there = reduce(held, came, first)
    back = reduce(held, again, first)
    assert there is not None
    assert back is not None
    assert rank(there) == rank(back) == max(map(rank, came))
    assert content(there) == content(back)


@given(st.lists(states, min_size=2, max_size=6))
def test_states_of_one_rank_say_the_same(some: list[Visit]) -> None:
    for one, other in pairwise(sorted(some, key=rank)):
        assert (rank(one) == rank(other)) <= (content(one) == content(other))


@given(facts(), sources(), moments(), st.booleans(), st.integers(0, 9), st.none() | moments())
def test_what_is_handed_over_comes_back(
    chosen: Facts, source: Source, at: datetime, void: bool, revision: int, changed_at: datetime
) -> None:
    visit = replace(
        FIRST,
        when=when_now(at),
        facts=chosen,
        source=source,
        recorded_at=at,
        arrived_at=changed_at,
        void_reason=HANDED_OVER if void else None,
        revision=revision,
        changed_at=changed_at,
    )
    text = json.dumps(packed(visit))
    assert unpacked(json.loads(text), SOMEBODY) == visit


def test_no_note_no_reason_and_nobody_goes_along() -> None:
    told = replace(FIRST, facts=Facts(("letter",), note="a secret"), void_reason="a secret")
    text = json.dumps(packed(told))
    assert "secret" not in text
    assert str(SOMEBODY) not in text
    assert SOMEBODY.hex not in text


def test_note_recorder_and_own_reason_stay() -> None:
    known = replace(FIRST, facts=Facts(("benefits",), note="mine"), void_reason="twice")
    coming = replace(FIRST, facts=Facts(("letter",)), void_reason=HANDED_OVER, revision=1)
    met = meet(known, replace(coming, recorded_by=SOMEBODY_ELSE))
    assert met.came is Came.AMENDED
    assert met.visit == replace(
        known, facts=Facts(("letter",), note="mine"), revision=1, void_reason="twice"
    )


@pytest.mark.parametrize(
    ("before", "after", "came"),
    [
        (None, HANDED_OVER, Came.VOIDED),
        ("mistake", None, Came.RESTORED),
        (None, None, Came.UNCHANGED),
        ("mistake", HANDED_OVER, Came.UNCHANGED),
    ],
)
def test_voids_and_restores_are_followed(before: str | None, after: str | None, came: Came) -> None:
    known = replace(FIRST, void_reason=before)
    met = meet(known, replace(FIRST, void_reason=after, revision=1))
    assert met.came is came
    assert (met.visit.void_reason is None) == (after is None)


@pytest.mark.parametrize(
    "other",
    [{"location": "kruunupyy"}, {"source": Source.TALLY}, {"recorded_at": NOON - timedelta(1)}],
    ids=str,
)
def test_another_visit_of_the_same_identity_is_refused(other: dict[str, object]) -> None:
    with pytest.raises(Refused, match="handover_other_visit"):
        meet(FIRST, replace(FIRST, revision=9, **other))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "1"),
        ("location", None),
        ("topics", 7),
        ("topics", [7]),
        ("language", ["ar"]),
        ("persons", 2.5),
        ("persons", "2"),
        ("hour", 24),
        ("day", "today"),
        ("at", "2026-11-24T10:00:00"),
        ("at", "0001-01-01T00:00:00+05:00"),
        ("voided", 1),
        ("revision", -1),
        ("revision", 10**9),
        ("changed_at", "24.11.2026"),
    ],
)
def test_what_no_edition_has_written_is_an_error(field: str, value: object) -> None:
    with pytest.raises((OverflowError, TypeError, ValueError)):
        unpacked({**packed(FIRST), field: value}, SOMEBODY)


@pytest.mark.parametrize("field", ["source", "interpreter", "first_visit", "precision"])
def test_a_code_of_another_edition_is_refused(field: str) -> None:
    with pytest.raises(Refused, match="handover_code_unknown"):
        unpacked({**packed(FIRST), field: "by_letter"}, SOMEBODY)
