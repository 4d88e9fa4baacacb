"""A name taken apart: parts in any order, articles aside, neighbours that may be one word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from app.domain.names.letters import folded, plain, script_of, sounded, written, written_out
from app.domain.names.sound import Reading, readings

MOST: Final = 8
_BREAKS: Final = re.compile(r"[\s\-‐-―.,;:/()\[\]\"“”«»_*%&+|\\]+")
_INSIDE: Final = re.compile(r"['’‘ʼ`´ʹʻʾʿ]")
_ARTICLES: Final = frozenset(("al", "el", "ul", "il", "ud", "ur", "ar", "ash", "ال"))
_JOINED_ARTICLES: Final = _ARTICLES | {"as", "az", "an", "ad", "at", "es", "ez", "ed", "et"}
_ARABIC_ARTICLE: Final = re.compile("^ال(?=.{3})")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name: its plain text and its spellings in a to z.

    All follows from the text; `written` has the capital letters too.
    """

    text: str
    script: str = field(compare=False)
    spellings: frozenset[str] = field(compare=False)
    written: str = field(compare=False)

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How it may be spoken; worked out when it is asked for, which takes a while."""
        return readings(self.text)

    @property
    def length(self) -> int:
        return max(map(len, self.spellings))


@lru_cache(maxsize=1 << 15)
def part_of(word: str) -> Part:
    """The part that a word of a name is, as `written` gives it."""
    text = plain(word)
    spellings = frozenset({folded(text), written_out(text), sounded(text)}) - {""}
    return Part(text, script_of(text), spellings, word)


@lru_cache(maxsize=1 << 15)
def parts_of(name: str) -> tuple[Part, ...]:
    """The parts of a name, in the order in which they stand, without articles."""
    bare = _INSIDE.sub("", written(name))
    words = [word for word in _BREAKS.split(bare) if folded(plain(word))]
    return tuple(part_of(word) for word in _without_articles(bare, words)[:MOST])


def _without_articles(bare: str, words: Sequence[str]) -> list[str]:
    kept = [
        word
        for word, after in pairwise((*words, ""))
        if not after or not _is_article(word, f"{word}-{after}" in bare)
    ]
    return [_ARABIC_ARTICLE.sub("", word) for word in kept]


def _is_article(word: str, joined: bool) -> bool:
    """Whether a word before another is an article; some are only with a hyphen behind them."""
    small = word.casefold()
    return small in _ARTICLES or (joined and small in _JOINED_ARTICLES)


@lru_cache(maxsize=1 << 15)
def together(first: Part, second: Part) -> Part:
    """Two neighbours written as one word: Abd al-Rahman and Abdurrahman, Tekle Haymanot."""
    return part_of(f"{first.written}{second.written}")
