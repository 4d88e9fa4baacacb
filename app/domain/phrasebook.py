"""Printed phrases in the languages of visitors, and which of them may be printed.

A confirmed language (fi, sv, en) is always printed. A draft, which no native reader has read
yet, only after a supervisor has switched it on, and always beside Finnish or Swedish.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.domain.errors import Refused

BESIDE: Final = ("fi", "sv")
LAST_RESORT: Final = "en"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the phrases: its own name for itself and its names in fi, sv and en."""

    code: str
    endonym: str
    name: Mapping[str, str]
    rtl: bool
    draft: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and the language that it is really in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All phrases by key and language; `fallback` maps a language without any to a near one."""

    tongues: Mapping[str, Tongue]
    fallback: Mapping[str, str]
    phrases: Mapping[str, Mapping[str, str]]

    def printed(self, language: str, switched_on: Collection[str]) -> str:
        """The language in which a reader of `language` gets paper.

        Errors: `language_off` for a draft that is not switched on.
        """
        if language in self.tongues:
            if self.may_print(language, switched_on):
                return language
            raise Refused("language_off", language=language)
        near = self.fallback.get(language, LAST_RESORT)
        return near if self.may_print(near, switched_on) else LAST_RESORT

    def may_print(self, language: str, switched_on: Collection[str]) -> bool:
        tongue = self.tongues.get(language)
        return tongue is not None and (not tongue.draft or language in switched_on)

    def drafts(self) -> frozenset[str]:
        """The languages that wait for their first reader."""
        return frozenset(code for code, tongue in self.tongues.items() if tongue.draft)

    def phrase(self, key: str, language: str, /, **values: str) -> Phrase:
        """The phrase in the language, else in English; `values` fill its places."""
        texts = self.phrases[key]
        found = language if language in texts else LAST_RESORT
        return Phrase(texts[found].format(**values), found)

    def rtl(self, language: str) -> bool:
        """Whether the language is written from right to left."""
        tongue = self.tongues.get(language)
        return tongue is not None and tongue.rtl


def phrasebook_from(data: Mapping[str, Any]) -> Phrasebook:
    """The phrases from the contents of `phrases.json`."""
    tongues = {
        code: Tongue(
            code, entry["endonym"], entry["name"], entry["rtl"], entry["status"] == "draft"
        )
        for code, entry in data["languages"].items()
    }
    return Phrasebook(tongues, data["fallback"], data["phrases"])
