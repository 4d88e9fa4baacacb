"""Clients recorded, opened and amended by those who keep their records; each look is logged.

Who is under a non-disclosure order is not there for anybody but named people (`protection`): the
same refusal as for somebody who does not exist, from the same query.
"""

from collections.abc import Mapping
from dataclasses import replace
from random import SystemRandom
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.domain.client import Client, Record, Told, Why
from app.domain.client_check import check_record, cleaned
from app.domain.client_number import draw_number, is_number
from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.responsibility.values import Group
from app.domain.roles import Right
from app.services import staff
from app.services.chips import bundled_reference
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.store import clients as store
from app.store.clients import CLIENT
from app.store.queries.clients import visible

_DRAWN: Final = SystemRandom()
_DRAWS: Final = 20


def record(unit: Unit, new: Record, client_id: UUID | None = None) -> Client:
    """Record a new client; `client_id` was made when the form was begun.

    The same form again changes nothing, so that a lost answer never makes a client twice. An id
    that is somebody else's makes a client with another one, whether that client is hidden or not.
    Errors: `no_right`, those of `check_record`, `person_unknown`, `client_unknown` of a relative.
    """
    unit.demand(Right.KEEP_CLIENTS)
    known = _own(unit, client_id) if client_id else None
    if known is not None:
        unit.log("client.open", known.id)
        return _shown(unit, known)
    kept = _checked(unit, new)
    client = Client(client_id or new_id(), 0, kept, 0, unit.actor.staff_id, recorded_at=unit.now)
    client = _inserted(unit, client)
    unit.log("client.record", client.id)
    unit.changes |= Changes.CLIENTS
    return _shown(unit, client)


def open_record(unit: Unit, client_id: UUID, why: Why | None = None) -> Client:
    """A client's record, to be looked at; a protected one is opened for a reason only.

    A record that was merged into another opens that one.
    Errors: `no_right`, `client_unknown`, `reason_missing` of a protected client.
    """
    unit.demand(Right.KEEP_CLIENTS)
    client = _known(unit, store.current(unit.connection, client_id))
    if client.is_protected(unit.today) and why is None:
        raise Refused("reason_missing")
    unit.log("client.open", client.id, why or "")
    return _shown(unit, client)


def open_number(unit: Unit, number: int, why: Why | None = None) -> Client:
    """As `open_record`, by the client's number. Errors: those of `open_record`."""
    unit.demand(Right.KEEP_CLIENTS)
    of_number = select(CLIENT.c.id).where(CLIENT.c.number == number)
    client_id = unit.connection.scalar(of_number) if is_number(str(number)) else None
    return open_record(unit, client_id or UUID(int=0), why)


def amend(unit: Unit, client_id: UUID, new: Record, revision: int) -> Client:
    """Put `new` in the place of the record as it was at `revision`; undone by the one before.

    What is not shown of a protected client stays. Errors: those of `record`, `client_unknown`,
    `client_changed` when somebody else was first: open it anew, nothing is overwritten.
    """
    return _amended(unit, client_id, new, revision)


def put_back(unit: Unit, before: Client, revision: int) -> Client:
    """Undo an amendment: the record is what it was `before`, with who told what.

    Errors: those of `amend`; `client_changed` when somebody has changed the client since, or an
    order has ended: what it kept back is not in `before`.
    """
    if before.protected_until is not None and before.protected_until < unit.today:
        raise Refused("client_changed")
    return _amended(unit, before.id, before.record, revision, before.record.origins)


def take_back(unit: Unit, client_id: UUID) -> None:
    """Undo the recording of a client: the record is deleted, if nothing came of it yet.

    That is for who recorded it, on the same day. Errors: `no_right`, `client_unknown`,
    `client_stays`.
    """
    unit.demand(Right.KEEP_CLIENTS)
    client = _known(unit, client_id, hold=True)
    own = client.recorded_by == unit.actor.staff_id
    if not own or client.revision or local_day(client.recorded_at) != unit.today:
        raise Refused("client_stays")
    try:
        with unit.connection.begin_nested():
            store.delete_client(unit.connection, client)
    except IntegrityError:
        raise Refused("client_stays") from None
    unit.log("client.take_back", client_id)
    unit.changes |= Changes.CLIENTS


def sensitive_groups(unit: Unit, client_id: UUID, why: Why) -> frozenset[Group]:
    """The groups that are shown on demand only; that is logged by itself.

    Errors: `no_right`, `client_unknown`.
    """
    unit.demand(Right.KEEP_CLIENTS)
    _known(unit, client_id)
    unit.log("client.sensitive", client_id, why)
    return store.sensitive_groups(unit.connection, client_id)


def demand_known(unit: Unit, client_id: UUID, *, hold: bool = False) -> Client:
    """A client that the person may know of, for the services beside.

    Nothing of it is to be shown. `hold` lets no other desk change what belongs to it before the
    unit ends. Errors: `no_right`, `client_unknown`.
    """
    unit.demand(Right.KEEP_CLIENTS)
    return _known(unit, client_id, hold=hold)


def check(unit: Unit, new: Record) -> None:
    """Refuse what `record` would refuse; nothing is written. Errors: those of `record`."""
    unit.demand(Right.KEEP_CLIENTS)
    _checked(unit, new)


def _amended(
    unit: Unit,
    client_id: UUID,
    new: Record,
    revision: int,
    told: Mapping[str, Told] | None = None,
) -> Client:
    """The client with `new` in the place of its record; `told` is known of an earlier one."""
    unit.demand(Right.KEEP_CLIENTS)
    before = _known(unit, store.current(unit.connection, client_id), hold=True)
    if (before.id, before.revision) != (client_id, revision):
        raise Refused("client_changed")
    kept = _checked(unit, new, before.record.origins if told is None else told)
    if before.is_protected(unit.today):
        hidden = before.record
        kept = replace(kept, municipality=hidden.municipality, address=hidden.address)
    client = replace(before, record=kept, revision=before.revision + 1, changed_at=unit.now)
    rule = visible(unit.today, unit.actor.staff_id)
    store.replace_client(unit.connection, rule, client, unit.actor.staff_id)
    unit.log("client.amend", client_id)
    unit.changes |= Changes.CLIENTS
    return _shown(unit, client)


def _own(unit: Unit, client_id: UUID) -> Client | None:
    """The client that this person recorded under that id."""
    rule = visible(unit.today, unit.actor.staff_id)
    known = store.read(unit.connection, rule, client_id)
    return known if known and known.recorded_by == unit.actor.staff_id else None


def _known(unit: Unit, client_id: UUID, *, hold: bool = False) -> Client:
    rule = visible(unit.today, unit.actor.staff_id)
    client = store.read(unit.connection, rule, client_id, hold=hold)
    if client is None:
        raise Refused("client_unknown")
    return client


def _checked(unit: Unit, new: Record, known: Mapping[str, Told] = MappingProxyType({})) -> Record:
    kept = cleaned(new)
    check_record(kept, bundled_reference(), unit.today)
    if kept.in_charge is not None:
        staff.by_id(unit, kept.in_charge)
    for one in kept.relatives:
        if one.client is not None:
            _known(unit, one.client)
    return replace(
        kept,
        origins={
            name: known[name]
            if name in known and known[name].origin is told.origin
            else Told(told.origin, unit.actor.staff_id, unit.today)
            for name, told in kept.origins.items()
        },
    )


def _shown(unit: Unit, client: Client) -> Client:
    """What may be seen of a record: of a protected client neither municipality nor address."""
    shown = replace(client.record, sensitive=None)
    if not client.is_protected(unit.today):
        return replace(client, record=shown, protected_until=None)
    return replace(client, record=replace(shown, municipality=None, address=""))


def _inserted(unit: Unit, client: Client) -> Client:
    """The client with a number and an id that nobody has.

    A server does not say that either is that of a hidden client until it is written.
    """
    for left in reversed(range(_DRAWS)):
        drawn = replace(client, number=draw_number(_DRAWN))
        try:
            with unit.connection.begin_nested():
                store.insert_clients(unit.connection, [drawn])
        except IntegrityError as error:
            if not left:
                raise
            if store.is_id_taken(error):
                client = replace(client, id=new_id())
        else:
            break
    return drawn
