"""Backups of the encrypted file, each proved by opening it again and counting."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from app import __version__
from app.domain.errors import Refused
from app.domain.roles import Right
from app.services.sign_in import database_of
from app.services.unit import Changes, Desk, Unit
from app.store import backup_file, key_slots
from app.store.accounts import FileAccounts
from app.store.backup_file import About
from app.store.checking import counts
from app.store.file_place import put_in_place, refuse_network_place, refuse_read_only
from app.store.key_slots import Opened
from app.store.models import SettingRow
from app.store.trouble import told

LAST: Final = "last_backup"


def last_backup(unit: Unit) -> datetime | None:
    """When the last backup was made, None if none ever was."""
    row = unit.session.get(SettingRow, LAST)
    return datetime.fromisoformat(row.value) if row else None


@told()
def back_up(desk: Desk, to: Path) -> About:
    """Make a backup of the file at `to`; it stands there only when it has been proved.

    Others may go on recording meanwhile. An older backup of that name is replaced, any other file
    is not. Errors: `no_right`, `backup_needs_file` (the store is on a server), `path_missing`,
    `folder_read_only`, `not_a_backup` (`to` is another file), `backup_not_proved`, `disk_full`.
    """
    with desk.read() as unit:
        unit.demand(Right.BACK_UP)
        before = counts(unit.connection)
    if not isinstance(desk.accounts, FileAccounts):
        raise Refused("backup_needs_file")
    _refuse_target(to)
    with _work_folder(to.parent) as folder:
        packed = backup_file.pack(
            desk.accounts.database, desk.accounts.key, __version__, desk.clock(), folder
        )
        about = _proved(packed, desk.accounts.key)
        if about.counts.visits < before.visits or about.counts.entries < before.entries:
            raise Refused("backup_not_proved")
        put_in_place(packed, to)
    with desk.write() as unit:
        unit.session.merge(SettingRow(name=LAST, value=about.made_at.isoformat()))
        unit.log("backup.make")
        unit.changes |= Changes.SETTINGS
    return about


@told()
def restore_backup(backup: Path, folder: Path, login: str, password: str) -> About:
    """Put a backup into a data folder that has no database, where it stands only when proved.

    `login` and `password` are those that opened the file when the backup was made. Errors:
    `file_exists`, `key_file_exists`, `network_drive`, `folder_read_only`, `path_missing`,
    `not_a_backup`, `backup_damaged`, `schema_newer`, `sign_in_wrong`.
    """
    return _restored(backup, folder, lambda keys: key_slots.open_slot(keys, login, password))


@told()
def restore_with_code(backup: Path, folder: Path, code: str) -> About:
    """The same with the recovery code that was printed last when the backup was made.

    Errors: as of `restore_backup`, but for `sign_in_wrong` there are `recovery_mistyped` and
    `recovery_wrong`.
    """
    return _restored(backup, folder, lambda keys: key_slots.open_recovery(keys, code))


def _restored(backup: Path, folder: Path, opening: Callable[[Path], Opened]) -> About:
    database = database_of(folder)
    keys = key_slots.key_file_of(database)
    if database.exists():
        raise Refused("file_exists", place=str(folder))
    if keys.exists():
        raise Refused("key_file_exists", file=keys.name)
    refuse_network_place(folder)
    refuse_read_only(folder)
    about = backup_file.read_about(backup)
    folder.mkdir(parents=True, exist_ok=True)
    with _work_folder(folder) as work:
        unpacked = backup_file.unpack(backup, work)
        opened = opening(key_slots.key_file_of(unpacked))
        if not about.counts.are(backup_file.prove(unpacked, opened.key)):
            raise Refused("backup_damaged")
        backup_file.settle(unpacked, database)
    return about


def _refuse_target(to: Path) -> None:
    if not to.parent.is_dir():
        raise Refused("path_missing", place=str(to.parent))
    refuse_read_only(to.parent)
    if to.exists():
        backup_file.read_about(to)


def _proved(packed: Path, key: bytes) -> About:
    """What the packed backup says of itself, once it has been unpacked, opened and counted."""
    proof = packed.parent / "proof"
    proof.mkdir()
    about = backup_file.read_about(packed)
    try:
        found = backup_file.prove(backup_file.unpack(packed, proof), key)
    except Refused as refused:
        raise Refused("backup_not_proved") from refused
    if found != about.counts:
        raise Refused("backup_not_proved")
    return about


@contextmanager
def _work_folder(beside: Path) -> Iterator[Path]:
    """A folder on the same disk that is gone afterwards; what is in it is encrypted."""
    with tempfile.TemporaryDirectory(prefix=".kotoportti-", dir=beside) as name:
        yield Path(name)
