"""Services as rows of their tables, and rows as services."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from sqlalchemy import Row, RowMapping

from app.domain.directory import Address, Organisation, Service
from app.domain.place import ExceptionalDay, Hours, Span, Week


def of_organisation(organisation: Organisation) -> dict[str, Any]:
    """The columns beside the id."""
    return {
        "name": dict(organisation.name),
        "email": organisation.email,
        "web": organisation.web,
        "kept": dict(organisation.kept),
    }


def of_address(address: Address) -> dict[str, Any]:
    """The columns beside the id."""
    return {
        "street": dict(address.street),
        "place": dict(address.place),
        "entrance": dict(address.entrance),
        "municipality": address.municipality,
        "postal_code": address.postal_code,
        "kept": dict(address.kept),
    }


def of_service(service: Service) -> dict[str, Any]:
    """The columns beside the id and the position."""
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


def week_rows(service: Service) -> list[dict[str, Any]]:
    return [
        {
            "service": service.id,
            "position": position,
            "valid_from": week.valid_from,
            "valid_to": week.valid_to,
            "yearly": week.yearly,
            "days": {str(day): _texts(spans) for day, spans in week.days.items() if spans},
        }
        for position, week in enumerate(service.hours.weeks)
    ]


def day_rows(service: Service) -> list[dict[str, Any]]:
    return [
        {"service": service.id, "day": one.day, "spans": _texts(one.spans), "reason": one.reason}
        for one in service.hours.exceptions
    ]


def read_service(row: Row[Any], hours: Hours) -> Service:
    return Service(
        id=row.id,
        category=row.category,
        name=row.name,
        address=read_address(row._mapping, "place_") if row.place_id is not None else None,
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


def read_address(row: RowMapping, start: str) -> Address:
    """From columns whose names begin with `start`."""
    names = ("street", "place", "entrance", "municipality", "postal_code", "kept", "id")
    return Address(**{name: row[start + name] for name in names})


def read_hours(weeks: Sequence[Row[Any]], days: Sequence[Row[Any]]) -> Hours:
    return Hours(
        tuple(
            Week(
                row.valid_from,
                {int(day): _spans(spans) for day, spans in row.days.items()},
                row.valid_to,
                row.yearly,
            )
            for row in weeks
        ),
        tuple(ExceptionalDay(row.day, _spans(row.spans), row.reason) for row in days),
    )


def _spans(texts: list[list[str]]) -> tuple[Span, ...]:
    return tuple(Span(*map(time.fromisoformat, pair)) for pair in texts)


def _texts(spans: tuple[Span, ...]) -> list[list[str]]:
    return [[f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"] for span in spans]
