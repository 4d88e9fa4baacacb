"""What is published: decided from the counters, and kept as it was once it has been handed out.

Whoever holds two tables of the same month, one of them corrected in between, could tell what was
corrected: one visit, its topic, its language. So numbers stay those that were handed out first.
"""

from datetime import date

from app.domain.disclosure.publications import Publications
from app.domain.periods import Period
from app.domain.public import last_ended
from app.domain.roles import Right
from app.services.published_year import YEAR_MONTHS, PublishedYear, published, read_year
from app.services.threshold import threshold
from app.services.unit import Changes, Unit
from app.store.models.base import month_number
from app.store.queries import publishing as queries


def publications(unit: Unit, *periods: Period) -> Publications:
    """The published tables of the years of these periods, so far as their months have ended.

    Errors: `no_right`.
    """
    unit.demand(Right.STATISTICS_PUBLIC)
    return Publications({year.number: published(unit, year) for year in _years(unit, *periods)})


def hand_out(unit: Unit, *periods: Period) -> None:
    """Keep what is about to be handed out as it is now. Errors: `no_right`.

    The whole years, since what is hidden in a month follows from the months before it.
    """
    unit.demand(Right.STATISTICS_PUBLIC)
    queries.lock(unit.connection)
    for year in _years(unit, *periods):
        rows = [
            {"location": code, "month": month, "threshold": year.threshold, "at": unit.now}
            for code, month in year.to_keep()
            if (code, month) not in year.kept
        ]
        queries.keep(unit.connection, rows)


def take_corrections(unit: Unit, year: int) -> None:
    """Let the numbers of a year be handed out anew, as they are counted by then.

    Beside those that were handed out before they may tell of single visits; so it takes the right
    to internal figures, and is on record. Errors: `no_right`.
    """
    unit.demand(Right.STATISTICS_INTERNAL)
    queries.lock(unit.connection)
    queries.forget(unit.connection, year * 100 + 1, year * 100 + YEAR_MONTHS)
    unit.log("statistics.corrected", year)
    unit.changes |= Changes.VISITS


def corrected_since(unit: Unit, period: Period) -> tuple[date, ...]:
    """The months of a period (their first days) that are counted otherwise than handed out."""
    first, last = month_number(period.first), month_number(period.last)
    kept = {
        (code, month)
        for code, month, _least, _at in unit.connection.execute(queries.months(first, last))
    }
    now, then = (
        {tuple(row) for row in unit.connection.execute(query) if tuple(row[:2]) in kept}
        for query in (queries.now(first, last), queries.kept(first, last))
    )
    months = sorted({month for _code, month, *_cell in now ^ then})
    return tuple(date(month // 100, month % 100, 1) for month in months)


def _years(unit: Unit, *periods: Period) -> list[PublishedYear]:
    last = last_ended(unit.today).year
    numbers = {
        number
        for period in periods
        for number in range(period.first.year, min(period.last.year, last) + 1)
    }
    found = [read_year(unit, number, threshold(unit)) for number in sorted(numbers)]
    return [year for year in found if year is not None]
