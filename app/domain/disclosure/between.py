"""Between which numbers a hidden one lies, for all to see.

It follows from published cells alone, so that "19 806–19 830" in place of "•" gives nothing away
that was not told: a great sum stays of use although a small part of it is hidden.
"""

from collections.abc import Iterable

from app.domain.counting import Breakdown
from app.domain.disclosure.board import parts
from app.domain.disclosure.cells import Complementary, Primary, Shown, Span, month
from app.domain.disclosure.published import Published, cover

Bounds = tuple[int, int | None]


def between(
    published: Published, breakdown: Breakdown | None, portal: str | None, span: Span, value: str
) -> Bounds:
    """The lowest and highest number that a cell may be; None where nothing tells the highest."""
    match published.cell(breakdown, portal, span, value):
        case Shown(count):
            return count, count
        case Primary(beside):
            return beside + 1, beside + published.threshold - 1
        case Complementary(low):
            pass
    if portal is None:
        return _added(
            between(published, breakdown, each, span, value) for each in published.portals
        )
    if span.first != span.last:
        pieces = list(cover(span, published.months))
        ended = pieces if pieces != [span] else parts(span)
        return _added(between(published, breakdown, portal, part, value) for part in ended)
    return low, _most(published, breakdown, portal, span.first, value)


def _added(bounds: Iterable[Bounds]) -> Bounds:
    low, high = 0, 0
    known = True
    for least, most in bounds:
        low += least
        high += most or 0
        known = known and most is not None
    return low, high if known else None


def _most(
    published: Published, breakdown: Breakdown | None, portal: str, number: int, value: str
) -> int | None:
    """What the month's total leaves for a value beside what is known of the others."""
    match published.cell(None, portal, month(number)):
        case Shown(total):
            pass
        case Primary():
            total = published.threshold - 1
        case Complementary():
            return None
    if breakdown is None or breakdown is Breakdown.OUTCOME:
        return total
    others = 0
    for other in published.values[breakdown]:
        if other != value:
            match published.cell(breakdown, portal, month(number), other):
                case Shown(count):
                    others += count
                case Primary():
                    others += 1
                case Complementary(low):
                    others += low
    return total - others
