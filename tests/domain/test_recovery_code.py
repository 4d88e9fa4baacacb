import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.recovery_code import ALPHABET, RANDOM_BYTES, new_code, normalise

codes = st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES).map(new_code)


def assert_mistyped(typed: str) -> None:
    with pytest.raises(Refused) as refusal:
        normalise(typed)
    assert refusal.value.code == "recovery_mistyped"
    assert not refusal.value.values


def outcome_of(typed: str) -> str:
    """The code, or why there is none."""
    try:
        return normalise(typed)
    except Refused as refusal:
        return refusal.code


@given(codes)
def test_a_code_is_eight_groups_of_four_without_look_alikes(code: str) -> None:
    assert [len(group) for group in code.split("-")] == [4] * 8
    assert not set(code) & set("ILOU")
    assert normalise(code) == code


@given(codes, st.data())
def test_one_wrong_symbol_is_always_noticed(code: str, data: st.DataObject) -> None:
    symbols = list(code.replace("-", ""))
    place = data.draw(st.integers(0, len(symbols) - 1))
    symbols[place] = data.draw(st.sampled_from(ALPHABET.replace(symbols[place], "")))
    assert_mistyped("".join(symbols))


@given(codes, st.integers(0, 30))
def test_two_swapped_neighbours_are_always_noticed(code: str, place: int) -> None:
    symbols = code.replace("-", "")
    first, second = symbols[place], symbols[place + 1]
    swapped = symbols[:place] + second + first + symbols[place + 2 :]
    if first == second:
        assert normalise(swapped) == code
    else:
        assert_mistyped(swapped)


@given(codes, st.integers(0, 31))
def test_a_lost_or_doubled_symbol_is_noticed(code: str, place: int) -> None:
    symbols = code.replace("-", "")
    assert_mistyped(symbols[:place] + symbols[place + 1 :])
    assert_mistyped(symbols[: place + 1] + symbols[place:])


@given(codes, st.sampled_from([" ", "", "--", "\u2013", "\u2212", "\u00a0", "\n", "\u200e"]))
def test_case_gaps_and_look_alikes_are_forgiven(code: str, gap: str) -> None:
    typed = code.replace("-", gap).replace("0", "o").replace("1", "l").lower()
    assert normalise(f" {typed} ") == code
    assert normalise(code.replace("0", "O").replace("1", "I")) == code


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_a_code_or_a_refusal(typed: str) -> None:
    outcome = outcome_of(typed)
    assert outcome == "recovery_mistyped" or normalise(outcome) == outcome


def test_other_random_bytes_give_another_code() -> None:
    first_bit = bytes([128]) + bytes(RANDOM_BYTES - 1)
    last_used_bit = bytes(RANDOM_BYTES - 1) + bytes([32])
    assert len({new_code(bytes(RANDOM_BYTES)), new_code(first_bit), new_code(last_used_bit)}) == 3


def test_a_code_takes_twenty_bytes() -> None:
    with pytest.raises(ValueError, match="20 random bytes"):
        new_code(bytes(16))


def test_the_printed_form_stays_readable_in_later_versions() -> None:
    code = new_code(bytes(range(RANDOM_BYTES)))
    assert code == "000G-40R4-0M30-E209-185G-R38E-1W81-24GN"
