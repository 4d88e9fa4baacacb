"""Plans by when their reviews are due, the soonest first, a page at a time.

What is stored are the days of the records; by which day a review is due is computed as it is read,
so that other rules and another day show at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, or_

from app.domain.client import ClientName
from app.domain.clock.clock import State, due_of, state_of
from app.domain.clock.due_list import DueLine, DueQuestion
from app.domain.clock.rule_sets import Span
from app.domain.clock.running import Running
from app.domain.roles import Right
from app.services.reviewers import UNIT, Reviewers
from app.services.rule_sets import bundled_rule_sets
from app.services.unit import Unit
from app.store.clients import CLIENT
from app.store.queries import due as query
from app.store.queries.clients import visible

PAGE: Final = 100
_DAY: Final = timedelta(days=1)
Place = tuple[date, date, UUID]


@dataclass(frozen=True, slots=True)
class DuePage:
    """Some lines in their order; `more` says that others follow."""

    lines: tuple[DueLine, ...]
    more: bool


def due(
    unit: Unit, question: DueQuestion, after: DueLine | None = None, most: int = PAGE
) -> DuePage:
    """The plans that are asked for behind the line `after`. Errors: `no_right`."""
    unit.demand(Right.KEEP_CLIENTS)
    lines = _Lines(unit, question)
    found = tuple(islice(lines.behind(None if after is None else after.place), most + 1))
    return DuePage(found[:most], len(found) > most)


def every(unit: Unit, question: DueQuestion) -> Iterator[DueLine]:
    """All plans that are asked for, read as they are taken. Errors: `no_right`."""
    unit.demand(Right.KEEP_CLIENTS)
    return _Lines(unit, question).behind(None)


def listed(unit: Unit, question: DueQuestion) -> list[DueLine]:
    """All plans that are asked for, to be looked at; that is logged. Errors: `no_right`."""
    unit.log("due.list")
    return list(every(unit, question))


class _Lines:
    """The lines of one answer, from streams that each come in order."""

    def __init__(self, unit: Unit, question: DueQuestion) -> None:
        self._unit, self._question = unit, question
        self._rules, self._reviewers = bundled_rule_sets(), Reviewers(unit)
        self._query = query.lines(question.on, self._reviewers.special, self._where())

    def behind(self, place: Place | None) -> Iterator[DueLine]:
        """The lines behind a place, None for all."""
        streams = [self._counted(span, place) for span in self._rules.spans()]
        lines = merge(*streams, self._cut(place), self._others(), key=_place)
        return (line for line in lines if place is None or line.place > place)

    def _counted(self, span: Span, place: Place | None) -> Iterator[DueLine]:
        """Plans whose months are over before the plan is, from the day of `place` on."""
        until = self._question.until
        last = span.last if until is None else span.counted_by(until)
        before = None if place is None else span.counted_by(place[0] - _DAY)
        first = span.first if before is None else before + _DAY
        if span.months is None or last is None or last < first:
            return
        lines = self._paged(lambda after: query.by_since(self._query, first, last, after))
        yield from (line for line in lines if not line.due.is_cut)

    def _cut(self, place: Place | None) -> Iterator[DueLine]:
        """Plans that end before their months do."""
        first = date.min if place is None else place[0]
        last = self._question.until or date.max
        lines = self._paged(lambda after: query.by_last(self._query, first, last, after))
        yield from (line for line in lines if line.due.is_cut)

    def _others(self) -> Iterator[DueLine]:
        rows = self._unit.connection.execute(query.others(self._query, self._question.on))
        until = self._question.until or date.max
        lines = (line for line in map(self._line, rows) if line.due.day <= until)
        yield from sorted((line for line in lines if line.state is not State.ENDED), key=_place)

    def _paged(self, page: Callable[[Row[Any] | None], Select[Any]]) -> Iterator[DueLine]:
        """The lines of a query, read a page at a time."""
        after: Row[Any] | None = None
        while True:
            rows = self._unit.connection.execute(page(after).limit(PAGE)).all()
            yield from map(self._line, rows)
            if len(rows) < PAGE:
                return
            after = rows[-1]

    def _line(self, row: Row[Any]) -> DueLine:
        on = self._question.on
        facts = Running(row.since, row.last, row.leave_from, row.followed)
        last = facts.last_on(on)
        due = due_of(self._rules, facts.since, last)
        hidden = row.hidden_until is not None and row.hidden_until >= self._unit.today
        body = self._reviewers.of(row.municipality, row.labour, bool(row.special))
        return DueLine(
            row.plan_id,
            row.client_id,
            row.number,
            ClientName(row.given, row.family).whole,
            row.birth_year,
            row.contact_language,
            row.in_charge,
            due,
            state_of(due, last, facts.followed, on),
            last,
            bool(row.on_leave),
            None if hidden else body,
            hidden,
        )

    def _where(self) -> ColumnElement[bool]:
        """The rule of non-disclosure, and what is asked for.

        Of somebody protected no list tells the town: neither by municipality nor by a body that is
        not everybody's.
        """
        asked, today = self._question, self._unit.today
        where = [visible(today, self._unit.actor.staff_id)]
        open_to_all = or_(CLIENT.c.hidden_until.is_(None), CLIENT.c.hidden_until < today)
        if asked.municipality is not None:
            where += [CLIENT.c.municipality == asked.municipality, open_to_all]
        if asked.language is not None:
            where.append(CLIENT.c.contact_language == asked.language)
        if asked.in_charge is not None:
            where.append(CLIENT.c.in_charge == asked.in_charge)
        if asked.body is not None:
            where.append(self._reviewers.condition(asked.body))
            where += [open_to_all] if asked.body != UNIT else []
        return and_(*where)


def _place(line: DueLine) -> Place:
    return line.place
