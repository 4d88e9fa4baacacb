"""What is decided together is so whatever comes later."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.disclosure import HandOut
from app.domain.disclosure.batches import batches
from app.domain.disclosure.tables import Part
from tests.domain.disclosure.years import parts, year_of

YEAR = year_of({(portal, 1): {"a": 5} for portal in "pqr"})


def together(hand_outs: Iterable[HandOut], those: frozenset[Part]) -> set[frozenset[Part]]:
    """Which of these parts are decided together."""
    year = replace(YEAR, handed_out=tuple(hand_outs))
    return {batch & those for batch in batches(year)} - {frozenset()}


def test_what_comes_in_time_is_decided_together() -> None:
    each = [HandOut(n, parts(YEAR, n) - parts(YEAR, n - 1)) for n in range(1, 13)]
    assert batches(replace(YEAR, handed_out=tuple(each))) == [parts(YEAR, 12)]
    assert batches(YEAR) == [parts(YEAR, 12)]


def test_what_comes_late_is_decided_for_itself() -> None:
    first = frozenset({("p", 1), ("p", 2)})
    late = frozenset({("q", 1), ("q", 2)})
    hand_outs = [HandOut(2, first), HandOut(3, late | {("p", 3), ("q", 3)})]
    assert together(hand_outs, parts(YEAR, 3)) >= {first | {("p", 3), ("q", 3)}, late}


@given(seed=st.integers(0, 2**32))
def test_what_was_handed_out_goes_on_only_with_months_that_end_later(seed: int) -> None:
    random, done, hand_outs = Random(seed), frozenset[Part](), list[HandOut]()
    for months in sorted(random.choices(range(1, 13), k=5)):
        there = sorted(parts(YEAR, months) - done)
        brought = frozenset(random.sample(there, random.randint(0, len(there))))
        before = together([*hand_outs, HandOut(months, brought)], done)
        assert before == together(hand_outs, done)
        hand_outs.append(HandOut(months, brought))
        done |= brought
        for batch in batches(replace(YEAR, handed_out=tuple(hand_outs))):
            assert not {number for _portal, number in batch & done if number <= months} & {
                number for _portal, number in batch - done if number <= months
            }
