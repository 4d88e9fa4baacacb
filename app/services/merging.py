"""Two records of one person merged field by field, and taken apart again.

What belongs to the client goes over to the record that is kept; the other one stays as it was,
behind a pointer that its id and its number follow. Taken apart, everything is as before, but for
what was entered since: that stays with the record at which it was entered. A non-disclosure order
that was set since holds for both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.domain.client import Client, Record, Why
from app.domain.client_check import check_record
from app.domain.errors import Refused
from app.domain.identity import Need
from app.domain.merging.fields import SEALED, Choices, Field, Side, proposed
from app.domain.merging.record import merged, taken_apart
from app.domain.roles import Right
from app.services import clients, municipalities
from app.services.chips import bundled_reference
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.store import clients as store
from app.store import links, path
from app.store import merging as rows
from app.store.clients import CLIENT
from app.store.merging import MERGE
from app.store.open_plans import settle
from app.store.queries.clients import disclosed, visible
from app.store.record_file import packed, unpacked

_CHANGES: Final = Changes.CLIENTS | Changes.VISITS | Changes.REFERRALS | Changes.PATH


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """Two records side by side, as they may be seen, and whose datum is proposed for each field.

    `needs` says for what each one's identity code is kept. `sealed` fields are not shown and not
    chosen: what a protected person's record says stays.
    """

    kept: Client
    other: Client
    proposed: Choices
    needs: tuple[Need | None, Need | None]
    sealed: frozenset[Field]


@dataclass(frozen=True, slots=True, repr=False)
class Merge:
    """A record that was merged into another; the newest one of a client can be taken apart."""

    id: UUID
    gone: UUID
    number: int
    name: str
    at: datetime
    is_newest: bool


def compare(unit: Unit, kept: UUID, other: UUID) -> Comparison:
    """What the records of two clients say; that is an opening of both, for their correction.

    Errors: `no_right`, `client_unknown`, `merge_with_itself`.
    """
    unit.demand(Right.MERGE_CLIENTS)
    _demand_two(kept, other)
    ours, theirs = (clients.open_record(unit, one, Why.CORRECTION) for one in (kept, other))
    _demand_two(ours.id, theirs.id)
    codes = [rows.identity(unit.connection, one.id) for one in (ours, theirs)]
    choices = _with_identity(proposed(ours, theirs), *codes)
    needs = _need(codes[0]), _need(codes[1])
    if ours.protected_until is None and theirs.protected_until is None:
        return Comparison(ours, theirs, choices, needs, frozenset())
    ours, theirs = (replace(one, record=_unsealed(one.record)) for one in (ours, theirs))
    return Comparison(ours, theirs, choices, needs, SEALED)


def merge(
    unit: Unit, kept: UUID, other: UUID, choices: Choices, revisions: tuple[int, int]
) -> Merge:
    """Merge `other` into `kept`, as both were at their revisions; undone by `take_apart`.

    Errors: `no_right`, `client_unknown`, `merge_with_itself`, `client_changed`, those of
    `check_record`.
    """
    unit.demand(Right.MERGE_CLIENTS)
    _demand_two(kept, other)
    ours, theirs = _both(unit, kept, other)
    if (ours.revision, theirs.revision) != revisions:
        raise Refused("client_changed")
    chosen = _sealed(unit, ours, theirs, choices)
    record = merged(ours.record, theirs.record, chosen)
    codes = tuple(rows.identity(unit.connection, one.id) for one in (ours, theirs))
    code = codes[chosen[Field.IDENTITY] is Side.OTHER]
    hidden = _later(ours.protected_until, theirs.protected_until)
    rows.point(unit.connection, theirs.id, ours.id, hidden)
    moved = rows.move(unit.connection, theirs.id, ours.id)
    _settle_plans(unit, ours.id)
    rows.drop_keys(unit.connection, theirs.number)
    made = _put(unit, replace(ours, record=record, protected_until=hidden))
    check_record(made.record, bundled_reference(), unit.today)
    rows.put_identity(unit.connection, ours.id, code)
    merge_id = new_id()
    done = {
        "id": merge_id,
        "kept": ours.id,
        "gone": theirs.id,
        "revision": made.revision,
        "before": {"record": packed(ours.record), "identity": codes[0]},
        "merged": {"record": packed(record), "identity": code},
        "moved": moved,
        "kept_hidden": ours.protected_until,
        "gone_hidden": theirs.protected_until,
        "merged_by": unit.actor.staff_id,
        "merged_at": unit.now,
    }
    rows.insert_merge(unit.connection, done)
    municipalities.settle_client(unit, ours.id)
    _changed(unit, "client.merge", (ours.id, theirs.id))
    name = theirs.record.name
    return Merge(merge_id, theirs.id, theirs.number, name, unit.now, is_newest=True)


def merges(unit: Unit, client_id: UUID) -> list[Merge]:
    """What was merged into a client, newest first. Errors: `no_right`, `client_unknown`."""
    unit.demand(Right.MERGE_CLIENTS)
    clients.demand_known(unit, client_id)
    known = disclosed(unit.today, unit.actor.staff_id)
    found = unit.connection.execute(rows.merges_into(client_id)).all()
    seen = unit.connection.execute(rows.merges_into(client_id).where(known)).all()
    names = store.names_of(unit.connection, [row.gone for row in seen])
    return [
        Merge(
            row.id,
            row.gone,
            row.number,
            names[row.gone][0].whole,
            row.merged_at,
            row.id == found[0].id,
        )
        for row in seen
    ]


def take_apart(unit: Unit, merge_id: UUID) -> tuple[UUID, UUID]:
    """Undo a merge; the ids of the record that was kept and of the one that is there again.

    Of several merges into one client the newest goes first.
    Errors: `no_right`, `merge_unknown`, `merge_newer_first`.
    """
    unit.demand(Right.MERGE_CLIENTS)
    row, now = _standing(unit, merge_id)
    before, made = (unpacked(one["record"]) for one in (row.before, row.merged))
    merged_hidden, was = _later(row.kept_hidden, row.gone_hidden), now.protected_until
    unchanged = was == merged_hidden
    kept_hidden = row.kept_hidden if unchanged else was
    gone_hidden = row.gone_hidden if unchanged else _later(row.gone_hidden, was)
    rows.point(unit.connection, row.gone, None, gone_hidden)
    rows.move_back(unit.connection, row.moved, row.kept, row.gone)
    _settle_plans(unit, row.kept, row.gone)
    record = taken_apart(before, made, now.record)
    _put(unit, replace(now, record=record, protected_until=kept_hidden))
    rows.insert_keys(unit.connection, _full(unit, row.gone))
    if rows.identity(unit.connection, row.kept) == row.merged["identity"]:
        rows.put_identity(unit.connection, row.kept, row.before["identity"])
    rows.delete_merge(unit.connection, merge_id)
    for one in (row.kept, row.gone):
        municipalities.settle_client(unit, one)
    _changed(unit, "client.apart", (row.kept, row.gone))
    return row.kept, row.gone


def _settle_plans(unit: Unit, *client_ids: UUID) -> None:
    """What the lists ask of plans depends on all plans of the same client."""
    for one in client_ids:
        settle(unit.connection, one, path.read(unit.connection, one))


def _standing(unit: Unit, merge_id: UUID) -> tuple[Any, Client]:
    """A merge that can be taken apart, and the client as that is now."""
    known = disclosed(unit.today, unit.actor.staff_id)
    gone = select(CLIENT.c.id).where(known)
    query = select(MERGE).where(MERGE.c.id == merge_id, MERGE.c.gone.in_(gone))
    row = unit.connection.execute(query).one_or_none()
    if row is None:
        raise Refused("merge_unknown")
    for one in sorted((row.kept, row.gone)):
        links.hold(unit.connection, one)
    if store.current(unit.connection, row.kept) != row.kept:
        raise Refused("merge_newer_first")
    try:
        now = _full(unit, row.kept, hold=True)
    except Refused:
        raise Refused("merge_unknown") from None
    newest = unit.connection.execute(rows.merges_into(row.kept)).first()
    if newest is None or newest.id != merge_id:
        raise Refused("merge_newer_first")
    return row, now


def _both(unit: Unit, kept: UUID, other: UUID) -> tuple[Client, Client]:
    """Two clients, held in one order whoever asks, so that two merges never wait for each other."""
    for one in sorted((kept, other)):
        links.hold(unit.connection, one)
    held = {one: _full(unit, one, hold=True) for one in sorted((kept, other))}
    return held[kept], held[other]


def _full(unit: Unit, client_id: UUID, *, hold: bool = False) -> Client:
    """A client with all that is recorded, the sensitive groups too. Errors: `client_unknown`."""
    rule = visible(unit.today, unit.actor.staff_id)
    client = store.read(unit.connection, rule, client_id, hold=hold)
    if client is None:
        raise Refused("client_unknown")
    sensitive = store.sensitive_groups(unit.connection, client_id)
    return replace(client, record=replace(client.record, sensitive=sensitive))


def _put(unit: Unit, client: Client) -> Client:
    """Put a record in the place of what is stored, with the relatives that belong to it now."""
    rule = visible(unit.today, unit.actor.staff_id)
    rows.hide(unit.connection, client.id, client.protected_until)
    relatives = _full(unit, client.id).record.relatives
    record = replace(client.record, relatives=relatives)
    new = replace(client, record=record, revision=client.revision + 1, changed_at=unit.now)
    store.replace_client(unit.connection, rule, new, unit.actor.staff_id)
    return new


def _unsealed(record: Record) -> Record:
    return replace(record, municipality=None, address="")


def _sealed(unit: Unit, kept: Client, other: Client, choices: Choices) -> dict[Field, Side]:
    """The choices; what is never shown of a protected person stays as it is."""
    day = unit.today
    ours, theirs = (
        one.protected_until is not None and one.protected_until >= day for one in (kept, other)
    )
    if not ours and not theirs:
        return dict(choices)
    side = Side.KEPT if ours else Side.OTHER
    return dict(choices) | dict.fromkeys(SEALED, side)


def _with_identity(
    choices: dict[Field, Side], kept: Mapping[str, Any] | None, other: Mapping[str, Any] | None
) -> dict[Field, Side]:
    only_other = kept is None and other is not None
    return choices | {Field.IDENTITY: Side.OTHER if only_other else Side.KEPT}


def _need(code: Mapping[str, Any] | None) -> Need | None:
    return Need(code["need"]) if code else None


def _later(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _demand_two(kept: UUID, other: UUID) -> None:
    if kept == other:
        raise Refused("merge_with_itself")


def _changed(unit: Unit, action: str, both: Iterable[UUID]) -> None:
    for one in both:
        unit.log(action, one)
    unit.changes |= _CHANGES
