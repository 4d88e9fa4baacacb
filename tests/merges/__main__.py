"""`python -m tests.merges`: many sequences; `KOTOPORTTI_SEQUENCES` says how many, else 10,000.

Most on an encrypted file, one in twenty on PostgreSQL. The seed is new each time, and said.
"""

import os
import secrets
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from app.domain.client import Record
from app.services import protection
from app.services.unit import Desk
from tests.desks import SetClock, file_desk, server_desk
from tests.engines import fresh_server_database, running_server
from tests.merges.acts import CLIENTS, Act, acts, records
from tests.merges.sequence import assert_whole_after

SEQUENCES: Final = 10_000
ON_SERVER: Final = 20
AT_ONCE: Final = 500


def run(what: str, desk: Desk, number: int) -> None:
    """So many sequences in one store, told at the end."""
    began = time.monotonic()
    with desk.write() as unit:
        protection.name_person(unit, unit.actor.staff_id)
    for done in range(0, number, AT_ONCE):
        _run_some(desk, min(AT_ONCE, number - done), secrets.randbelow(1 << 32))
    print(f"{what}: {number:,} sequences, all undone whole, {time.monotonic() - began:.0f} s")


def _run_some(desk: Desk, number: int, start: int) -> None:
    @seed(start)
    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(records(), min_size=CLIENTS, max_size=CLIENTS), acts())
    def whole(some: list[Record], what: list[Act]) -> None:
        assert_whole_after(desk, some, what)

    try:
        whole()
    except BaseException:
        print(f"  seed {start}", flush=True)
        raise


def main() -> int:
    number = int(os.environ.get("KOTOPORTTI_SEQUENCES", SEQUENCES))
    on_server = number // ON_SERVER
    with tempfile.TemporaryDirectory() as folder:
        desk = file_desk(Path(folder) / "data", SetClock())
        run("Encrypted file", desk, number - on_server)
        desk.store.close()
    with (
        running_server() as server,
        fresh_server_database(server) as url,
        server_desk(url, SetClock()) as desk,
    ):
        run("PostgreSQL", desk, on_server)
    return 0


if __name__ == "__main__":
    sys.exit(main())
