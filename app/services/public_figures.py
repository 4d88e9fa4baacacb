"""Visitor statistics past the disclosure step: what the tab shows and what is handed out."""

from collections.abc import Iterator, Sequence
from itertools import product

from app.domain.counting import NOT_STATED, Breakdown
from app.domain.disclosure.publications import Publications
from app.domain.figures import Dimension, Question, Value, in_order
from app.domain.periods import Grain, Period, label, stretches
from app.domain.place import LocationKind
from app.domain.public import CLOCK, FACTS, PublicFigures, PublicLine, breakdown_of
from app.services import publishing, statistics
from app.services.unit import Unit

Codes = tuple[str, ...]


def public_figures(unit: Unit, question: Question) -> PublicFigures:
    """The answer to a question that may be asked in public.

    Errors: `no_right`, `location_unknown`, and those of `public.breakdown_of`.
    """
    breakdown = breakdown_of(question, unit.today)
    told = publishing.publications(unit, question.period)
    portals, apart = asked_for(unit, question.locations)
    by = question.by
    if apart and not portals and Dimension.LOCATION not in by:
        by = (Dimension.LOCATION, *by)
    lines = [
        *_of_portals(told, question, breakdown, portals, by),
        *_apart(told, question, apart, by),
    ]
    return PublicFigures(
        question,
        by,
        in_order([line for line in lines if line.visits != 0 or not by], by, (*portals, *apart)),
        told.count(None, portals, question.period),
        told.apart(apart[0], question.period) if apart else None,
    )


def _of_portals(
    told: Publications,
    question: Question,
    breakdown: Breakdown | None,
    portals: Codes,
    by: Sequence[Dimension],
) -> Iterator[PublicLine]:
    each = [(code,) for code in portals] if Dimension.LOCATION in by else [portals]
    values = told.values(breakdown) if breakdown else ("",)
    for codes, part, value in product(each, _parts(question), values):
        if codes:
            visits = told.count(breakdown, codes, part, value)
            yield PublicLine(tuple(_values(question, by, codes, part, value)), visits)


def _apart(
    told: Publications, question: Question, apart: Codes, by: Sequence[Dimension]
) -> Iterator[PublicLine]:
    """One number for each whole year, where locations are told apart and nothing else is asked."""
    if question.facts or Dimension.LOCATION not in by:
        return
    for code, part in product(apart, _parts(question)):
        visits = told.apart(code, part)
        if visits is not None:
            yield PublicLine(tuple(_values(question, by, (code,), part, "")), visits)


def _parts(question: Question) -> list[Period]:
    if question.grain is None:
        return [question.period]
    return list(stretches(question.period, question.grain))


def asked_for(unit: Unit, codes: Codes) -> tuple[Codes, Codes]:
    """The portals that make one sum, and those that are in none. Errors: `location_unknown`."""
    asked = statistics.asked_for(unit, codes)
    apart = tuple(code for code, one in asked.items() if one.kind is LocationKind.ROMA_PORTAL)
    return tuple(code for code in asked if code not in apart), apart


def clock_cell(value: str) -> tuple[int, int | None]:
    """The weekday (1 to 7) and the hour of a counter's value such as "1-09"."""
    weekday, hour = value.split("-", 1)
    return int(weekday) + 1, None if hour == NOT_STATED else int(hour)


def _values(
    question: Question, by: Sequence[Dimension], codes: Codes, part: Period, value: str
) -> Iterator[Value]:
    for dimension in by:
        if dimension is Dimension.LOCATION:
            yield codes[0]
        elif dimension in FACTS:
            yield None if value == NOT_STATED else value
        elif dimension in CLOCK:
            yield clock_cell(value)[dimension is Dimension.HOUR]
        else:
            yield label(Grain(dimension.value), part.first)
