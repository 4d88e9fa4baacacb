"""The fields of a record as a merge asks for them, and what is proposed for each."""

from collections.abc import Callable, Mapping
from enum import StrEnum, auto
from typing import Any, Final

from app.domain.client import Client, Interpreting, Record

Choices = Mapping["Field", "Side"]


class Side(StrEnum):
    """Whose datum the merged record has; both, where there may be several."""

    KEPT = auto()
    OTHER = auto()
    BOTH = auto()


class Field(StrEnum):
    """What is chosen by itself; relatives are not: all of both records stay."""

    NAME = auto()
    OTHER_NAMES = auto()
    BIRTH = auto()
    CONTACT_LANGUAGE = auto()
    INTERPRETING = auto()
    INTEGRATION_LANGUAGE = auto()
    MUNICIPALITY = auto()
    LABOUR = auto()
    GROUPS = auto()
    ARRIVED_ON = auto()
    PERMIT_ON = auto()
    PHONE = auto()
    EMAIL = auto()
    ADDRESS = auto()
    KOTO_AJ = auto()
    IN_CHARGE = auto()
    IDENTITY = auto()


SEVERAL: Final = frozenset({Field.OTHER_NAMES, Field.GROUPS})
SEALED: Final = frozenset({Field.MUNICIPALITY, Field.ADDRESS})
_EMPTY: Final[tuple[object, ...]] = (
    None,
    "",
    frozenset(),
    (),
    Interpreting.NOT_ASKED,
    (None, None),
)
_OF_FIELD: Final[Mapping[Field, Callable[[Record], Any]]] = {
    Field.NAME: lambda record: record.names[0],
    Field.OTHER_NAMES: lambda record: record.names[1:],
    Field.BIRTH: lambda record: (record.born, record.birth_year),
    Field.IDENTITY: lambda record: None,
}


def value_of(record: Record, field: Field) -> Any:
    """What a record says in a field; the identity code stands in no record."""
    special = _OF_FIELD.get(field)
    return special(record) if special else getattr(record, field)


def is_empty(value: object) -> bool:
    """Whether a field says nothing."""
    return value in _EMPTY


def differing(kept: Record, other: Record) -> tuple[Field, ...]:
    """The fields in which two records differ, in the order in which they are asked for."""
    return tuple(field for field in Field if value_of(kept, field) != value_of(other, field))


def proposed(kept: Client, other: Client) -> dict[Field, Side]:
    """For each field the fuller datum; of two that are equally full that of the newer record."""
    newer = Side.OTHER if _changed(other) > _changed(kept) else Side.KEPT
    return {
        field: Side.BOTH
        if field in SEVERAL
        else _fuller(value_of(kept.record, field), value_of(other.record, field), newer)
        for field in Field
    }


def _fuller(kept: object, other: object, newer: Side) -> Side:
    ours, theirs = _weight(kept), _weight(other)
    if kept == other or ours > theirs:
        return Side.KEPT
    return Side.OTHER if theirs > ours else newer


def _weight(value: object) -> int:
    """How much a datum says: a birth date more than a year, a longer name more than a part."""
    if is_empty(value):
        return 0
    if isinstance(value, tuple):
        return sum(part is not None for part in value)
    whole = getattr(value, "whole", "")
    return max(1, len(whole.split()))


def _changed(client: Client) -> Any:
    return client.changed_at or client.recorded_at
