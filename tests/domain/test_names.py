"""Names are one name whatever their script, spelling and order, and strangers stay strangers."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.names.compare import Match, match
from app.domain.names.keys import Known, beginnings, keys_of, sounds
from app.domain.names.letters import folded, plain
from app.domain.names.likeness import How
from app.domain.names.parts import parts_of

LIST: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "data" / "spellings.json").read_text("utf-8")
)
SPELLINGS = [
    (query, person["name"])
    for person in LIST["people"]
    for queries in person["as"].values()
    for query in queries
]
STRANGERS = [tuple(pair) for pair in LIST["strangers"]]
words = st.text("abdeghiklmnorstuyz", min_size=5, max_size=9)
names = st.lists(words, min_size=1, max_size=4, unique=True)


def matched(asked: str, found: str) -> Match | None:
    return match(parts_of(asked), parts_of(found))


def test_the_list_is_long_enough() -> None:
    assert len(SPELLINGS) >= 150
    assert len(LIST["people"]) >= 50
    kinds = {kind: 0 for person in LIST["people"] for kind in person["as"]}
    for person in LIST["people"]:
        for kind, queries in person["as"].items():
            kinds[kind] += len(queries)
    least = {"arabic": 30, "cyrillic": 25, "somali": 20, "vietnamese": 15, "ethiopic": 10}
    assert all(kinds[kind] >= number for kind, number in least.items())


@pytest.mark.parametrize(("asked", "kept"), SPELLINGS)
def test_a_spelling_is_the_name(asked: str, kept: str) -> None:
    assert matched(asked, kept) is not None


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_strangers_are_told_apart(one: str, other: str) -> None:
    assert matched(one, other) is None
    assert matched(other, one) is None


@pytest.mark.parametrize(("asked", "kept"), SPELLINGS)
def test_what_matches_has_a_key_for_each_part(asked: str, kept: str) -> None:
    keys, parts = keys_of(Known((kept,), 1)), parts_of(asked)
    spelt = [
        any(key.startswith(begun) for key in keys for begun in beginnings(part)) for part in parts
    ]
    spoken = [not keys.isdisjoint(some) for some in sounds(parts, near=True)]
    assert sum(map(max, spelt, spoken)) >= len(parts) - (len(parts) > 2)


@pytest.mark.parametrize(
    ("asked", "kept", "how"),
    [
        ("Yusuf", "Yusuf Haidari", How.SAME),
        ("YUSUF", "yusuf", How.SAME),
        ("Yus", "Yusuf Haidari", How.BEGINS),
        ("Youssef", "Yusuf Haidari", How.SPELLING),
        ("يوسف", "Yusuf Haidari", How.SCRIPT),
        ("Юсуф", "Yusuf Haidari", How.LETTERS),
        ("Юс", "Yusuf Haidari", How.LETTERS),
        ("Haidrai", "Yusuf Haidari", How.SPELLING),
        ("Sundqvits", "Sundqvist", How.SLIP),
        ("Muller", "Müller", How.SAME),
        ("Mueller", "Müller", How.SAME),
        ("Aasa", "Åsa", How.SAME),
        ("Strasser", "Straßer", How.SAME),
        ("YILDIRIM", "Yıldırım", How.SAME),
        ("Nguyen", "Nguyễn", How.SAME),
        ("Xasan", "Hassan", How.SPELLING),
        ("Cabdi", "Abdi", How.SPELLING),
    ],
)
def test_it_says_how_a_part_fits(asked: str, kept: str, how: How) -> None:
    fitting = matched(asked, kept)
    assert fitting is not None
    assert fitting.fits[0].how is how
    assert fitting.certain is how.is_spelt


def test_the_fit_names_both_as_they_were_written() -> None:
    fitting = matched("müller", "Jörg MÜLLER")
    assert fitting is not None
    assert [(fit.asked, fit.found) for fit in fitting.fits] == [("müller", "MÜLLER")]


@pytest.mark.parametrize(
    ("asked", "better", "worse"),
    [
        ("Hussein Jaber", "Hussein Jaber", "Hussein Saeed Jaber"),
        ("Mohammed", "Mohamed", "Mahmoud"),
        ("محمد", "Muhammad", "Mahmoud"),
        ("Tetiana", "Tetiana", "Tatiana"),
    ],
)
def test_the_nearer_name_has_the_higher_score(asked: str, better: str, worse: str) -> None:
    near, far = matched(asked, better), matched(asked, worse)
    assert near is not None
    assert far is None or near.score > far.score


def test_one_of_three_parts_may_be_missing_but_not_another_name() -> None:
    assert matched("Ahmad Karim Haddad", "Ahmad Haddad") is not None
    assert matched("Ahmad Karim Haddad", "Ahmad Samir Haddad") is None
    assert matched("Ahmad Haddad", "Ahmad") is None


@given(names)
def test_a_name_is_itself_in_any_order(parts: list[str]) -> None:
    whole = " ".join(parts)
    for asked in (whole, " ".join(reversed(parts)), whole.upper(), "-".join(parts)):
        fitting = matched(asked, whole)
        assert fitting is not None
        assert fitting.certain


@given(names, st.data())
def test_what_is_begun_is_found_while_it_is_typed(parts: list[str], data: st.DataObject) -> None:
    typed = [part[: data.draw(st.integers(1, len(part)))] for part in parts]
    assert matched(" ".join(typed), " ".join(parts)) is not None


@given(words, st.data())
def test_two_letters_exchanged_are_a_slip(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 2))
    slipped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert matched(slipped, word) is not None


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    fitting = matched(one, other)
    assert fitting is None or 0 < fitting.score <= 1


@given(st.text(max_size=80))
def test_keys_are_short_and_plain(name: str) -> None:
    for key in keys_of(Known((name,), 1)):
        assert 0 < len(key) <= 48
        assert key.isascii()
        assert key.isprintable()


@given(st.text(max_size=60))
def test_every_text_folds_to_letters_and_digits(text: str) -> None:
    spelt = folded(plain(text))
    assert spelt == "" or (spelt.isascii() and spelt.isalnum() and spelt == spelt.lower())


@pytest.mark.parametrize("sign", ["\u200f", "\u202b", "\u2067", "\u00ad", "\u0640", "\u064e"])
def test_direction_marks_and_ornaments_are_nothing(sign: str) -> None:
    fitting = matched(f"مح{sign}مد", "محمد")
    assert fitting is not None
    assert fitting.certain
