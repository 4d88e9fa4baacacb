"""Clients for tests: invented people, about to be recorded."""

from datetime import date
from typing import Any

from app.domain.client import Client, ClientName, Record
from app.services import clients, protection
from app.services.unit import Desk


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
