"""Services in their tables, as values in and out; Core statements, so that a migration can fill."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from app.domain.directory import Address, Organisation, Service
from app.store.directory_rows import (
    day_rows,
    of_address,
    of_organisation,
    of_service,
    read_address,
    read_hours,
    read_service,
    week_rows,
)
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
        read_service(row, read_hours(week_of.get(row.id, ()), day_of.get(row.id, ())))
        for row in connection.execute(query)
    ]


def last_position(connection: Connection) -> int:
    """The position of the last service, -1 where there is none."""
    last = connection.scalar(select(func.max(SERVICE.c.position)))
    return -1 if last is None else int(last)


def places(connection: Connection) -> dict[str, Address]:
    """The addresses by their ids."""
    return {row.id: read_address(row._mapping, "") for row in connection.execute(select(PLACE))}


def users_of_place(connection: Connection, place_id: str) -> set[str]:
    """The services that are at a place."""
    return set(connection.scalars(select(SERVICE.c.id).where(SERVICE.c.place == place_id)))


def fill(
    connection: Connection,
    organisations: Iterable[Organisation],
    addresses: Iterable[Address],
    found: Sequence[Service],
) -> None:
    """Write all of a directory into tables that have nothing yet."""
    rows: list[tuple[Table, list[dict[str, Any]]]] = [
        (ORGANISATION, [{"id": one.id, **of_organisation(one)} for one in organisations]),
        (PLACE, [{"id": one.id, **of_address(one)} for one in addresses]),
        (
            SERVICE,
            [{"id": one.id, "position": i, **of_service(one)} for i, one in enumerate(found)],
        ),
        (_HOURS, [row for one in found for row in week_rows(one)]),
        (_DAY, [row for one in found for row in day_rows(one)]),
    ]
    for table, values in rows:
        if values:
            connection.execute(insert(table), values)


def put_organisation(connection: Connection, organisation: Organisation) -> None:
    """Keep an organisation in place of the one of its id."""
    _put(connection, ORGANISATION, organisation.id, of_organisation(organisation))


def put_place(connection: Connection, address: Address) -> None:
    """Keep an address in place of the one of its id."""
    _put(connection, PLACE, address.id, of_address(address))


def put_service(connection: Connection, service: Service, position: int | None = None) -> None:
    """Keep a service in place of the one of its id; organisation and place must be kept already.

    `position` says where a new one stands, and is None for one that is there.
    """
    values = of_service(service)
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


def _put_hours(connection: Connection, service: Service) -> None:
    for table in (_HOURS, _DAY):
        connection.execute(delete(table).where(table.c.service == service.id))
    for table, rows in ((_HOURS, week_rows(service)), (_DAY, day_rows(service))):
        if rows:
            connection.execute(insert(table), rows)


def _grouped(rows: Iterable[Row[Any]]) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.service, []).append(row)
    return found
