"""All publishable cells of a year, one by one."""

from collections import Counter
from collections.abc import Iterator

from app.domain.counting import Breakdown
from app.domain.disclosure import PUBLISHABLE, YEAR, Cell, Published, Span, month, quarter

Told = tuple[Breakdown | None, str | None, Span, str, Cell]


def spans(published: Published) -> list[Span]:
    """The months that have ended, and the quarters and the year that are whole."""
    found = [month(number) for number in range(1, published.months + 1)]
    found += [quarter(number) for number in range(1, published.months // 3 + 1)]
    return [*found, YEAR] if published.months == YEAR.last else found


def table(published: Published) -> Iterator[Told]:
    """Breakdown (None: totals), portal (None: all), span, value and what is told of it."""
    for breakdown in (None, *PUBLISHABLE):
        for portal in (*published.portals, None):
            for span in spans(published):
                for value in published.values[breakdown] if breakdown else ("",):
                    cell = published.cell(breakdown, portal, span, value)
                    yield breakdown, portal, span, value, cell


def counted(published: Published) -> Counter[type[Cell]]:
    """How many cells are shown, primary and complementary."""
    return Counter(type(cell) for *_, cell in table(published))
