"""Counting the visits themselves, for what no counter is kept."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, select

from app.domain.figures import Dimension, Question
from app.domain.periods import Period
from app.store.queries.counters import NO_STAMP, day_stamp
from app.store.visits import OUTCOME, TOPIC, VISIT

_MAIN: Final = TOPIC.alias("main_topic")
_ANY: Final = TOPIC.alias("any_topic")
_COLUMNS: Final[dict[Dimension, ColumnElement[Any]]] = {
    Dimension.HOUR: VISIT.c.hour,
    Dimension.TOPIC: _MAIN.c.topic,
    Dimension.ANY_TOPIC: _ANY.c.topic,
    Dimension.LANGUAGE: VISIT.c.language,
    Dimension.MUNICIPALITY: VISIT.c.municipality,
    Dimension.CHANNEL: VISIT.c.channel,
    Dimension.OUTCOME: OUTCOME.c.outcome,
    Dimension.INTERPRETER: VISIT.c.interpreter,
    Dimension.FIRST_VISIT: VISIT.c.first_visit,
    Dimension.SOURCE: VISIT.c.source,
}


def columns(question: Question) -> tuple[Dimension, ...]:
    """The dimensions that have a column of their own in `grouped`, in its order."""
    return tuple(dimension for dimension in question.by if dimension in _COLUMNS)


def grouped(question: Question, period: Period) -> Select[Any]:
    """Visits that count, by location, stamp (see `counters.day_stamp`) and the `columns`.

    Rows: location, stamp, a value for each of `columns`, visits, persons.
    """
    chosen = columns(question)
    stamp = day_stamp(question, VISIT.c.day)
    key = [VISIT.c.location, *(_COLUMNS[dimension] for dimension in chosen)]
    amounts = (func.count(), func.sum(VISIT.c.persons))
    statement = select(key[0], stamp.label("stamp"), *key[1:], *amounts).select_from(VISIT)
    if Dimension.TOPIC in chosen:
        statement = statement.join(
            _MAIN, (_MAIN.c.visit_id == VISIT.c.id) & (_MAIN.c.position == 0)
        )
    if Dimension.ANY_TOPIC in chosen:
        statement = statement.join(_ANY, _ANY.c.visit_id == VISIT.c.id)
    if Dimension.OUTCOME in chosen:
        statement = statement.outerjoin(OUTCOME, OUTCOME.c.visit_id == VISIT.c.id)
    if stamp is not NO_STAMP:
        key.append(stamp)
    return _counted(statement, question, period).group_by(*key)


def totals(question: Question, period: Period) -> Select[Any]:
    """Visits and persons by location: a visit counts once, whatever it is broken down by."""
    statement = select(VISIT.c.location, func.count(), func.sum(VISIT.c.persons))
    return _counted(statement, question, period).group_by(VISIT.c.location)


def _counted(statement: Select[Any], question: Question, period: Period) -> Select[Any]:
    statement = statement.where(
        VISIT.c.day.between(period.first, period.last), VISIT.c.void_reason.is_(None)
    )
    if question.locations:
        return statement.where(VISIT.c.location.in_(question.locations))
    return statement
