"""Recording on a disk that becomes full: nothing half saved, work goes on when there is room."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from app.domain.errors import Refused
from app.services import drafts
from app.services.drafts import Draft
from app.services.sign_in import change_password, database_of, sign_in
from app.services.unit import Desk
from app.services.visits import new_id
from app.store import checking, key_slots
from tests.desks import FIRST, WORKSTATION, SetClock, file_desk
from tests.faults.disk import SIZE, Disk
from tests.faults.recorder import record, visit_of

BLOCK: Final = 4096
NEW_PASSWORD: Final = "another invented word"


def told(act: Callable[[], object]) -> str:
    """The code with which an act was refused, or "done"."""
    try:
        act()
    except Refused as refused:
        return refused.code
    return "done"


def recorded_until_full(disk: Disk, blocks: int) -> None:
    """Record until nothing fits, with room for `blocks` more at first; then make room and go on."""
    desk = file_desk(disk.folder / "data", SetClock())
    waiting = new_id()
    form = visit_of(waiting)
    with desk.write() as unit:
        drafts.save(unit, Draft(form.id, form.location, form.facts))
    disk.fill(leave=blocks * BLOCK)
    made = 0
    while (code := told(partial(record, desk, waiting))) == "done":
        made, waiting = made + 1, new_id()
        assert made < SIZE // BLOCK, "the disk never became full"
    assert code == "disk_full"
    assert_in_order(desk, made)
    disk.make_room()
    record(desk, waiting)
    assert_in_order(desk, made + 1)
    desk.store.close()


def assert_in_order(desk: Desk, visits: int) -> None:
    """As many visits as were acknowledged, all counts right, and the draft until the first."""
    with desk.read() as unit:
        connection = unit.connection
        assert checking.counts(connection).visits == visits
        assert checking.file_faults(connection) == []
        assert list(checking.differences(connection, lambda done, whole: None)) == []
        assert checking.broken_entries(connection) == []
        assert (drafts.load(unit, "pietarsaari") is None) == (visits > 0)


def password_kept_when_full(disk: Disk, blocks: int) -> None:
    """Change the password until there is no room: the last one that was changed to still opens."""
    folder = disk.folder / "data"
    desk = file_desk(folder, SetClock())
    disk.fill(leave=blocks * BLOCK)
    old, new = FIRST.password, NEW_PASSWORD
    while (code := told(partial(change_password, folder, desk, old, new))) == "done":
        old, new = new, old
    assert code == "disk_full"
    keys = key_slots.key_file_of(database_of(folder))
    assert key_slots.open_slot(keys, FIRST.login, old).staff_id == desk.actor.staff_id
    assert [path.name for path in folder.glob("*.keys*")] == [keys.name]
    disk.make_room()
    change_password(folder, desk, old, new)
    desk.store.close()
    sign_in(folder, FIRST.login, new, WORKSTATION, SetClock()).store.close()


def refused_on(folder: Path) -> set[str]:
    """What signing in and making a file are told on a disk on which nothing can be written."""
    other = folder.with_name("other")
    return {
        told(lambda: sign_in(folder, FIRST.login, FIRST.password, WORKSTATION)),
        told(lambda: sign_in(folder, FIRST.login, "not the word", WORKSTATION)),
        told(lambda: file_desk(other, SetClock())),
    }
