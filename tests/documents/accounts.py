"""An invented account of statistics, as every form of paper takes it."""

from collections.abc import Sequence
from datetime import date, datetime

from app.documents.sheet import InTime, Look, Sheet, SheetRow
from app.documents.statistics.account import Account, Chart, Kind, Part
from app.documents.statistics.key_figures import Figure
from app.domain.hidden import Hidden
from app.domain.periods import Grain, Period, stretch_of

SMALL, COVER = Hidden(True, 1, 4), Hidden(False, 5, None)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def month(number: int) -> InTime:
    name = f"2026-{number:02}"
    return InTime(Grain.MONTH, stretch_of(Grain.MONTH, name), name)


def over_time() -> Part:
    """Two places, the sum and what was before; a month has a hidden number."""
    rows = [SheetRow((month(n), n, 2 * n, n + 1, 3 * n)) for n in range(1, 12)]
    rows.append(SheetRow((month(12), 12, SMALL, None, COVER)))
    sheet = Sheet(("Month", "Here", "There", "2025", "Together"), tuple(rows))
    return Part("Month", "Visits by month", sheet, Chart(Kind.STACKED, (1, 2), 3))


def topics(names: Sequence[str]) -> Part:
    """One value for each name, the first in strong and the last in dim."""
    looks = {0: Look.STRONG, len(names) - 1: Look.DIM}
    rows = tuple(
        SheetRow((name, 10 * n, n / 2), looks.get(n, Look.PLAIN)) for n, name in enumerate(names)
    )
    return Part("Topic", "Visits by topic", Sheet(("Topic", "Visits", "Mean"), rows))


def account(*parts: Part, lines: Part | None = None, internal: bool = True) -> Account:
    """Of the year 2026, made at noon."""
    return Account(
        period=YEAR,
        period_name="2026",
        places="Here · There",
        made=datetime(2026, 11, 24, 12, 0),
        figures=(Figure("Visits", 1486, "", "of 2", "What they are"),),
        parts=parts,
        lines=lines,
        definitions=(("Visits", "Encounters"), ("=1+1", "@SUM(A1)")),
        internal=internal,
    )
