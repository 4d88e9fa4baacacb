"""Slips that were handed over and their referrals, as values in and out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Table,
    and_,
    exists,
    insert,
    null,
    or_,
    select,
    update,
)

from app.domain.referral import IssuedSlip, Outcome, Referral, State, Why
from app.domain.slip_choices import unpacked
from app.store.models import ReferralRow, SlipRow

SLIP: Final[Table] = SlipRow.__table__  # type: ignore[assignment]
REFERRAL: Final[Table] = ReferralRow.__table__  # type: ignore[assignment]


def insert_slip(connection: Connection, slip: IssuedSlip) -> None:
    """Keep a new slip with its referrals."""
    insert_slips(connection, [slip])


def insert_slips(connection: Connection, slips: Sequence[IssuedSlip]) -> None:
    """Keep new slips with their referrals, as whoever handed them over left them."""
    rows = [
        {
            "id": slip.id,
            "number": slip.number,
            "location": slip.location,
            "day": slip.day,
            "issued_at": slip.issued_at,
            "issued_by": slip.issued_by,
            "visit_id": slip.visit,
            "marked": slip.marked,
            "void_reason": slip.void_reason,
            "choices": slip.choices.packed() if slip.choices is not None else None,
            "printed_at": slip.printed_at,
        }
        for slip in slips
    ]
    if rows:
        connection.execute(insert(SLIP), rows)
        connection.execute(insert(REFERRAL), [row for slip in slips for row in _parts(slip)])


def _parts(slip: IssuedSlip) -> Iterator[dict[str, Any]]:
    for one in slip.referrals:
        yield {
            "slip_id": one.slip_id,
            "part": one.part,
            "category": one.category,
            "target": one.target,
            "state": one.outcome.state,
            "turned_by": one.outcome.by,
            "why": one.outcome.why,
            "entered_at": one.entered_at,
            "entered_by": slip.issued_by if one.entered_at is not None else None,
        }


def newest(connection: Connection, number: str, *, hold: bool = False) -> IssuedSlip | None:
    """The newest slip of a number; `hold` keeps others from it until the transaction ends."""
    statement = select(SLIP).where(SLIP.c.number == number)
    statement = statement.order_by(SLIP.c.issued_at.desc(), SLIP.c.id.desc()).limit(1)
    rows = connection.execute(statement.with_for_update() if hold else statement).all()
    return next(iter(_assembled(connection, rows)), None)


def read(connection: Connection, *where: ColumnElement[bool]) -> list[IssuedSlip]:
    """The slips that fulfil `where`, oldest first."""
    statement = select(SLIP).where(*where).order_by(SLIP.c.issued_at, SLIP.c.id)
    return _assembled(connection, connection.execute(statement).all())


def newest_first(
    connection: Connection, *where: ColumnElement[bool], after: IssuedSlip | None, most: int
) -> list[IssuedSlip]:
    """At most so many slips that fulfil `where`, those that come `after` one in the list.

    A slip whose number was given anew is left out: the number finds the newer one.
    """
    newer = SLIP.alias()
    anew = exists().where(newer.c.number == SLIP.c.number, newer.c.issued_at > SLIP.c.issued_at)
    statement = select(SLIP).where(*where, ~anew)
    if after is not None:
        same = and_(SLIP.c.issued_at == after.issued_at, SLIP.c.id < after.id)
        earlier = or_(SLIP.c.issued_at < after.issued_at, same)
        statement = statement.where(SLIP.c.day <= after.day, earlier)
    order = (SLIP.c.day.desc(), SLIP.c.issued_at.desc(), SLIP.c.id.desc())
    statement = statement.order_by(*order).limit(most)
    return _assembled(connection, connection.execute(statement).all())


def of_targets(services: Iterable[str]) -> ColumnElement[bool]:
    """Whether a slip names one of the services."""
    named = select(REFERRAL.c.slip_id).where(REFERRAL.c.target.in_(list(services)))
    return SLIP.c.id.in_(named)


def set_slip(connection: Connection, slip: IssuedSlip) -> None:
    """Keep of `slip` which visit it belongs to, whether that is marked, and whether it is void."""
    values = {"visit_id": slip.visit, "marked": slip.marked, "void_reason": slip.void_reason}
    connection.execute(update(SLIP).where(SLIP.c.id == slip.id).values(values))


def set_printed(connection: Connection, slip: IssuedSlip, at: datetime) -> None:
    """Keep when a slip was printed again."""
    connection.execute(update(SLIP).where(SLIP.c.id == slip.id).values(printed_at=at))


def forget_choices(connection: Connection, slip: IssuedSlip) -> None:
    """Keep no longer what else stood on a slip."""
    values = {SLIP.c.choices: null()}
    connection.execute(update(SLIP).where(SLIP.c.id == slip.id).values(values))


def set_outcome(
    connection: Connection, of: Referral, outcome: Outcome, by: UUID, at: datetime
) -> None:
    """Keep what came of a referral, who said so and when."""
    connection.execute(
        _update(of).values(
            state=outcome.state,
            turned_by=outcome.by,
            why=outcome.why,
            entered_at=at,
            entered_by=by,
        )
    )


def forget_targets(connection: Connection, of: Referral, *, target: bool, by: bool) -> None:
    """Keep of a referral only its kind, and no longer by whom somebody was turned away."""
    values: dict[str, None] = {}
    if target:
        values["target"] = None
    if by:
        values["turned_by"] = None
    if values:
        connection.execute(_update(of).values(values))


def _update(of: Referral) -> Any:
    return update(REFERRAL).where(REFERRAL.c.slip_id == of.slip_id, REFERRAL.c.part == of.part)


def _assembled(connection: Connection, rows: Sequence[Row[Any]]) -> list[IssuedSlip]:
    found: dict[UUID, list[Referral]] = {row.id: [] for row in rows}
    ids = list(found)
    for start in range(0, len(ids), 500):
        some = REFERRAL.c.slip_id.in_(ids[start : start + 500])
        parts = select(REFERRAL).where(some).order_by(REFERRAL.c.slip_id, REFERRAL.c.part)
        for row in connection.execute(parts):
            found[row.slip_id].append(_referral(row))
    return [_slip(row, found[row.id]) for row in rows]


def _slip(row: Row[Any], referrals: Iterable[Referral]) -> IssuedSlip:
    return IssuedSlip(
        row.id,
        row.number,
        row.location,
        row.day,
        row.issued_at,
        row.issued_by,
        row.visit_id,
        row.marked,
        row.void_reason,
        tuple(referrals),
        unpacked(row.choices) if row.choices is not None else None,
        row.printed_at,
    )


def _referral(row: Row[Any]) -> Referral:
    outcome = Outcome(State(row.state), row.turned_by, Why(row.why) if row.why else None)
    return Referral(row.slip_id, row.part, row.category, row.target, outcome, row.entered_at)
