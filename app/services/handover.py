"""Handing visits over to another store in an encrypted file, and taking them in, none twice."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from app.domain.days import day_bounds
from app.domain.errors import Refused
from app.domain.handover import Came
from app.domain.handover_form import packed
from app.domain.roles import Right, demand
from app.domain.visit import Visit
from app.services.staff import check_password
from app.services.taking_in import NotTaken, Taking
from app.services.unit import Changes, Desk, Unit
from app.store import handed_over, handover_file, visits
from app.store.file_place import refuse_read_only, writing_whole
from app.store.key_slots import STANDARD, Cost
from app.store.trouble import told

Progress = Callable[[int, int], None]
PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A hand-over file that was written: its id, and how many visits are in it."""

    file_id: UUID
    visits: int


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a hand-over file: how many visits by what they did, and those not taken."""

    file_id: UUID
    came: dict[Came, int]
    not_taken: tuple[NotTaken, ...]

    @property
    def changed(self) -> bool:
        """Whether anything in the store is other than before."""
        return any(number for came, number in self.came.items() if came is not Came.UNCHANGED)


@told()
def hand_over(
    desk: Desk,
    to: Path,
    password: str,
    since: date | None = None,
    progress: Progress = lambda done, whole: None,
    cost: Cost = STANDARD,
) -> HandedOver:
    """Write the visits of the store, or those recorded or changed since a local day, to a file.

    It stands at `to` when it is whole and logged; an older hand-over file of that name is replaced,
    any other file is not. `progress` hears how many visits are written, and of how many. Memory
    does not grow with the visits. Errors: `no_right`, `password_too_short`, `path_missing`,
    `folder_read_only`, `not_a_handover` (`to` is another file), `disk_full`.
    """
    demand(desk.actor.roles, Right.HAND_OVER)
    check_password(password)
    _refuse_target(to)
    with writing_whole(to) as file, desk.read() as unit:
        where = [handed_over.since(day_bounds(since)[0])] if since else []
        amount = handed_over.amount(unit.connection, *where)
        walk = visits.walk(unit.connection, *where)
        file_id = handover_file.write(file, password, _lines(walk, amount, progress), cost)
        unit.log("visits.hand_over", file_id, f"visits {amount}")
    return HandedOver(file_id, amount)


@told()
def take_in(
    desk: Desk,
    source: Path,
    password: str,
    progress: Progress = lambda done, whole: None,
) -> TakenIn:
    """Take in the visits of a hand-over file, all or nothing; a second time changes nothing.

    The newer state of a visit holds (`app.domain.handover.rank`). A visit that cannot be is left
    out and told, the others come in. At most a page of visits is in memory, and the counters that
    they move. Errors: `no_right`, those of `handover_file.opened`.
    """
    demand(desk.actor.roles, Right.HAND_OVER)
    with handover_file.opened(source, password) as file, desk.write() as unit:
        handed_over.one_at_a_time(unit.connection)
        taking = Taking(unit)
        _take_all(taking, file.lines, progress)
        taking.finish()
        taken = TakenIn(file.file_id, {came: taking.came[came] for came in Came}, taking.not_taken)
        _log(unit, taken)
    return taken


def _refuse_target(to: Path) -> None:
    if not to.parent.is_dir():
        raise Refused("path_missing", place=str(to.parent))
    refuse_read_only(to.parent)
    if to.exists() and (to.is_dir() or not handover_file.is_handover(to)):
        raise Refused("not_a_handover", name=to.name)


def _lines(walk: Iterator[Visit], amount: int, progress: Progress) -> Iterator[bytes]:
    """How many visits there are, then each of them."""
    yield _line({"visits": amount})
    for done, visit in enumerate(walk, 1):
        yield _line(packed(visit))
        if done % PAGE == 0 or done == amount:
            progress(done, amount)


def _line(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _take_all(taking: Taking, lines: Iterator[bytes], progress: Progress) -> None:
    amount, done = _amount(lines), 0
    while page := list(islice(lines, PAGE)):
        taking.take([_parsed(line) for line in page])
        done += len(page)
        progress(done, amount)


def _amount(lines: Iterator[bytes]) -> int:
    head = _parsed(next(lines, b""))
    amount = head.get("visits") if isinstance(head, dict) else None
    if not isinstance(amount, int):
        raise Refused("handover_damaged")
    return amount


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (RecursionError, ValueError):
        raise Refused("handover_damaged") from None


def _log(unit: Unit, taken: TakenIn) -> None:
    amounts = [f"{came} {number}" for came, number in taken.came.items() if number]
    left_out = sum(one.visits for one in taken.not_taken)
    unit.log("visits.take_in", taken.file_id, ", ".join([*amounts, f"not taken {left_out}"]))
    if taken.changed:
        unit.changes |= Changes.VISITS
