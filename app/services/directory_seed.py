"""The directory that comes with the program, put into a store that has none yet."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from app.domain.directory import HOURS_SINCE, Address, Service
from app.domain.place import Hours, week_from
from app.services import directory
from app.services.demo_data import demonstration, is_marked
from app.services.unit import Changes, Unit
from app.store import directory as store


def add_bundled_directory(connection: Connection) -> None:
    """The services of the programme and the suggestions that are off, unless there are some.

    In a demonstration, hours are invented. The portal locations must be there already.
    """
    if store.last_position(connection) >= 0:
        return
    bundled = {**directory.bundled_services(), **directory.suggested_services()}
    services, addresses = _placed(bundled.values())
    if is_marked(connection):
        services = [with_invented_hours(one, None) for one in services]
    organisations = directory.bundled_organisations().values()
    store.fill(connection, organisations, addresses, services)


def invent_hours(unit: Unit, checked_on: date) -> None:
    """Give the services of a demonstration that have them their invented hours."""
    for service_id in demonstration()["services"]:
        (service,) = store.services(unit.connection, service_id)
        store.put_service(unit.connection, with_invented_hours(service, checked_on))
    unit.changes |= Changes.DIRECTORY


def with_invented_hours(service: Service, checked_on: date | None) -> Service:
    """The service as a demonstration has it; the same where nothing is invented for it."""
    week = week_from({"weekly": demonstration()["services"].get(service.id)}, HOURS_SINCE)
    if week is None:
        return service
    return replace(service, hours=Hours((week,)), hours_invented=True, checked_on=checked_on)


def _placed(services: Iterable[Service]) -> tuple[list[Service], list[Address]]:
    """The services at their places, and each place once."""
    found: list[Service] = []
    known: list[Address] = []
    for service in services:
        address = service.address
        if address is not None and address not in known:
            known.append(replace(address, id=service.id))
        if address is not None:
            service = replace(service, address=known[known.index(address)])
        found.append(service)
    return found, known
