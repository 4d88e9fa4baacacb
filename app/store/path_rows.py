"""A step of a path as a row of its table, and back: the columns are the fields of the step."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from sqlalchemy import RowMapping

from app.domain.path.whole import Kept

S = TypeVar("S")


def step_row(step: Any) -> dict[str, Any]:
    """The columns of a step."""
    return {one.name: _stored(getattr(step, one.name)) for one in fields(step)}


def kept_row(client_id: UUID, kept: Kept[Any]) -> dict[str, Any]:
    """All columns of a step that is new."""
    return step_row(kept.step) | {
        "id": kept.id,
        "client_id": client_id,
        "revision": kept.revision,
        "recorded_by": kept.recorded_by,
        "recorded_at": kept.recorded_at,
        "changed_at": kept.changed_at,
    }


def kept_from(kind: type[S], row: RowMapping) -> Kept[S]:
    """The step of a row."""
    known: Any = kind
    step: S = known(**{name: _read(hint, row[name]) for name, hint in _hints(known).items()})
    about = (row["revision"], row["recorded_by"], row["recorded_at"], row["changed_at"])
    return Kept(row["id"], step, *about)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """What each field of a kind of step holds."""
    hints = get_type_hints(kind)
    return {one.name: _known(hints[one.name]) for one in fields(kind)}


def _known(hint: Any) -> Any:
    """The type without its None."""
    if get_origin(hint) in (Union, UnionType):
        return next(one for one in get_args(hint) if one is not type(None))
    return hint


def _stored(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    if isinstance(value, Mapping):
        return {str(key): str(value[key]) for key in sorted(value)}
    return value


def _read(hint: Any, value: Any) -> Any:
    if value is None or hint in (str, bool, int, date, UUID):
        return value
    if get_origin(hint) is frozenset:
        (code,) = get_args(hint)
        return frozenset(map(code, value))
    if get_origin(hint) is not None:
        key, level = get_args(hint)
        return {key(name): level(one) for name, one in value.items()}
    return hint(value)
