"""The record that two are merged into, and the one that stays when they are taken apart.

Taken apart, a record is again as it was before the merge, but for what was changed since: that
stays where it was entered. Single data are compared whole, sets by what is in them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from app.domain.client import ClientName, NameKind, Record, Told
from app.domain.merging.fields import Choices, Field, Side
from app.domain.names.letters import script_of

T = TypeVar("T")
_SINGLE: Final = (
    *("contact_language", "interpreting", "integration_language", "municipality", "labour"),
    *("arrived_on", "permit_on", "phone", "email", "address", "koto_aj", "in_charge"),
)
_BIRTH: Final = ("born", "birth_year")
_SETS: Final = ("groups", "sensitive")


def merged(kept: Record, other: Record, choices: Choices) -> Record:
    """One record of two; sensitive groups of both stay, relatives are those of `kept`.

    A name that is not chosen as the person's own stays as another spelling or script, as long as
    the other names of its side are chosen.
    """

    def of(field: Field) -> Record:
        return other if choices[field] is Side.OTHER else kept

    values = {name: getattr(of(Field(name)), name) for name in _SINGLE}
    birth = of(Field.BIRTH)
    values |= {name: getattr(birth, name) for name in _BIRTH}
    grouped = _sides(choices[Field.GROUPS], kept, other)
    values["groups"] = frozenset(group for one in grouped for group in one.groups)
    values["sensitive"] = (kept.sensitive or frozenset()) | (other.sensitive or frozenset())
    values["names"] = _names(kept, other, choices)
    return replace(kept, **values, origins=_origins(kept, other, choices))


def taken_apart(before: Record, merged: Record, now: Record) -> Record:
    """What `now` is without the merge that made `merged` of `before`; relatives stay as now."""
    values: dict[str, Any] = {
        name: _before(getattr(before, name), getattr(merged, name), getattr(now, name))
        for name in _SINGLE
    }
    birth = _before(*((one.born, one.birth_year) for one in (before, merged, now)))
    values |= dict(zip(_BIRTH, birth, strict=True))
    for name in _SETS:
        ours, made, today = (getattr(one, name) or () for one in (before, merged, now))
        values[name] = frozenset(_without(ours, made, today))
    values["names"] = _names_before(before.names, merged.names, now.names)
    return replace(now, **values, origins=_origins_before(before, merged, now))


def _sides(side: Side, kept: Record, other: Record) -> tuple[Record, ...]:
    return {Side.KEPT: (kept,), Side.OTHER: (other,), Side.BOTH: (kept, other)}[side]


def _names(kept: Record, other: Record, choices: Choices) -> tuple[ClientName, ...]:
    """The own name first; nobody has one spelling twice."""
    first, second = (other, kept) if choices[Field.NAME] is Side.OTHER else (kept, other)
    own, chosen = first.names[0], choices[Field.OTHER_NAMES]
    others: list[ClientName] = []
    for side, record in ((Side.KEPT, kept), (Side.OTHER, other)):
        if chosen in (side, Side.BOTH):
            others += [_beside(own, record.names[0])] if record is second else []
            others += record.names[1:]
    known = {own.whole: own}
    for name in others:
        known.setdefault(name.whole, name)
    return tuple(known.values())


def _beside(own: ClientName, name: ClientName) -> ClientName:
    """An own name as one of the other names of who is called `own`."""
    same = script_of(name.whole) == script_of(own.whole)
    return replace(name, kind=NameKind.SPELLING if same else NameKind.SCRIPT)


def _origins(kept: Record, other: Record, choices: Choices) -> Mapping[str, Told]:
    """Who told each datum goes with it."""
    found: dict[str, Told] = {}
    for name in {**kept.origins, **other.origins}:
        field = _field_of(name)
        sides = _sides(choices[field] if field else Side.BOTH, kept, other)
        told = next((one.origins[name] for one in sides if name in one.origins), None)
        if told is not None:
            found[name] = told
    return found


def _field_of(name: str) -> Field | None:
    """The choice that a field of the record belongs to."""
    if name in _BIRTH:
        return Field.BIRTH
    if name == "names":
        return Field.NAME
    return Field(name) if name in list(Field) else None


def _before(before: T, merged: T, now: T) -> T:
    return before if now == merged else now


def _without(before: Iterable[T], merged: Iterable[T], now: Iterable[T]) -> list[T]:
    """What is there now, less what the merge brought, and what the merge left out."""
    ours, made, today = list(before), list(merged), list(now)
    left = [one for one in today if one in ours or one not in made]
    return left + [one for one in ours if one not in made and one not in left]


def _names_before(
    before: tuple[ClientName, ...], merged: tuple[ClientName, ...], now: tuple[ClientName, ...]
) -> tuple[ClientName, ...]:
    """The names without the merge; an own name that was changed since stays the own one."""
    if now == merged:
        return before
    own = _before(before[0], merged[0], now[0])
    others = _without(before[1:], merged[1:], now[1:])
    if own is not before[0] and merged[0] != before[0]:
        others = [_beside(own, before[0]), *others]
    return (own, *(one for one in others if one.whole != own.whole))


def _origins_before(before: Record, merged: Record, now: Record) -> Mapping[str, Told]:
    found: dict[str, Told] = {}
    for name in {**before.origins, **now.origins}:
        told = _before(*(one.origins.get(name) for one in (before, merged, now)))
        if told is not None:
            found[name] = told
    return found
