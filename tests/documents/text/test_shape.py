"""What is drawn equals what Qt lays out: the same glyphs of the same fonts at the same places."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app import paths
from app.documents.text.shape import shape
from app.domain.isolates import fixed, named
from tests.documents.text.glyph_order import drawn, laid_out, paragraph

ROOM = 10**7
# Qt does not kern across an isolate; thousandths of the size.
KERNING = 200
RTL = ("ar", "fa", "ckb")
VALUES = {
    "name": named("Kvarnen (kansanopisto)"),
    "date": fixed("24.11.2026"),
    "time": fixed("9–15"),
    "url": fixed("integration@jakobstad.fi"),
    "contact": fixed("+358 44 785 1686"),
    "place": fixed("Strengberginkatu 1"),
    "portal": named("Kotoutumisportti Kruunupyy"),
    "language": "українська",
}
PHRASES: dict[str, dict[str, str]] = json.loads(paths.resource("phrases.json").read_text("utf-8"))[
    "phrases"
]


class Filled(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "12"


def texts(language: str) -> list[str]:
    return [
        phrase[language].format_map(Filled(VALUES))
        for phrase in PHRASES.values()
        if language in phrase
    ]


def assert_as_qt(text: str, rtl: bool, room: int = ROOM) -> None:
    ours = paragraph(text, rtl)
    for start, end, theirs in laid_out(text, rtl, room):
        line = drawn(ours, start, end)
        assert [one[1:] for one in line] == [one[1:] for one in theirs], ascii(text)
        assert all(abs(a[0] - b[0]) <= KERNING for a, b in zip(line, theirs, strict=True)), ascii(
            text
        )


@pytest.mark.parametrize(
    "language", ["fi", "sv", "en", "uk", "ru", "ar", "fa", "so", "ckb", "vi", "ti"]
)
def test_every_phrase_is_drawn_as_qt_lays_it_out(qtbot: QtBot, language: str) -> None:
    for text in texts(language):
        assert_as_qt(text, language in RTL)
        assert_as_qt(text, language in RTL, 12_000)


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "اتصل بالرقم +358 44 785 1686 (Kela).",
        f"اتصل بالرقم {fixed('+358 44 785 1686')} (Kela).",
        f"ساعت {fixed('9–12')}, {fixed('13–16.30')}؛ [a@b.fi] «پنج» ۱۱۲ ۶",
        "کوردی (سۆرانی) – integration@jakobstad.fi/۲",
        "ቆጸራ: 112 ደውሉ። (Kela) ኣድራሻ 4፡30",
        "Phiếu giới thiệu 044 785 1686 [quý vị] ملاحظة",
        "می‌توانید نامه‌ها را",
        "<الهاتف> {1} ٪100 №5 Việt-Нам",
    ],
)
def test_numbers_brackets_and_addresses_in_any_text(qtbot: QtBot, text: str, rtl: bool) -> None:
    assert_as_qt(text, rtl)


def words() -> st.SearchStrategy[str]:
    found = sorted(
        {word for phrase in PHRASES.values() for t in phrase.values() for word in t.split()}
    )
    numbers = [
        "112",
        "044",
        "+358",
        "9–15",
        "24.11.2026",
        "(",
        ")",
        "[x]",
        "/",
        "a@b.fi",
        "۱۲۳",
        "«",
        "»",
    ]
    return st.sampled_from(found) | st.sampled_from(numbers)


@settings(max_examples=150, deadline=None)
@given(st.lists(words(), min_size=1, max_size=12), st.booleans(), st.sampled_from([ROOM, 9000]))
def test_scripts_in_any_mix(qapp: Any, mixed: list[str], rtl: bool, room: int) -> None:
    assert_as_qt(" ".join(mixed), rtl, room)


LETTERS = "abÅöжїاآبپتگچڕۆێهیکلامሰላምኣ019.,:-–()/[]« »\u2066\u2068\u2069\u200cşếđ"


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from(LETTERS), max_size=30))
def test_nothing_is_lost(text: str) -> None:
    ours = paragraph(text, True)
    kept = [line for room in (20.0, 90.0, 1e6) for line in ours.lines(room)]
    for room in (20.0, 90.0, 1e6):
        lines = ours.lines(room)
        assert "".join(ours.text[line.start : line.end] for line in lines) == text
    assert all(line.end > line.start for line in kept)


@given(st.text(st.sampled_from(LETTERS), max_size=30))
def test_every_character_is_told(text: str) -> None:
    for rtl in (False, True):
        glyphs = [glyph.text for run in shape(text, rtl, False) for glyph in run.glyphs]
        told = "".join(reversed(glyphs) if rtl else glyphs)
        signs = dict.fromkeys(map(ord, "\u2066\u2068\u2069"))
        assert sorted(told) == sorted(text.translate(signs))
