"""The numbers of an axis."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.documents.scale import thinned, ticks


@given(st.integers(0, 10_000_000))
def test_the_scale_begins_at_nothing_and_holds_the_highest(highest: int) -> None:
    found = ticks(highest)
    assert found[0] == 0
    assert found[-1] >= highest
    assert 2 <= len(found) <= 5


@given(st.integers(1, 10_000_000))
def test_steps_are_round_and_equal(highest: int) -> None:
    found = ticks(highest)
    steps = {later - earlier for earlier, later in itertools.pairwise(found)}
    (step,) = steps
    assert str(step).rstrip("0") in ("1", "2", "5")
    assert found[-2] < highest


def test_a_month_of_visits() -> None:
    assert ticks(287) == [0, 100, 200, 300]
    assert ticks(0) == [0, 1]


@given(st.integers(1, 500), st.floats(1, 4000), st.floats(1, 200))
def test_labels_that_are_left_have_room(count: int, room: float, wanted: float) -> None:
    every = thinned(count, room, wanted)
    written = -(-count // every)
    assert every >= 1
    assert written == 1 or (written - 1) * wanted <= int(room) + wanted
