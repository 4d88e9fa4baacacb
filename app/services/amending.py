"""A client amended from a form that was begun a while ago, at one of several desks."""

from dataclasses import dataclass, replace

from app.domain.client import Client, Record, Why
from app.domain.client_change import Difference, differences, disclosed
from app.domain.roles import Right
from app.services import clients
from app.services.unit import Unit
from app.store.clients import current


@dataclass(frozen=True, slots=True, repr=False)
class Amended:
    """A client as it is now, and as it was before, by which that is undone."""

    client: Client
    before: Client


@dataclass(frozen=True, slots=True, repr=False)
class Clash:
    """Somebody else was first and nothing was written: `now` is what they left.

    `own` is what the form says, `differences` are for a person to choose from.
    """

    now: Client
    own: Record
    differences: tuple[Difference, ...]


def amend(unit: Unit, seen: Client, own: Record) -> Amended | Clash:
    """Put `own` in the place of the record as it was `seen`.

    Where an order alone was set, lifted or has ended meanwhile nobody is asked anything: what it
    kept back stays as it is. A record that was merged meanwhile is laid beside the one that it was
    merged into. Errors: those of `clients.amend`.
    """
    unit.demand(Right.KEEP_CLIENTS)
    stored = clients.demand_known(unit, current(unit.connection, seen.id))
    if (stored.id, stored.revision) == (seen.id, seen.revision) and _ordered(unit, stored) == (
        seen.protected_until is not None
    ):
        return Amended(clients.amend(unit, seen.id, own, seen.revision), seen)
    now = clients.open_record(unit, seen.id, Why.CORRECTION)
    if own.sensitive is not None:
        groups = clients.sensitive_groups(unit, now.id, Why.CORRECTION)
        now = replace(now, record=replace(now.record, sensitive=groups))
    before, typed, there = disclosed(seen, own, now)
    found = differences(before, typed, there)
    if found:
        return Clash(now, typed, found)
    return Amended(clients.amend(unit, now.id, typed, now.revision), now)


def _ordered(unit: Unit, client: Client) -> bool:
    """Whether an order keeps something of the client back today."""
    until = client.protected_until
    return until is not None and until >= unit.today
