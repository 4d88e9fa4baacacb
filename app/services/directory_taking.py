"""Taking services of an exchange file into the directory, each of them whole."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from app.documents.hsds.check import Ids
from app.documents.hsds.ids import exchange_id
from app.documents.hsds.reading import read_organisation, read_service
from app.domain.directory import Address, Organisation, Service
from app.domain.errors import Refused
from app.domain.service_check import (
    check_organisation,
    check_service,
    cleaned,
    cleaned_organisation,
)
from app.services import directory
from app.services.directory_keeping import note_change
from app.services.organisation_keeping import keep_organisation
from app.services.unit import Unit
from app.store import directory as store


class Came(StrEnum):
    """What a service of the file did to the directory."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Taking:
    """The directory as it stands, found by the ids of exchange."""

    def __init__(self, unit: Unit) -> None:
        self._unit, self._towns = unit, directory.municipality_names()
        connection = unit.connection
        self._services = {exchange_id("service", one.id): one for one in store.services(connection)}
        self._organisations = {
            exchange_id("organization", one.id): one
            for one in store.organisations(connection).values()
        }
        self._places = {
            exchange_id("location", one.id): one for one in store.places(connection).values()
        }
        self._position = store.last_position(connection)

    def known_ids(self) -> Ids:
        """What a file may point to without having it."""
        ids: Ids = defaultdict(set)
        for kind, found in (
            ("service", self._services),
            ("organization", self._organisations),
            ("location", self._places),
        ):
            for key, one in found.items():
                ids[kind] |= {key, one.id}
        return ids

    def take(self, value: Mapping[str, Any]) -> tuple[Came, Sequence[str]]:
        """Take in a checked object; what it did, and the fields for which there is no place.

        Errors: `hsds_date_wrong`, `hsds_field_missing`, those of `check_service` and
        `check_organisation`; nothing is written then.
        """
        known = self._services.get(value["id"])
        try:
            entry = read_service(value, self._towns, known)
        except ValueError as error:
            raise Refused("hsds_date_wrong", given=str(error)[-40:]) from None
        who = self._organisation(value)
        after = cleaned(self._as_kept(entry.service, known, who))
        check_service(after, self._towns)
        came = self._compared(known, after)
        self._keep_organisation(exchange_id("organization", who.id), who)
        if came is not Came.UNCHANGED:
            self._keep(value["id"], known, after)
        return came, entry.left_out

    def _organisation(self, value: Mapping[str, Any]) -> Organisation:
        """Who offers the service: as the file says, else as it is known."""
        given = value.get("organization")
        if given is None:
            if "organization_id" not in value:
                raise Refused("hsds_field_missing", field="organization_id")
            return self._organisations[value["organization_id"]]
        if value.get("organization_id", given["id"]) != given["id"]:
            raise Refused("hsds_reference", field="organization_id", given=value["organization_id"])
        known = self._organisations.get(given["id"])
        who = cleaned_organisation(read_organisation(given, known))
        check_organisation(who)
        return replace(who, id=known.id) if known else who

    def _as_kept(self, service: Service, known: Service | None, who: Organisation) -> Service:
        """The service under our own ids, with what no file can change."""
        service = replace(service, organisation=who.id)
        if service.address is not None:
            place = self._places.get(service.address.id)
            address = replace(service.address, id=place.id if place else service.address.id)
            service = replace(service, address=address)
        if known is None:
            return service
        service = replace(service, id=known.id, location=known.location, lines=known.lines)
        if known.location is not None:
            return replace(service, hours=known.hours, hours_invented=known.hours_invented)
        return service

    def _compared(self, known: Service | None, after: Service) -> Came:
        if known is None:
            return Came.NEW
        return Came.UNCHANGED if cleaned(known) == after else Came.CHANGED

    def _keep_organisation(self, key: str, who: Organisation) -> None:
        known = self._organisations.get(key)
        if known is None or cleaned_organisation(known) != who:
            keep_organisation(self._unit, known, who)
        self._organisations[key] = who

    def _keep(self, key: str, known: Service | None, after: Service) -> None:
        if after.address is not None:
            self._keep_place(after.address)
        if known is None:
            self._position += 1
        position = self._position if known is None else None
        store.put_service(self._unit.connection, after, position)
        note_change(self._unit, known, after)
        self._services[key] = after

    def _keep_place(self, address: Address) -> None:
        key = exchange_id("location", address.id)
        if self._places.get(key) != address:
            store.put_place(self._unit.connection, address)
        self._places[key] = address
