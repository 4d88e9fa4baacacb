"""Services in their tables, as values in and out; Core statements, so that a migration can fill."""

from collections.abc import Iterable, Sequence
from datetime import time
from typing import Any, Final

from sqlalchemy import Connection, Row, RowMapping, Table, delete, func, insert, select, update

from app.domain.directory import Address, Organisation, Service
from app.domain.place import ExceptionalDay, Hours, Span, Week
from app.store.models import (
    OrganisationRow,
    ServiceDayRow,
    ServiceHoursRow,
    ServicePlaceRow,
    ServiceRow,
)

ORGANISATION: Final[Table] = OrganisationRow.__table__  # type: ignore[assignment]
PLACE: Final[Table] = ServicePlaceRow.__table__  # type: ignore[assignment]
SERVICE: Final[Table] = ServiceRow.__table__  # type: ignore[assignment]
_HOURS: Final[Table] = ServiceHoursRow.__table__  # type: ignore[assignment]
_DAY: Final[Table] = ServiceDayRow.__table__  # type: ignore[assignment]


def organisations(connection: Connection) -> dict[str, Organisation]:
    """All of them by their ids."""
    rows = connection.execute(select(ORGANISATION).order_by(ORGANISATION.c.id))
    return {row.id: Organisation(row.id, row.name, row.email, row.web, row.kept) for row in rows}


def services(connection: Connection, service_id: str | None = None) -> list[Service]:
    """All services in their order, or the one of an id if there is one."""
    joined = SERVICE.outerjoin(PLACE, SERVICE.c.place == PLACE.c.id)
    columns = (*SERVICE.c, *(column.label(f"place_{column.name}") for column in PLACE.c))
    query = select(*columns).select_from(joined).order_by(SERVICE.c.position, SERVICE.c.id)
    weeks, days = select(_HOURS).order_by(_HOURS.c.position), select(_DAY).order_by(_DAY.c.day)
    if service_id is not None:
        query = query.where(SERVICE.c.id == service_id)
        weeks = weeks.where(_HOURS.c.service == service_id)
        days = days.where(_DAY.c.service == service_id)
    week_of, day_of = _grouped(connection.execute(weeks)), _grouped(connection.execute(days))
    return [
        _service(row, _hours(week_of.get(row.id, ()), day_of.get(row.id, ())))
        for row in connection.execute(query)
    ]


def last_position(connection: Connection) -> int:
    """The position of the last service, -1 where there is none."""
    last = connection.scalar(select(func.max(SERVICE.c.position)))
    return -1 if last is None else int(last)


def places(connection: Connection) -> dict[str, Address]:
    """The addresses by their ids."""
    return {row.id: _address(row._mapping, "") for row in connection.execute(select(PLACE))}


def users_of_place(connection: Connection, place_id: str) -> set[str]:
    """The services that are at a place."""
    return set(connection.scalars(select(SERVICE.c.id).where(SERVICE.c.place == place_id)))


def put_organisation(connection: Connection, organisation: Organisation) -> None:
    """Keep an organisation in place of the one of its id."""
    values = {
        "name": dict(organisation.name),
        "email": organisation.email,
        "web": organisation.web,
        "kept": dict(organisation.kept),
    }
    _put(connection, ORGANISATION, organisation.id, values)


def put_place(connection: Connection, address: Address) -> None:
    """Keep an address in place of the one of its id."""
    values = {
        "street": dict(address.street),
        "place": dict(address.place),
        "entrance": dict(address.entrance),
        "municipality": address.municipality,
        "postal_code": address.postal_code,
        "kept": dict(address.kept),
    }
    _put(connection, PLACE, address.id, values)


def put_service(connection: Connection, service: Service, position: int | None = None) -> None:
    """Keep a service in place of the one of its id; organisation and place must be kept already.

    `position` says where a new one stands, and is None for one that is there.
    """
    values = _values(service)
    if position is None:
        connection.execute(update(SERVICE).where(SERVICE.c.id == service.id).values(values))
    else:
        values |= {"id": service.id, "position": position}
        connection.execute(insert(SERVICE).values(values))
    _put_hours(connection, service)


def _put(connection: Connection, table: Table, key: str, values: dict[str, Any]) -> None:
    changed = connection.execute(update(table).where(table.c.id == key).values(values))
    if not changed.rowcount:
        connection.execute(insert(table).values(id=key, **values))


def _values(service: Service) -> dict[str, Any]:
    return {
        "organisation": service.organisation,
        "place": service.address.id if service.address else None,
        "location": service.location,
        "category": service.category,
        "name": dict(service.name),
        "note": dict(service.note),
        "municipalities": list(service.municipalities),
        "languages": list(service.languages),
        "phone": service.phone,
        "email": service.email,
        "web": service.web,
        "sensitive": service.sensitive,
        "valid_from": service.valid_from,
        "valid_to": service.valid_to,
        "checked_on": service.checked_on,
        "enabled": service.enabled,
        "hours_invented": service.hours_invented,
        "lines": list(service.lines),
        "kept": dict(service.kept),
    }


def _put_hours(connection: Connection, service: Service) -> None:
    for table in (_HOURS, _DAY):
        connection.execute(delete(table).where(table.c.service == service.id))
    weeks = [
        {
            "service": service.id,
            "position": position,
            "valid_from": week.valid_from,
            "valid_to": week.valid_to,
            "days": {str(day): _texts(spans) for day, spans in week.days.items() if spans},
        }
        for position, week in enumerate(service.hours.weeks)
    ]
    days = [
        {"service": service.id, "day": one.day, "spans": _texts(one.spans), "reason": one.reason}
        for one in service.hours.exceptions
    ]
    for table, rows in ((_HOURS, weeks), (_DAY, days)):
        if rows:
            connection.execute(insert(table), rows)


def _grouped(rows: Iterable[Row[Any]]) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.service, []).append(row)
    return found


def _service(row: Row[Any], hours: Hours) -> Service:
    return Service(
        id=row.id,
        category=row.category,
        name=row.name,
        address=_address(row._mapping, "place_") if row.place_id is not None else None,
        phone=row.phone,
        email=row.email,
        web=row.web,
        hours=hours,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        sensitive=row.sensitive,
        location=row.location,
        organisation=row.organisation,
        note=row.note,
        municipalities=tuple(row.municipalities),
        languages=tuple(row.languages),
        checked_on=row.checked_on,
        enabled=row.enabled,
        hours_invented=row.hours_invented,
        lines=tuple(row.lines),
        kept=row.kept,
    )


def _address(row: RowMapping, start: str) -> Address:
    names = ("street", "place", "entrance", "municipality", "postal_code", "kept", "id")
    return Address(**{name: row[start + name] for name in names})


def _hours(weeks: Sequence[Row[Any]], days: Sequence[Row[Any]]) -> Hours:
    return Hours(
        tuple(
            Week(
                row.valid_from,
                {int(day): _spans(spans) for day, spans in row.days.items()},
                row.valid_to,
            )
            for row in weeks
        ),
        tuple(ExceptionalDay(row.day, _spans(row.spans), row.reason) for row in days),
    )


def _spans(texts: list[list[str]]) -> tuple[Span, ...]:
    return tuple(Span(*map(time.fromisoformat, pair)) for pair in texts)


def _texts(spans: tuple[Span, ...]) -> list[list[str]]:
    return [[f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"] for span in spans]
