"""Open plans in the order of their days; what is due by a rule is left to the rules."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, exists, literal, or_, select, text, tuple_

from app.domain.path.longer import Leave
from app.store.clients import CLIENT, GROUP, NAME
from app.store.models.path import USUAL
from app.store.open_plans import OPEN_PLAN
from app.store.path import table_of

_LEAVE: Final = table_of(Leave)
_USUAL: Final = text(USUAL)
_OF_CLIENT: Final = (
    *("number", "birth_year", "contact_language", "in_charge"),
    *("municipality", "labour", "hidden_until"),
)


def lines(on: date, special: Sequence[str], where: ColumnElement[bool]) -> Select[Any]:
    """What a line of the list is made of; `special` are the groups that decide who reviews."""
    on_leave = exists().where(
        _LEAVE.c.plan == OPEN_PLAN.c.plan_id,
        _LEAVE.c.first <= on,
        or_(_LEAVE.c.last.is_(None), _LEAVE.c.last >= on),
    )
    of_client = (CLIENT.c[name] for name in _OF_CLIENT)
    return (
        select(
            *(OPEN_PLAN.c[name] for name in ("plan_id", "client_id", "since", "last")),
            *(OPEN_PLAN.c.leave_from, OPEN_PLAN.c.followed, *of_client),
            *(NAME.c.given, NAME.c.family),
            on_leave.label("on_leave"),
            has_group(special).label("special"),
        )
        .join(CLIENT, CLIENT.c.id == OPEN_PLAN.c.client_id)
        .join(NAME, and_(NAME.c.client_id == CLIENT.c.id, NAME.c.position == 0))
        .where(where)
    )


def by_since(query: Select[Any], first: date, last: date, after: Row[Any] | None) -> Select[Any]:
    """The lines of plans drawn or last reviewed on these days, the earliest first."""
    days = OPEN_PLAN.c.since.between(first, last)
    return _behind(query.where(_USUAL, days), ("since", "plan_id"), after)


def by_last(query: Select[Any], first: date, last: date, after: Row[Any] | None) -> Select[Any]:
    """The lines of plans whose last days are these, the earliest first."""
    days = OPEN_PLAN.c.last.between(first, last)
    return _behind(query.where(_USUAL, days), ("last", "since", "plan_id"), after)


def others(query: Select[Any], on: date) -> Select[Any]:
    """The lines of the few plans with leave that goes on, or still in force beside the next."""
    beside = and_(OPEN_PLAN.c.followed.is_not(None), OPEN_PLAN.c.last >= on)
    return query.where(or_(OPEN_PLAN.c.leave_from.is_not(None), beside))


def has_group(groups: Sequence[str]) -> ColumnElement[bool]:
    """Whether a client is in one of the groups, by those that everybody is shown."""
    return exists().where(GROUP.c.client_id == CLIENT.c.id, GROUP.c.code.in_(groups))


def _behind(query: Select[Any], names: Sequence[str], after: Row[Any] | None) -> Select[Any]:
    """In the order of some columns, behind a row."""
    key = [OPEN_PLAN.c[name] for name in names]
    if after is not None:
        place = (literal(getattr(after, one.name), one.type) for one in key)
        query = query.where(tuple_(*key) > tuple_(*place))
    return query.order_by(*key)
