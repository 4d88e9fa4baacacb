"""Wrong tries to sign in: each one makes the next wait longer.

The state lies beside the key file, so a restart of the program does not shorten a wait. It holds a
count and a time, no login. It slows a guesser at the desk; one who copied the files is held off by
the cost of each slot.
"""

import json
import math
import operator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.errors import Refused
from app.store.file_place import write_whole

FREE_TRIES = 2
LONGEST_WAIT = 300


@dataclass(frozen=True, slots=True)
class Attempts:
    """How many wrong tries since the last good one, and when the last was, with its zone."""

    failures: int = 0
    last: datetime | None = None

    def __post_init__(self) -> None:
        if self.failures < 0 or (self.last is not None and self.last.tzinfo is None):
            raise ValueError("a count from 0 up, a time with its zone")


def tries_file(database: Path) -> Path:
    """Where the state for this database lies: `portti.kp.tries` for `portti.kp`."""
    return database.with_name(database.name + ".tries")


def wait_seconds(failures: int) -> int:
    """How long the next try must wait: nothing up to two wrong tries, then 2, 4, 8 ... 300."""
    if failures <= FREE_TRIES:
        return 0
    doublings = min(failures - FREE_TRIES, LONGEST_WAIT.bit_length())
    return min(1 << doublings, LONGEST_WAIT)


def seconds_left(state: Attempts, now: datetime) -> int:
    """Whole seconds until the next try, rounded up; never more than the wait itself."""
    if state.last is None:
        return 0
    passed = max((now - state.last).total_seconds(), 0.0)
    return max(math.ceil(wait_seconds(state.failures) - passed), 0)


def read_attempts(path: Path) -> Attempts:
    """The state in the file; a missing or damaged one counts as no wrong try: nobody locked out."""
    try:
        document = json.loads(path.read_bytes())
        return Attempts(
            operator.index(document["failures"]), datetime.fromisoformat(document["last"])
        )
    except (FileNotFoundError, KeyError, TypeError, ValueError, RecursionError):
        return Attempts()


def refuse_waiting(path: Path, now: datetime) -> None:
    """Refused `sign_in_wait` (`seconds`) while the wait after the last wrong try is running.

    When the clock was set back behind that try, the wait starts again from `now`: it is neither
    skipped nor stretched until the clock has caught up.
    """
    state = read_attempts(path)
    if state.last is not None and now < state.last:
        state = Attempts(state.failures, now)
        _write(path, state)
    if seconds := seconds_left(state, now):
        raise Refused("sign_in_wait", seconds=seconds)


def register_failure(path: Path, now: datetime) -> int:
    """Count one more wrong try; the seconds that the next one must wait. `now` carries its zone."""
    state = Attempts(read_attempts(path).failures + 1, now)
    _write(path, state)
    return seconds_left(state, now)


def register_success(path: Path) -> None:
    path.unlink(missing_ok=True)


def _write(path: Path, state: Attempts) -> None:
    last = state.last.isoformat() if state.last else None
    write_whole(path, json.dumps({"failures": state.failures, "last": last}).encode())
