"""The longest bars of a breakdown, and all others as one."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.disclosure.publications import together
from app.domain.hidden import Count
from app.localization import _n
from app.ui.charts.ranks import Rank

TOP = 9


def ranks(named: Sequence[Rank], whole: tuple[Count, Count | None] | None = None) -> list[Rank]:
    """The first rows, then the sum of the rest; all of them where the rest is one.

    `whole` are the sums of all rows now and before, where rows add up and some may be hidden.
    """
    count = len(named) if len(named) <= TOP + 1 else TOP
    if count == len(named):
        return list(named)
    shown, rest = named[:count], named[count:]
    now, past = whole or (None, None)
    value = _left(now, [one.value for one in shown], [one.value for one in rest])
    before = None
    if any(one.before is not None for one in rest):
        before = _left(past, _known(shown), _known(rest))
    name = _n("+ {n} other", "+ {n} others", len(rest))
    return [*shown, Rank(name, value, before, rest=True)]


def _known(ranks: Sequence[Rank]) -> list[Count]:
    return [one.before for one in ranks if one.before is not None]


def _left(whole: Count | None, shown: Sequence[Count], rest: Sequence[Count]) -> Count:
    """What the rest has: it follows from the whole where all that is shown is told."""
    told = [count for count in shown if isinstance(count, int)]
    if isinstance(whole, int) and len(told) == len(shown):
        return whole - sum(told)
    return together(rest)
