"""From the exact numbers of a year to those that may be published (domain 3.3).

In each breakdown and month the small numbers are hidden, and others beside them, so that no sum
tells them. What all portals add up to, and sums over a quarter or the year, are shown wherever
every hidden number stays open; a portal's own number is hidden rather than that of all portals. A
number that is shown is exact.

Who holds all tables of the year at once, those of every month as they came out among them, still
finds that a primary cell may be every number from 1 to threshold - 1, and a complementary one at
least `threshold` different numbers.
"""

from app.domain.disclosure.between import between
from app.domain.disclosure.cells import (
    YEAR,
    Cell,
    Complementary,
    Primary,
    Shown,
    Span,
    month,
    quarter,
    quarter_of,
)
from app.domain.disclosure.published import Published, publish
from app.domain.disclosure.tables import PUBLISHABLE, At, HandOut, YearTables

__all__ = [
    "PUBLISHABLE",
    "YEAR",
    "At",
    "Cell",
    "Complementary",
    "HandOut",
    "Primary",
    "Published",
    "Shown",
    "Span",
    "YearTables",
    "between",
    "month",
    "publish",
    "quarter",
    "quarter_of",
]
