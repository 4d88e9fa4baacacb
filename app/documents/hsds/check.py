"""Whether an object is what HSDS says, and whether what it points to is there."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from app.documents.hsds.shape import CHOICES, KINDS, REFERENCES
from app.domain.errors import Refused

Object = dict[str, Any]
Ids = defaultdict[str, set[str]]
_SHOWN: Final = 60
_ID_MAX: Final = 200


@dataclass(slots=True)
class Checked:
    """An object with the fields that HSDS knows; what else it had, and what is wrong, by path.

    An id that is no UUID, as the schema asks for, counts as something else: another is made of it.
    """

    value: Object
    unknown: Counter[str] = field(default_factory=Counter)
    faults: list[Refused] = field(default_factory=list)


def checked(raw: Mapping[str, Any], kind: str = "service") -> Checked:
    """The object as far as it is understood; a null stands for nothing."""
    found = Checked({})
    found.value = _object(raw, kind, "", found)
    found.unknown = +found.unknown
    return found


def ids_of(value: Mapping[str, Any], kind: str, ids: Ids | None = None) -> Ids:
    """The ids of an object and of all inside it, by kind."""
    ids = defaultdict(set) if ids is None else ids
    if isinstance(value.get("id"), str):
        ids[kind].add(value["id"])
    for child_kind, child, _path in _children(value, kind):
        ids_of(child, child_kind, ids)
    return ids


def dangling(value: Mapping[str, Any], kind: str, known: Ids, path: str = "") -> Iterator[Refused]:
    """Each reference in an object that points to nothing that is known."""
    for name, target in REFERENCES.items():
        given = value.get(name)
        if given is not None and name in KINDS[kind].texts:
            targets = [known[target]] if target else list(known.values())
            if not any(given in ids for ids in targets):
                yield Refused("hsds_reference", field=f"{path}{name}", given=_short(given))
    for child_kind, child, name in _children(value, kind):
        yield from dangling(child, child_kind, known, f"{path}{name}.")


def _children(value: Mapping[str, Any], kind: str) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    for name, child in KINDS[kind].children.items():
        if name in value:
            several = value[name] if child.many else [value[name]]
            for i, one in enumerate(several):
                yield child.kind, one, f"{name}[{i}]" if child.many else name


def _object(raw: Mapping[str, Any], kind: str, path: str, found: Checked) -> Object:
    shape, value = KINDS[kind], Object()
    for name, given in raw.items():
        if given is None:
            continue
        if name in shape.children:
            value[name] = _inside(given, kind, name, path, found)
        elif name in shape.texts or name in shape.numbers:
            value[name] = given
            _check_field(given, kind, name, path, found)
        else:
            found.unknown[f"{path}{name}"] += 1
    for name in sorted(shape.required - value.keys()):
        found.faults.append(Refused("hsds_field_missing", field=f"{path}{name}"))
    return value


def _inside(given: Any, kind: str, name: str, path: str, found: Checked) -> Any:
    child = KINDS[kind].children[name]
    several = given if child.many else [given]
    if not isinstance(several, list) or not all(isinstance(one, dict) for one in several):
        found.faults.append(Refused("hsds_field_wrong", field=f"{path}{name}"))
        return [] if child.many else {}
    inner = [_object(one, child.kind, f"{path}{name}.", found) for one in several]
    return inner if child.many else inner[0]


def _check_field(given: Any, kind: str, name: str, path: str, found: Checked) -> None:
    choices = CHOICES.get(kind, {}).get(name)
    if name in KINDS[kind].numbers:
        right = isinstance(given, int | float) and not isinstance(given, bool)
        right = right and math.isfinite(given)
    else:
        right = isinstance(given, str) and "\0" not in given and _is_unicode(given)
        right = right and (choices is None or given in choices)
        if right and name == "id":
            right = 0 < len(given) <= _ID_MAX
            found.unknown[f"{path}id"] += right and not is_uuid(given)
    if not right:
        found.faults.append(Refused("hsds_field_wrong", field=f"{path}{name}"))


def is_uuid(text: str) -> bool:
    """Whether it is a UUID as the schema asks for, in its usual spelling."""
    try:
        return str(UUID(text)) == text.lower() and text == text.strip()
    except ValueError:
        return False


def _is_unicode(text: str) -> bool:
    """Half of a surrogate pair can be written in JSON, and cannot be kept."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _short(text: Any) -> str:
    return str(text)[:_SHOWN]
