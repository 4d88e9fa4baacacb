"""Choosing a few of a few."""

from hypothesis import given
from hypothesis import strategies as st

from app.ui.widgets.choice import Choice

toggles = st.lists(st.sampled_from("abcdef"))


def test_the_same_key_again_takes_it_back() -> None:
    choice = Choice(3)
    assert choice.toggle("a")
    assert choice.toggle("a")
    assert choice.codes == ()


def test_one_too_many_is_refused() -> None:
    choice = Choice(2)
    choice.put("ab")
    assert not choice.toggle("c")
    assert choice.codes == ("a", "b")


def test_with_one_answer_the_new_one_takes_its_place() -> None:
    choice = Choice(1)
    assert choice.toggle("a")
    assert choice.toggle("b")
    assert choice.codes == ("b",)


def test_the_usual_answer_gives_way() -> None:
    choice = Choice(3)
    choice.put("a", preset=True)
    choice.toggle("b")
    assert (choice.codes, choice.preset) == (("b",), False)


def test_the_usual_answer_can_be_confirmed() -> None:
    choice = Choice(1)
    choice.put("a", preset=True)
    choice.toggle("a")
    assert (choice.codes, choice.preset) == (("a",), False)


@given(st.integers(1, 4), toggles)
def test_never_more_than_the_limit_and_none_twice(limit: int, keys: list[str]) -> None:
    choice = Choice(limit)
    for key in keys:
        choice.toggle(key)
        assert len(choice.codes) <= limit
        assert len(set(choice.codes)) == len(choice.codes)


@given(toggles)
def test_the_order_is_that_of_choosing(keys: list[str]) -> None:
    choice, last_chosen = Choice(6), dict[str, int]()
    for at, key in enumerate(keys):
        choice.toggle(key)
        last_chosen[key] = at
    times = [last_chosen[code] for code in choice.codes]
    assert times == sorted(times)
