"""`python -m tests.faults`: the full runs. Root is needed, for the small disk that becomes full."""

import secrets
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.desks import SetClock, file_desk
from tests.faults import full, killing
from tests.faults.disk import small_disk
from tests.faults.recorder import opened

KILLS: Final = 200
KILLS_ON_ONE_FILE: Final = 50
BLOCKS: Final = range(0, 200, 2)
TOGETHER: Final = 500


def kill(folder: Path) -> None:
    """Kill a recording program again and again; a new seed each run, which is said."""
    seed = secrets.randbelow(1 << 32)
    print(f"Killing a recording program {KILLS} times, seed {seed}", flush=True)
    made = 0
    for number in range(KILLS // KILLS_ON_ONE_FILE):
        data = _new_file(folder / f"killed-{number}")
        made += killing.kill_often(data, KILLS_ON_ONE_FILE, seed + number)
    print(f"  {made} visits, none lost, none twice")


def record_together(folder: Path) -> None:
    """Several programs on one file."""
    print(f"Four programs record {TOGETHER} visits each into one file", flush=True)
    data = _new_file(folder / "together")
    lives = killing.record_together(data, programs=4, number=TOGETHER)
    assert [len(life.done) for life in lives] == [TOGETHER] * 4
    desk = opened(data)
    killing.assert_whole(desk, lives)
    desk.store.close()
    print("  all there, all counts right")


def fill_disks(folder: Path) -> None:
    """A disk that becomes full after more and more room."""
    print(f"Filling a disk, {len(BLOCKS)} times each with visits and with passwords", flush=True)
    for blocks in BLOCKS:
        with small_disk(folder / f"visits-{blocks}") as disk:
            full.recorded_until_full(disk, blocks)
        with small_disk(folder / f"passwords-{blocks}") as disk:
            full.password_kept_when_full(disk, blocks)
    print("  nothing half saved, work went on")


def _new_file(folder: Path) -> Path:
    file_desk(folder, SetClock()).store.close()
    return folder


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        for run in (kill, record_together, fill_disks):
            run(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
