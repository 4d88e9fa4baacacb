"""What is made when it is looked at is made neither before nor otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.lazily import Lazily


def test_nothing_is_made_before_it_is_looked_at() -> None:
    made = []

    def doubled(number: int) -> int:
        made.append(number)
        return 2 * number

    some = Lazily([1, 2, 3, 4], doubled)
    assert len(some) == 4
    assert made == []
    assert some[-1] == 8
    assert list(some[1:3]) == [4, 6]
    assert made == [4, 2, 3]


@given(st.lists(st.integers()), st.slices(9))
def test_it_is_the_sequence_of_all_that_is_made(numbers: list[int], part: slice) -> None:
    some, all_made = Lazily(numbers, str), [str(number) for number in numbers]
    assert some == all_made
    assert some[part] == all_made[part]
    assert some != [*all_made, "one more"]
    assert list(reversed(some)) == all_made[::-1]
