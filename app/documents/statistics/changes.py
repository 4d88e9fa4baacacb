"""How a figure differs from that of the compared period, in signs and in words."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.sheet import decimal
from app.localization import _, current

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Change:
    """What stands beside the figure and what is read out; `direction` is -1, 0 or 1."""

    shown: str
    spoken: str
    direction: int


def in_percent(now: float, before: float) -> Change | None:
    """The change in per cent of what was before; there is none of nothing."""
    if not before:
        return None
    percent = round(100 * (now - before) / before)
    return _change(percent, f"{current().number(abs(percent))}{NBSP}%")


def in_points(now: float | None, before: float | None) -> Change | None:
    """The change of a percentage, in percentage points."""
    if now is None or before is None:
        return None
    points = round(now) - round(before)
    return _change(points, _("{n} pp", n=current().number(abs(points))))


def in_numbers(now: float | None, before: float | None, unit: str = "") -> Change | None:
    """The plain difference; `unit` stands behind it, such as "min"."""
    if now is None or before is None:
        return None
    difference = round(now, 1) - round(before, 1)
    text = current().number(abs(round(difference))) if unit else decimal(abs(difference))
    return _change(round(difference, 0 if unit else 1), f"{text}{NBSP}{unit}".strip())


def _change(difference: float, size: str) -> Change:
    direction = (difference > 0) - (difference < 0)
    if not direction:
        return Change(_("unchanged"), _("unchanged"), 0)
    if direction > 0:
        return Change(f"+{size}", _("{size} more", size=size), 1)
    return Change(f"\N{MINUS SIGN}{size}", _("{size} less", size=size), -1)
