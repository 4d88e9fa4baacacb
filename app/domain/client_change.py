"""Two amendments of one client at the same time: what differs, and both laid together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from app.domain.client import Client, Record

PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "names": ("names",),
    "birth": ("born", "birth_year"),
    **{
        name: (name,)
        for name in Record.__dataclass_fields__
        if name not in ("names", "born", "birth_year", "origins")
    },
}
_KEPT_BACK: Final = ("municipality", "address")  # what a non-disclosure order keeps back


class Side(Enum):
    """Whose value a part has: one's own, or that of who was first."""

    OWN = "own"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of the record (a key of `PARTS`) in which two amendments differ.

    `proposed` is who has changed it, None where both have: that is for a person.
    """

    part: str
    proposed: Side | None


def differences(before: Record, own: Record, theirs: Record) -> tuple[Difference, ...]:
    """In what `own` and `theirs`, both made of `before`, differ; nothing where `own` may stand.

    Nobody else has changed anything where all that differs is one's own.
    """
    found = tuple(_differing(before, own, theirs))
    return found if any(one.proposed is not Side.OWN for one in found) else ()


def combined(own: Record, theirs: Record, chosen: Mapping[str, Side]) -> Record:
    """One's own record with the parts that are `chosen` of theirs, and who told them."""
    parts = [part for part, side in chosen.items() if side is Side.THEIRS]
    names = [name for part in parts for name in PARTS[part]]
    origins = {name: told for name, told in own.origins.items() if name not in names}
    origins |= {name: told for name, told in theirs.origins.items() if name in names}
    values: dict[str, Any] = {name: getattr(theirs, name) for name in names}
    return replace(own, **values, origins=origins)


def disclosed(seen: Client, own: Record, now: Client) -> tuple[Record, Record, Record]:
    """What was seen, what is typed and what is there now, alike in what an order keeps back.

    An order that was set or has ended meanwhile is no change by anybody.
    """
    hidden = seen.protected_until is not None or now.protected_until is not None
    if not hidden:
        return seen.record, own, now.record
    known = seen.record if now.protected_until is not None else now.record
    values: dict[str, Any] = {name: getattr(known, name) for name in _KEPT_BACK}
    before, typed, there = (replace(record, **values) for record in (seen.record, own, now.record))
    return before, typed, there


def _differing(before: Record, own: Record, theirs: Record) -> Iterator[Difference]:
    for part in PARTS:
        mine, other = _value(own, part), _value(theirs, part)
        if mine == other or (part == "sensitive" and own.sensitive is None):
            continue
        was = _value(before, part)
        proposed = Side.THEIRS if mine == was else Side.OWN if other == was else None
        yield Difference(part, proposed)


def _value(record: Record, part: str) -> object:
    """What stands in a part, with who told it."""
    names = PARTS[part]
    told = [record.origins[name].origin if name in record.origins else None for name in names]
    return [getattr(record, name) for name in names], told
