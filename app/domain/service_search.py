"""Finding services by words in any of their languages, as they are spelt or nearly so."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Final

from app.domain.directory import Service
from app.domain.open_state import open_state

_LETTERS: Final = str.maketrans({"æ": "a", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})
_SAME: Final = (("ae", "a"), ("oe", "o"), ("w", "v"))
_NOT_WORD: Final = re.compile(r"[\W_]+")
_HYPHENS: Final = re.compile(r"[-‐‑‒–’']")
_NEAR_FROM: Final = 5


class Rank(IntEnum):
    """How well a service was found; the lowest first."""

    NAME_BEGINS = 0
    NAME_WORDS = 1
    OTHER_WORDS = 2
    INSIDE = 3
    NAME_NEARLY = 4
    NEARLY = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a service must be, beside the words; empty where anything will do.

    `open_at` is an aware moment. `on` leaves out what is off, ended or not yet begun then.
    """

    category: str = ""
    municipality: str = ""
    language: str = ""
    open_at: datetime | None = None
    checked_since: date | None = None
    on: date | None = None

    def is_met(self, service: Service) -> bool:
        since, checked = self.checked_since, service.checked_on
        return (
            self.category in ("", service.category)
            and (not self.municipality or service.serves(self.municipality))
            and (not self.language or self.language in service.languages)
            and (self.open_at is None or bool(open_state(service.hours, self.open_at).is_open))
            and (since is None or (checked is not None and checked >= since))
            and (self.on is None or service.holds_on(self.on))
        )


ANYTHING: Final = Wanted()


@dataclass(frozen=True, slots=True)
class Card:
    """The folded words by which a service is found: those of its names, and all others."""

    names: tuple[str, ...]
    others: frozenset[str]

    def rank(self, typed: Sequence[str]) -> Rank | None:
        """How well all the typed words are found here; None when one of them is not."""
        whole = " ".join(typed)
        in_names = frozenset(word for name in self.names for word in name.split())
        every = in_names | self.others
        if any(name.startswith(whole) for name in self.names):
            return Rank.NAME_BEGINS
        for rank, words in ((Rank.NAME_WORDS, in_names), (Rank.OTHER_WORDS, every)):
            if all(any(word.startswith(part) for word in words) for part in typed):
                return rank
        if all(any(part in word for word in every) for part in typed):
            return Rank.INSIDE
        for rank, words in ((Rank.NAME_NEARLY, in_names), (Rank.NEARLY, every)):
            if all(any(_nearly(part, word) for word in words) for part in typed):
                return rank
        return None


def folded(text: str) -> str:
    """The text as it is compared: without case, accents, hyphens; ä, æ and ae are all a."""
    plain = unicodedata.normalize("NFKD", _HYPHENS.sub("", text.casefold()))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = plain.translate(_LETTERS)
    for spelt, same in _SAME:
        plain = plain.replace(spelt, same)
    return " ".join(_NOT_WORD.sub(" ", plain).split())


def card(service: Service, others: Iterable[str]) -> Card:
    """The words of a service: of its names, of its notes and address, and `others`."""
    texts = [*others, *service.note.values(), service.id]
    if service.address is not None:
        for each in (service.address.street, service.address.place):
            texts.extend(each.values())
    names = dict.fromkeys(folded(name) for name in service.name.values() if name)
    return Card(tuple(names), frozenset(word for text in texts for word in folded(text).split()))


def search(
    services: Sequence[Service], cards: Mapping[str, Card], typed: str, wanted: Wanted
) -> list[Service]:
    """The services that are wanted and have the typed words, best first, else in their order."""
    words = folded(typed).split()
    found: list[tuple[Rank, int]] = []
    for place, service in enumerate(services):
        rank = cards[service.id].rank(words) if words else Rank.NAME_BEGINS
        if rank is not None and wanted.is_met(service):
            found.append((rank, place))
    return [services[place] for _rank, place in sorted(found)]


def _nearly(part: str, word: str) -> bool:
    """Whether a longer word begins as typed but for one letter: another, one more, one less."""
    if len(part) < _NEAR_FROM:
        return word.startswith(part)
    same = next((i for i, (a, b) in enumerate(zip(part, word, strict=False)) if a != b), None)
    if same is None:
        return len(word) + 1 >= len(part)
    rests = (
        (part[same + 1 :], word[same + 1 :]),
        (part[same + 1 :], word[same:]),
        (part[same:], word[same + 1 :]),
    )
    return any(word_rest.startswith(part_rest) for part_rest, word_rest in rests) or (
        part[same + 1 : same + 2] == word[same : same + 1]
        and word[same + 1 :].startswith(part[same : same + 1] + part[same + 2 :])
    )
