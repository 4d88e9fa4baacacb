"""Clients for tests: invented people, about to be recorded."""

from datetime import date
from typing import Any
from uuid import UUID

from app.domain.client import Client, ClientName, Record
from app.domain.errors import Refused
from app.domain.link import Agreed, Consent, Link, Task, Way
from app.services import clients, consents, links, protection, visits
from app.services.unit import Desk
from app.services.visits import new_id
from tests.desks import visit

AGREED = Agreed(Way.SPOKEN, "ar")


def person(given: str, family: str = "", **fields: Any) -> Record:
    """A record with one name."""
    return Record((ClientName(given, family),), **fields)


def recorded(desk: Desk, given: str, family: str = "", **fields: Any) -> Client:
    """A client in the store."""
    with desk.write() as unit:
        return clients.record(unit, person(given, family, **fields))


def hidden(desk: Desk, given: str, family: str = "", **fields: Any) -> Client:
    """A client under a non-disclosure order without end; the person at the desk knows of it."""
    client = recorded(desk, given, family, **fields)
    with desk.write() as unit:
        protection.name_person(unit, desk.actor.staff_id)
        protection.protect(unit, client.id, None)
    return client


FAR = date(2027, 5, 1)


def linked_visit(desk: Desk, client: Client, **facts: Any) -> UUID:
    """A visit of a client for the plan; of a client who does not exist it is nobody's."""
    with desk.write() as unit:
        made = visits.record(unit, visit(**facts))
    try:
        with desk.write() as unit:
            links.link(unit, made.id, client.id, Task.PLAN)
    except Refused:
        pass
    return made.id


def consent_of(desk: Desk, client: Client) -> UUID:
    """A consent of a client; of a client who does not exist there is none."""
    try:
        with desk.write() as unit:
            return consents.give(unit, client.id, AGREED).id
    except Refused:
        return new_id()


def a_link(client: Client, desk: Desk) -> Link:
    """A link that is gone."""
    gone = linked_visit(desk, client)
    with desk.write() as unit:
        found = links.unlink(unit, gone)
    return found or Link(
        new_id(), client.id, desk.actor.staff_id, desk.clock(), visit=gone, task=Task.PLAN
    )


def a_consent(client: Client, desk: Desk) -> Consent:
    """A consent that may be there or not."""
    today = desk.clock().date()
    by = desk.actor.staff_id
    known = consent_of(desk, client)
    return Consent(known, client.id, today, Way.SPOKEN, "ar", by, desk.clock(), today)
