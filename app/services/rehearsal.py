"""A copy of the store to walk through, so that nothing is done to the one that is copied."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from app.services import sign_in
from app.services.unit import Unit
from app.store import key_slots, visits
from app.store.copying import copy_file
from app.store.file_place import refuse_network_place
from app.store.trouble import told
from app.store.visits import VISIT

AFTERWARDS: Final = timedelta(minutes=4)


@told()
def copy_store(folder: Path, login: str, password: str, target: Path, now: datetime) -> None:
    """Copy the database and its keys into the empty folder `target`, for somebody who may sign in.

    Errors: `file_missing`, `network_drive`, `sign_in_wait` (seconds), `sign_in_wrong`.
    """
    database = sign_in.database_of(folder)
    opened = sign_in.tried(database, now, lambda keys: key_slots.open_slot(keys, login, password))
    refuse_network_place(database)
    copy = sign_in.database_of(target)
    copy_file(database, opened.key, copy)
    shutil.copyfile(key_slots.key_file_of(database), key_slots.key_file_of(copy))


def lively_moment(unit: Unit, location: str) -> datetime:
    """Soon after the last visit at `location`, when its day is full; now where there was none."""
    counted = VISIT.c.void_reason.is_(None)
    last = visits.read(unit.connection, VISIT.c.location == location, counted, newest=1)
    return last[0].when.moment + AFTERWARDS if last else unit.now
