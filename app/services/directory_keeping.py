"""Keeping the directory: adding and changing services, with their history."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from app.domain.directory import Address, Service
from app.domain.errors import Refused
from app.domain.roles import Right
from app.domain.service_check import check_service, cleaned
from app.domain.service_form import packed, unpacked
from app.services import directory
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.store import directory as store
from app.store.models import ServiceChangeRow, StaffRow


@dataclass(frozen=True, slots=True)
class ServiceChange:
    """What somebody made of a service; `before` is None where it was new."""

    at: datetime
    by: str
    before: Service | None
    after: Service


def save_service(unit: Unit, changed: Service, known: Service | None = None) -> Service:
    """Keep a service in place of the one of its id; saved again, what is returned undoes it.

    `known` is what the person saw before the change: what somebody else has made of it since is
    not lost. The hours of a portal location are kept in its own settings and stay as they are.
    Hours that somebody has changed are no invention any more. Errors: `no_right`,
    `service_unknown`, `service_changed`, `organisation_unknown`, those of `check_service`.
    """
    unit.demand(Right.KEEP_DIRECTORY)
    before = _own(unit, changed.id)
    if known is not None and not _is_same(before, known):
        raise Refused("service_changed")
    after = replace(_checked(unit, changed), location=before.location, lines=before.lines)
    if before.location is not None:
        after = replace(after, hours=before.hours)
    if before.hours_invented and after.hours != before.hours:
        after = replace(after, hours_invented=False)
    keep(unit, before, after)
    return before


def add_service(unit: Unit, new: Service) -> Service:
    """Put a service with an id of its own into the directory, as the last one.

    It cannot be taken away again, only switched off: slips may have been given out by then.
    Errors: `no_right`, `service_known`, `organisation_unknown`, those of `check_service`.
    """
    unit.demand(Right.KEEP_DIRECTORY)
    if store.services(unit.connection, new.id):
        raise Refused("service_known", name=new.name["fi"])
    after = replace(_checked(unit, new), location=None, lines=())
    keep(unit, None, after)
    return after


def history(unit: Unit, service_id: str) -> list[ServiceChange]:
    """What was changed of a service, the newest first. Errors: `no_right`."""
    unit.demand(Right.KEEP_DIRECTORY)
    rows = unit.session.execute(
        select(ServiceChangeRow, StaffRow.name)
        .join(StaffRow, StaffRow.id == ServiceChangeRow.by)
        .where(ServiceChangeRow.service == service_id)
        .order_by(ServiceChangeRow.at.desc(), ServiceChangeRow.id.desc())
    )
    return [
        ServiceChange(
            row.at, name, unpacked(row.before) if row.before else None, unpacked(row.after)
        )
        for row, name in rows
    ]


def keep(unit: Unit, before: Service | None, after: Service) -> None:
    """Write a service and its change, where there is one."""
    if before == after:
        return
    if before is not None and before.address == after.address:
        after = replace(after, address=before.address)
    elif after.address is not None:
        after = replace(after, address=_placed(unit, after.address, before))
    position = store.last_position(unit.connection) + 1 if before is None else None
    store.put_service(unit.connection, after, position)
    note_change(unit, before, after)


def note_change(unit: Unit, before: Service | None, after: Service) -> None:
    """Put a change into the history and the log."""
    unit.session.add(
        ServiceChangeRow(
            id=new_id(),
            service=after.id,
            at=unit.now,
            by=unit.actor.staff_id,
            before=packed(before) if before else None,
            after=packed(after),
        )
    )
    unit.log("service.change" if before else "service.add", after.id)
    unit.changes |= Changes.DIRECTORY


def _own(unit: Unit, service_id: str) -> Service:
    """A service as its own tables have it. Errors: `service_unknown`."""
    found = store.services(unit.connection, service_id)
    if not found:
        raise Refused("service_unknown", given=service_id[:40])
    return found[0]


def _is_same(before: Service, known: Service) -> bool:
    hours = known.hours if before.location is not None else before.hours
    return cleaned(replace(before, hours=hours)) == cleaned(known)


def _checked(unit: Unit, service: Service) -> Service:
    service = cleaned(service)
    check_service(service, directory.municipality_names())
    if service.organisation not in directory.organisations(unit):
        raise Refused("organisation_unknown", given=service.organisation[:40])
    return service


def _placed(unit: Unit, address: Address, before: Service | None) -> Address:
    """The address as a place that is kept: a known one, the service's own, or a new one."""
    known = store.places(unit.connection)
    same = next((one for one in known.values() if one == address), None)
    if same is not None:
        return same
    own = before.address.id if before is not None and before.address is not None else ""
    if not own or len(store.users_of_place(unit.connection, own)) > 1:
        own = str(new_id())
    address = replace(address, id=own)
    store.put_place(unit.connection, address)
    return address
