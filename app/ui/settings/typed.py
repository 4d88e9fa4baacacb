"""Hours and days as one types them, and the sentence for what is not one; no Qt."""

import re
from collections.abc import Callable, Iterable
from datetime import date, time
from typing import Any, Final, TypeVar

from app.domain.errors import Refused
from app.domain.place import Span, check_spans
from app.words.sentences import sentence

T = TypeVar("T")

DASH: Final = "–"
_DASHES: Final = re.compile("[‐‑‒–—−]")
_TIME: Final = r"(\d{1,2})(?:[.:]?(\d{2}))?"
_SPAN: Final = re.compile(rf"(?<!\d){_TIME}\s*-\s*{_TIME}(?!\d)")
_BETWEEN: Final = re.compile(r"[\s,;]*")
_DAY: Final = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.?(?:\s*(\d{4}|\d{2}))?")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_spans(text: str) -> tuple[Span, ...]:
    """The open times in "9–15" or "9.00-15.30, 16:00 – 18"; none, when it is empty, for closed.

    Errors: `hours_not_understood`, `span_backwards`, `spans_overlap`.
    """
    plain = _DASHES.sub("-", text)
    if not _BETWEEN.fullmatch(_SPAN.sub("", plain)):
        raise Refused("hours_not_understood")
    spans = sorted(map(_span, _SPAN.finditer(plain)), key=lambda span: span.opens)
    check_spans(spans)
    return tuple(spans)


def spans_text(spans: Iterable[Span]) -> str:
    """The same written out: "9–15.30, 16–18"."""
    return ", ".join(f"{_written(span.opens)}{DASH}{_written(span.closes)}" for span in spans)


def read_day(text: str, today: date) -> date:
    """A day as one types it: 24.11.2026, 24.11.26, 2026-11-24; 24.11. is the next one to come.

    Errors: `day_not_understood`.
    """
    text = text.strip()
    try:
        if match := _ISO.fullmatch(text):
            return date(*map(int, match.groups()))
        if match := _DAY.fullmatch(text):
            day, month = int(match[1]), int(match[2])
            if match[3]:
                year = int(match[3])
                return date(year + 2000 if year < 100 else year, month, day)
            return _coming(day, month, today)
    except ValueError:
        pass
    raise Refused("day_not_understood")


def understood(read: Callable[..., T], *given: Any) -> tuple[T | None, str]:
    """What `read` makes of what is given, or None and the sentence with which it refuses it."""
    try:
        return read(*given), ""
    except Refused as refused:
        return None, sentence(refused)


def _coming(day: int, month: int, today: date) -> date:
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _span(match: re.Match[str]) -> Span:
    return Span(_time(match[1], match[2]), _time(match[3], match[4]))


def _time(hour: str, minute: str | None) -> time:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise Refused("hours_not_understood") from None


def _written(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else str(moment.hour)
