"""Every answer is spoken whole in each language."""

from itertools import product

import pytest

from app import localization
from app.domain.responsibility.answer import responsible
from app.domain.responsibility.values import (
    Case,
    Duty,
    Flag,
    Group,
    Labour,
    Note,
    Reading,
    Source,
)
from app.services.responsible import bundled_table
from app.words.responsible import (
    duty_word,
    group_word,
    labour_word,
    pill_word,
    reasons,
    source_words,
)

TABLE = bundled_table()
DECIDED = dict.fromkeys(TABLE.open_rows(), Reading.UNIT)
GROUPS = [frozenset(), frozenset({Group.UNACCOMPANIED_MINOR}), frozenset(Group)]
ANSWERS = [
    responsible(TABLE, Case(municipality, labour, groups, under_18, out_of_scope), decided)
    for municipality, labour, groups, under_18, out_of_scope, decided in product(
        TABLE.municipalities, Labour, GROUPS, (False, True), (False, True), ({}, DECIDED)
    )
]


def test_all_flags_and_notes_come_up() -> None:
    assert {flag for answer in ANSWERS for flag in answer.flags} == set(Flag)
    assert {note for answer in ANSWERS for note in answer.notes} == set(Note)


@pytest.mark.parametrize("language", localization.LANGUAGES)
def test_every_sentence_is_whole(language: str) -> None:
    localization.use(language)
    for answer in ANSWERS:
        for sentence in reasons(TABLE, answer):
            assert sentence[0].isupper()
            assert sentence[-1] == "."
            assert "{" not in sentence
        assert bool(pill_word(answer)) == bool(answer.flags)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_nothing_is_left_in_english(language: str) -> None:
    said = {
        spoken
        for answer in ANSWERS
        for spoken in (*reasons(TABLE, answer), pill_word(answer))
        if spoken
    }
    words = [
        *map(duty_word, Duty),
        *map(labour_word, Labour),
        *map(group_word, Group),
    ]
    localization.use(language)
    for answer in ANSWERS:
        assert said.isdisjoint(reasons(TABLE, answer))
        assert pill_word(answer) not in said
    own = [
        *map(duty_word, Duty),
        *map(labour_word, Labour),
        *map(group_word, Group),
    ]
    assert set(words) & set(own) <= {"Plan"}


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("fi", "rivi 97, 392 · laki 3 §, 14 § 4 mom., 14 § 1 mom. 4 kohta"),
        ("sv", "rad 97, 392 · lagen 3 §, 14 § 4 mom., 14 § 1 mom. 4 punkten"),
        ("en", "lines 97, 392 · Act s. 3, s. 14(4), s. 14(1)(4)"),
    ],
)
def test_a_source_is_named_as_the_language_does(language: str, spoken: str) -> None:
    localization.use(language)
    assert source_words(Source((97, 392), ((3,), (14, 4), (14, 1, 4)))) == spoken
