"""A record as it stood, kept in one piece beside the tables."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from app.domain.client import ClientName, Interpreting, NameKind, Origin, Record, Told
from app.domain.responsibility.values import Group, Labour

_TEXTS: Final = (
    *("contact_language", "integration_language", "municipality", "phone", "email", "address"),
    "koto_aj",
)
_DAYS: Final = ("born", "arrived_on", "permit_on")


def packed(record: Record) -> dict[str, Any]:
    """The record but for its relatives, as JSON takes it."""
    days = {name: getattr(record, name) for name in _DAYS}
    return {
        **{name: getattr(record, name) for name in (*_TEXTS, "birth_year")},
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "names": [[one.kind, one.given, one.family] for one in record.names],
        "interpreting": record.interpreting,
        "labour": record.labour,
        "groups": sorted(record.groups),
        "sensitive": sorted(record.sensitive or ()),
        "in_charge": str(record.in_charge) if record.in_charge else None,
        "origins": {name: told_row(told) for name, told in record.origins.items()},
    }


def unpacked(row: Mapping[str, Any]) -> Record:
    """The record again, without relatives."""
    plain: dict[str, Any] = {name: row[name] for name in (*_TEXTS, "birth_year")}
    for name in _DAYS:
        plain[name] = date.fromisoformat(row[name]) if row[name] else None
    return Record(
        tuple(ClientName(given, family, NameKind(kind)) for kind, given, family in row["names"]),
        **plain,
        interpreting=Interpreting(row["interpreting"]),
        labour=Labour(row["labour"]) if row["labour"] else None,
        groups=frozenset(map(Group, row["groups"])),
        sensitive=frozenset(map(Group, row["sensitive"])),
        in_charge=UUID(row["in_charge"]) if row["in_charge"] else None,
        origins={name: told_from(told) for name, told in row["origins"].items()},
    )


def told_row(told: Told) -> dict[str, str]:
    """Who told a datum, as JSON takes it."""
    return {"origin": told.origin, "by": str(told.by), "on": str(told.on)}


def told_from(row: Mapping[str, str]) -> Told:
    return Told(Origin(row["origin"]), UUID(row["by"]), date.fromisoformat(row["on"]))
