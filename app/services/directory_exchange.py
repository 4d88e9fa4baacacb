"""The directory out to and in from Open Referral HSDS 3.0; visits and slips never go this way."""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from app.documents.hsds.check import Checked, Ids, checked, dangling, ids_of
from app.documents.hsds.file import Found, found_in
from app.documents.hsds.ids import with_uuids
from app.documents.hsds.writing import in_order, service_object
from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.roles import Right, demand
from app.services import directory
from app.services.directory_taking import Came, Taking
from app.services.target import check_target, whole_file
from app.services.unit import Desk
from app.store.trouble import told

FILE_NAME: Final = "services.json"
MOST_MB: Final = 32
_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Fault:
    """A service that was not taken, and one of the reasons."""

    service_id: str
    name: str
    refused: Refused


@dataclass(slots=True)
class Taken:
    """What came of a file: services by what they did, what was not taken, what was left out.

    `left_out` counts the fields, by their paths, for which there is no place.
    """

    came: Counter[Came] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


@told()
def export_hsds(desk: Desk, to: Path) -> Path:
    """Write all services to `services.json` in a folder, or to a file whose name ends so; where.

    Two exports of the same directory on one day are the same to the byte. Errors: `no_right`,
    those of `check_target`.
    """
    demand(desk.actor.roles, Right.KEEP_DIRECTORY)
    path = to if to.suffix == ".json" and not to.is_dir() else to / FILE_NAME
    if path.parent == to and not to.exists() and to.parent.is_dir():
        to.mkdir()
    check_target(path)
    with desk.read() as unit:
        who, towns = directory.organisations(unit), directory.municipality_names()
        objects = [
            service_object(one, who[one.organisation], towns, unit.today)
            for one in directory.services(unit)
        ]
        unit.log("directory.export", len(objects))
    with whole_file(path) as file:
        text = json.dumps(in_order(objects), ensure_ascii=False, indent=1)
        file.write_text(text + "\n", "utf-8", newline="\n")
    return path


@told()
def import_hsds(desk: Desk, source: Path) -> Taken:
    """Take in the services of a file or of the folder of an export; a second time changes nothing.

    A service with a fault is left out whole, and each of its faults is told; the others come in
    together. Nothing is deleted. Errors: `no_right`, `path_missing`, `hsds_too_large`,
    `hsds_not_understood`, `hsds_not_hsds`.
    """
    demand(desk.actor.roles, Right.KEEP_DIRECTORY)
    found, taken = _read(source), Taken()
    taken.left_out.update(map(_shown, found.left_out))
    services = [checked(raw) for raw in found.services]
    inside = _ids(found, services)
    with desk.write() as unit:
        taking = Taking(unit)
        known, seen = taking.known_ids(), set[str]()
        for kind, ids in inside.items():
            known[kind] |= ids
        for raw, one in zip(found.services, services, strict=True):
            faults = _take(taking, one, known, seen, taken)
            name, service_id = _shown(raw.get("name", "")), _shown(raw.get("id", ""))
            taken.faults.extend(Fault(service_id, name, fault) for fault in faults)
        came = ", ".join(f"{came} {number}" for came, number in taken.came.items())
        unit.log("directory.import", "", f"{came}, not taken {len(taken.faults)}"[:200])
    return taken


def _take(
    taking: Taking, found: Checked, known: Ids, seen: set[str], taken: Taken
) -> list[Refused]:
    """Take in a service, or say what keeps it out."""
    for path, times in found.unknown.items():
        taken.left_out[_shown(path)] += times
    faults = found.faults or list(dangling(found.value, "service", known))
    if not faults:
        try:
            value = with_uuids(found.value, "service")
            _demand_first(value["id"], seen)
            came, left_out = taking.take(value)
        except Refused as refused:
            faults = [refused]
        else:
            taken.came[came] += 1
            taken.left_out.update(left_out)
    return faults


def _shown(text: object) -> str:
    """What stands in somebody else's file so that any screen can show it."""
    return clean_line(str(text))[:_SHOWN]


def _demand_first(service_id: str, seen: set[str]) -> None:
    if service_id in seen:
        raise Refused("hsds_twice")
    seen.add(service_id)


def _ids(found: Found, services: Sequence[Checked]) -> Ids:
    """The ids of the file that can be pointed to."""
    ids: Ids = defaultdict(set)
    for one in services:
        ids_of(one.value, "service", ids)
    for kind, objects in (("organization", found.organizations), ("location", found.locations)):
        for raw in objects:
            ids_of(checked(raw, kind).value, kind, ids)
    return ids


def _read(source: Path) -> Found:
    path = source / FILE_NAME if source.is_dir() else source
    if not path.is_file():
        raise Refused("path_missing", place=str(path))
    if path.stat().st_size > MOST_MB << 20:
        raise Refused("hsds_too_large", name=path.name, most=MOST_MB)
    return found_in(path.read_bytes(), path.name)
