"""Programs that are killed while they record, and what must be true of the file afterwards."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.services import checking
from app.services.unit import Desk
from app.store.visits import VISIT
from tests.faults.recorder import opened, record

ROOT: Final = Path(__file__).parent.parent.parent
LONGEST_LIFE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Life:
    """What a recording program said before it ended: visits begun and those acknowledged."""

    begun: tuple[UUID, ...]
    done: tuple[UUID, ...]


@contextmanager
def recorder(folder: Path, number: int | None = None) -> Iterator[subprocess.Popen[str]]:
    """A program that records into the file of `folder`, without end unless `number` is given."""
    words = [str(folder), "all" if number is None else str(number)]
    command = [sys.executable, "-m", "tests.faults.recorder", *words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        try:
            yield program
        finally:
            program.kill()


def life_of(said: str) -> Life:
    """Both lists from what a program said; a line cut short does not count."""
    words = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    begun, done = (
        tuple(UUID(visit_id) for word, visit_id in words if word == wanted)
        for wanted in ("begin", "done")
    )
    return Life(begun, done)


def killed_life(folder: Path, random: Random) -> Life:
    """Let a program record, and kill it at a random moment."""
    with recorder(folder) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        try:
            program.wait(random.uniform(0, LONGEST_LIFE))
        except subprocess.TimeoutExpired:
            program.kill()
        life = life_of(first + program.stdout.read())
    assert program.returncode == -9, "the program ended by itself"
    return life


def assert_whole(desk: Desk, lives: list[Life], again: Iterable[UUID] = ()) -> None:
    """Nothing acknowledged is lost, nothing is there that was not begun, and all counts agree.

    `again` are visits that were recorded once more since.
    """
    with desk.read() as unit:
        rows = unit.connection.execute(select(VISIT.c.id)).scalars().all()
    findings = checking.check(desk)
    acknowledged = {visit_id for life in lives for visit_id in life.done} | set(again)
    begun = {visit_id for life in lives for visit_id in life.begun}
    assert len(rows) == len(set(rows))
    assert acknowledged <= set(rows) <= begun
    assert findings.in_order, findings


def record_once_more(desk: Desk, life: Life) -> None:
    """As a window that never had its answer: the last visit that was begun, again."""
    record(desk, life.begun[-1])


def kill_often(folder: Path, times: int, seed: int) -> int:
    """Kill a recording program `times` times on one file, proving it after each; visits made."""
    random, lives = Random(seed), list[Life]()
    for _ in range(times):
        lives.append(killed_life(folder, random))
        desk = opened(folder)
        assert_whole(desk, lives)
        record_once_more(desk, lives[-1])
        assert_whole(desk, lives, [life.begun[-1] for life in lives])
        desk.store.close()
    return sum(len(life.begun) for life in lives)


def record_together(folder: Path, programs: int, number: int) -> list[Life]:
    """Several programs record into one file at once, each `number` visits."""
    with ExitStack() as stack:
        running = [stack.enter_context(recorder(folder, number)) for _ in range(programs)]
        return [life_of(program.communicate()[0]) for program in running]
