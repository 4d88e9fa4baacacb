"""Days and times as a slip writes them: the same digits in every language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from app.domain.place import Span

_CLDR = {"fi": "fi", "sv": "sv_FI"}


def clock(at: time | datetime) -> str:
    """9 or 16.30."""
    return f"{at.hour}.{at.minute:02}" if at.minute else str(at.hour)


def spans(open_times: Sequence[Span]) -> str:
    """9–15, or 9–12, 13–16.30."""
    return ", ".join(f"{clock(span.opens)}–{clock(span.closes)}" for span in open_times)


def short_day(day: date) -> str:
    """4.9."""
    return f"{day.day}.{day.month}."


def full_day(day: date) -> str:
    """4.9.2026."""
    return f"{day.day}.{day.month}.{day.year}"


def weekday(day: date, language: str) -> str:
    """The weekday in full, in any language of the phrases."""
    from babel import Locale

    names = Locale.parse(_CLDR.get(language, language)).days["stand-alone"]["wide"]
    return str(names[day.weekday()])
