"""From the exact numbers of a year to those that may be published (domain 3.3).

For each portal, breakdown and month the small numbers are hidden, and others beside them, so that
the month's total does not tell them; sums over a quarter, the year or all portals are shown
wherever every hidden number stays open. A number that is shown is exact.

Who holds all tables of the year at once still finds that a primary cell may be every number from
1 to threshold - 1, and a complementary one at least `threshold` different numbers.
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
from app.domain.disclosure.tables import PUBLISHABLE, At, YearTables

__all__ = [
    "PUBLISHABLE",
    "YEAR",
    "At",
    "Cell",
    "Complementary",
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
