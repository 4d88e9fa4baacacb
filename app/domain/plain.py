"""Values of the domain as plain data for JSON, and back by their types."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID


def plain(value: Any) -> Any:
    """A frozen value, its parts and theirs, as a JSON value."""
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(plain(one) for one in value)
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Enum | UUID) else value


def from_plain(kind: Any, data: Any) -> Any:
    """The value of the type `kind` from what `plain` made of it.

    Raises `KeyError`, `TypeError` or `ValueError` for what another version has left.
    """
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return None if data is None else from_plain(_present(inner), data)
    if origin in (tuple, frozenset):
        return origin(from_plain(inner[0], one) for one in data)
    if origin is not None:
        return {key: from_plain(inner[1], one) for key, one in dict(data).items()}
    if isinstance(kind, type) and is_dataclass(kind):
        hints, names = get_type_hints(kind), [one.name for one in fields(kind)]
        return kind(**{name: from_plain(hints[name], data[name]) for name in names})
    if kind in (date, datetime):
        return kind.fromisoformat(data)
    if isinstance(kind, type) and issubclass(kind, Enum | UUID):
        return kind(str(data))
    return data


def _present(kinds: tuple[Any, ...]) -> Any:
    """What a value is where there is one."""
    return next(kind for kind in kinds if kind is not NoneType)
