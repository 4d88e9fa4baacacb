"""Words, dates and numbers in Finnish, Swedish and English; no Qt.

`_`, `_n` and `_p` speak the language in use, which `use` sets and which may change at run time;
whoever prints in another language than that asks `words("sv")` for its own.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app import paths

if TYPE_CHECKING:
    from datetime import date, datetime, time

LANGUAGES: Final = ("fi", "sv", "en")
NAMES: Final = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
DOMAIN: Final = "kotoportti"
NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
WEEKDAYS: Final = {
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
    "sv": ("må", "ti", "on", "to", "fr", "lö", "sö"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message that is translated where it is shown, not where it stands."""
    return message


WEEKDAY_NAMES: Final = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


class Words:
    """One language: its sentences, dates and numbers."""

    def __init__(self, language: str, catalog: gettext.NullTranslations) -> None:
        self.language = language
        self._catalog = catalog

    def text(self, message: str, **values: object) -> str:
        return self._catalog.gettext(message).format(**values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The sentence for `n` things; `{n}` in it is written with the language's thousands."""
        return self._catalog.ngettext(one, many, n).format(n=self.number(n), **values)

    def context(self, context: str, message: str, **values: object) -> str:
        """A short word that means different things in different places."""
        return self._catalog.pgettext(context, message).format(**values)

    def full_date(self, day: date) -> str:
        """24.11.2026, the same in all three languages."""
        return f"{day.day}.{day.month}.{day.year}"

    def short_date(self, day: date) -> str:
        """ "ti 24.11." with the short weekday."""
        return f"{self.weekday(day)} {day.day}.{day.month}."

    def weekday(self, day: date) -> str:
        return WEEKDAYS[self.language][day.weekday()]

    def weekday_name(self, day: date) -> str:
        """The weekday in full, as it stands inside a line."""
        return self.text(WEEKDAY_NAMES[day.weekday()])

    def clock_time(self, moment: datetime | time) -> str:
        """10.44, hour without a leading zero."""
        return f"{moment.hour}.{moment.minute:02}"

    def number(self, n: int) -> str:
        """1 234 567 with a no-break space, and U+2212 for minus."""
        digits = f"{abs(n):,}".replace(",", NO_BREAK_SPACE)
        return digits if n >= 0 else f"\N{MINUS SIGN}{digits}"

    def listing(self, parts: Iterable[str]) -> str:
        """The parts side by side, as the program reads a visit back: "a · b"."""
        return " · ".join(part for part in parts if part)


def _catalog(folder: Path) -> gettext.NullTranslations:
    """The compiled catalog of one language, compiled in memory where a checkout has none."""
    source, compiled = folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"
    if compiled.exists() and (
        not source.exists() or compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns
    ):
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    if not source.exists():
        return gettext.NullTranslations()
    return gettext.GNUTranslations(io.BytesIO(compile_catalog(source)))


def compile_catalog(source: Path) -> bytes:
    """The machine form of one catalog file."""
    from babel.messages import mofile, pofile

    out = io.BytesIO()
    with source.open("rb") as file:
        mofile.write_mo(out, pofile.read_po(file, domain=DOMAIN))
    return out.getvalue()


@cache
def words(language: str) -> Words:
    """The words of `language` (one of `LANGUAGES`)."""
    folder = paths.bundled("i18n") / language / "LC_MESSAGES"
    return Words(language, _catalog(folder))


_in_use = words("en")


def use(language: str) -> None:
    """Make `language` the one that `_`, `_n`, `_p` and `current` speak from now on."""
    global _in_use
    _in_use = words(language)


def current() -> Words:
    """The language in use."""
    return _in_use


def _(message: str, /, **values: object) -> str:
    return _in_use.text(message, **values)


def _n(one: str, many: str, n: int, /, **values: object) -> str:
    return _in_use.plural(one, many, n, **values)


def _p(context: str, message: str, /, **values: object) -> str:
    return _in_use.context(context, message, **values)


def capital(text: str) -> str:
    """The text with a capital, as a heading begins."""
    return text[:1].upper() + text[1:]
