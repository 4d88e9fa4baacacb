"""Handing visits over to another store in an encrypted file, and taking them in, none twice."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from app.domain.days import day_bounds
from app.domain.errors import Refused
from app.domain.handover import Came
from app.domain.handover_form import packed
from app.domain.roles import Right, demand
from app.domain.visit import Visit
from app.services.handover_reading import PART, Part, Progress, Reader
from app.services.staff import check_password
from app.services.taking_in import NotTaken, Taking, gathered
from app.services.unit import Changes, Desk, Unit
from app.store import handed_over, handover_file, visits
from app.store.file_place import refuse_read_only, writing_whole
from app.store.key_slots import STANDARD, Cost
from app.store.trouble import told


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A hand-over file that was written: its id, and how many visits are in it."""

    file_id: UUID
    visits: int


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a hand-over file with so many `visits`: by what they did, and those not taken.

    `stopped` is why the rest did not come, None where there is no rest.
    """

    file_id: UUID
    visits: int
    came: dict[Came, int]
    not_taken: tuple[NotTaken, ...]
    stopped: Refused | None = None

    @property
    def done(self) -> int:
        """How many visits of the file have had their turn."""
        return sum(self.came.values()) + sum(one.visits for one in self.not_taken)

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
    checking: Progress = lambda done, whole: None,
) -> TakenIn:
    """Take in the visits of a hand-over file; a second time changes nothing.

    First the whole file is read, and if it is cut off or altered nothing is taken. Then it comes in
    parts, each of them whole in the store or not at all, with others at work between them.
    `checking` and then `progress` are told (done, whole); a refusal that they raise ends the work,
    as does trouble on the way: what had come by then stays, `TakenIn.stopped` says why no more did,
    and taking the file in again brings the rest.

    The newer state of a visit holds (`app.domain.handover.rank`). A visit that cannot be is left
    out and told, the others come in. At most a part is in memory. Errors: `no_right`, those of
    `handover_file.opened`, and what stopped it before anything had come.
    """
    demand(desk.actor.roles, Right.HAND_OVER)
    with handover_file.opened(source, password) as file:
        with desk.read() as unit:
            reader = Reader(unit, file.lines)
        amount = reader.check(checking)
        return _take_parts(desk, reader, _nothing(file.file_id, amount), progress)


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
        if done % PART == 0 or done == amount:
            progress(done, amount)


def _line(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _nothing(file_id: UUID, amount: int) -> TakenIn:
    return TakenIn(file_id, amount, dict.fromkeys(Came, 0), ())


def _take_parts(desk: Desk, reader: Reader, taken: TakenIn, progress: Progress) -> TakenIn:
    try:
        with told():
            for part in reader.parts():
                taken = _added(taken, _take_part(desk, taken.file_id, part))
                progress(taken.done, taken.visits)
    except (KeyboardInterrupt, Refused) as why:
        if not taken.done:
            raise
        if taken.done < taken.visits:
            stopped = why if isinstance(why, Refused) else Refused("cancelled")
            taken = replace(taken, stopped=stopped)
    return taken


def _take_part(desk: Desk, file_id: UUID, part: Part) -> TakenIn:
    """One part in one transaction, its entry in the log included."""
    with desk.write() as unit:
        handed_over.one_at_a_time(unit.connection)
        taking = Taking(unit)
        taking.take(part.visits)
        taking.finish()
        not_taken = gathered((part.left_out.told(), taking.left_out.told()))
        came = {kind: taking.came[kind] for kind in Came}
        taken = TakenIn(file_id, part.size, came, not_taken)
        _log(unit, taken)
    return taken


def _added(whole: TakenIn, part: TakenIn) -> TakenIn:
    came = {kind: whole.came[kind] + part.came[kind] for kind in Came}
    return replace(whole, came=came, not_taken=gathered((whole.not_taken, part.not_taken)))


def _log(unit: Unit, taken: TakenIn) -> None:
    amounts = [f"{came} {number}" for came, number in taken.came.items() if number]
    left_out = sum(one.visits for one in taken.not_taken)
    unit.log("visits.take_in", taken.file_id, ", ".join([*amounts, f"not taken {left_out}"]))
    if taken.changed:
        unit.changes |= Changes.VISITS
