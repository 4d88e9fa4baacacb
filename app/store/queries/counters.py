"""What the counters say of a period: month counters for its whole months, day counters beside."""

from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    Table,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
    union_all,
)

from app.domain.counting import Breakdown
from app.domain.figures import Dimension, Question
from app.domain.periods import Cut, Grain, Period, cut
from app.store.models import DayCounterRow, MonthCounterRow
from app.store.models.base import month_number

DAY: Final[Table] = DayCounterRow.__table__  # type: ignore[assignment]
MONTH: Final[Table] = MonthCounterRow.__table__  # type: ignore[assignment]
NO_STAMP: Final = literal_column("0", Integer)
_BY_DAY: Final = (Grain.DAY, Grain.WEEK)


def cells(question: Question, breakdown: Breakdown) -> CompoundSelect[Any]:
    """The counters of `breakdown` and the totals, from one state of the store.

    Rows: location, stamp, breakdown, value, visits, persons, whether `breakdown` is answered by
    the row. The stamp is a day (20261124), a month (202611) or 0, as fine as the question needs.
    Days keep the hour alone: weekday by hour comes from months as `WEEKDAY_HOUR`, from days as
    `HOUR` or `TOTAL`.
    """
    parts = _parts(question)
    selects = [_days(question, breakdown, parts.edges)] if parts.edges else []
    if parts.months:
        selects.append(_months(question, breakdown, parts.months))
    return union_all(*selects)


def day_stamp(question: Question, day: ColumnElement[Any]) -> ColumnElement[int]:
    """How finely a question tells days apart: the day, its month, or not at all (0)."""
    number = type_coerce(day, Integer)
    if question.grain in _BY_DAY or Dimension.WEEKDAY in question.facts:
        return number
    return number // literal_column("100", Integer) if question.grain else NO_STAMP


def _parts(question: Question) -> Cut:
    if question.grain in _BY_DAY:
        return Cut(None, (question.period,))
    return cut(question.period)


def _days(question: Question, breakdown: Breakdown, spans: tuple[Period, ...]) -> Select[Any]:
    if breakdown is Breakdown.WEEKDAY_HOUR:
        breakdown = Breakdown.HOUR if Dimension.HOUR in question.facts else Breakdown.TOTAL
    within = or_(*(DAY.c.day.between(span.first, span.last) for span in spans))
    return _sums(question, DAY, breakdown, day_stamp(question, DAY.c.day)).where(within)


def _months(question: Question, breakdown: Breakdown, months: Period) -> Select[Any]:
    first, last = month_number(months.first), month_number(months.last)
    stamp = MONTH.c.month if question.grain else NO_STAMP
    return _sums(question, MONTH, breakdown, stamp).where(MONTH.c.month.between(first, last))


def _sums(
    question: Question, table: Table, breakdown: Breakdown, stamp: ColumnElement[int]
) -> Select[Any]:
    cell = (table.c.breakdown, table.c.value)
    amounts = (func.sum(table.c.visits), func.sum(table.c.persons))
    answers = (table.c.breakdown == str(breakdown)).label("answers")
    statement = (
        select(table.c.location, stamp.label("stamp"), *cell, *amounts, answers)
        .where(table.c.breakdown.in_([str(breakdown), str(Breakdown.TOTAL)]))
        .group_by(table.c.location, *cell)
    )
    if stamp is not NO_STAMP:
        statement = statement.group_by(stamp)
    if question.locations:
        return statement.where(table.c.location.in_(question.locations))
    return statement
