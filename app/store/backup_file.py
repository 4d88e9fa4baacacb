"""The backup file: an uncompressed zip of the database, its key file and a note on both.

The same passwords and the same recovery code open what is in it; the note names nobody.
"""

import json
import os
import shutil
import zipfile
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

from app.domain.errors import Refused
from app.paths import DATABASE_NAME
from app.store import checking, key_slots, schema
from app.store.checking import Counts
from app.store.copying import copy_file
from app.store.file_place import put_in_place
from app.store.opening import open_file

_ABOUT: Final = "about.json"
_KEYS: Final = key_slots.key_file_of(Path(DATABASE_NAME)).name
_OWN: Final = 0o600
_NO_ZIP: Final = (zipfile.BadZipFile, EOFError, KeyError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself: version of the tables and the program, when, how much."""

    schema: str
    program: str
    made_at: datetime
    counts: Counts


def pack(database: Path, key: bytes, program: str, made_at: datetime, folder: Path) -> Path:
    """Make a backup of a database that may be in use, in an empty `folder`; where it is."""
    copy = folder / DATABASE_NAME
    copy_file(database, key, copy)
    keys = shutil.copyfile(key_slots.key_file_of(database), folder / _KEYS)
    about = About(schema.REVISION, program, made_at, prove(copy, key))
    backup = folder / "backup.zip"
    with backup.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
            packed.write(copy, DATABASE_NAME)
            packed.write(keys, _KEYS)
            packed.writestr(_ABOUT, _text(about))
        file.flush()
        os.fsync(file.fileno())
    backup.chmod(_OWN)
    copy.unlink()
    return backup


def read_about(backup: Path) -> About:
    """What a backup says of itself. Errors: `not_a_backup` (name), `schema_newer`."""
    if backup.is_dir():
        raise Refused("not_a_backup", name=backup.name)
    try:
        with zipfile.ZipFile(backup) as packed, _member(packed, _ABOUT) as file:
            about = _parsed(json.load(file))
    except _NO_ZIP:
        raise Refused("not_a_backup", name=backup.name) from None
    if about.schema > schema.REVISION:
        raise Refused("schema_newer")
    return about


def unpack(backup: Path, folder: Path) -> Path:
    """Put database and key file into an empty `folder`; the database.

    Errors: `backup_damaged`, also when the note and the files do not fit each other.
    """
    try:
        with zipfile.ZipFile(backup) as packed:
            for name in (_KEYS, DATABASE_NAME):
                with _member(packed, name) as source, (folder / name).open("wb") as target:
                    shutil.copyfileobj(source, target, 1 << 20)
                    target.flush()
                    os.fsync(target.fileno())
                (folder / name).chmod(_OWN)
    except _NO_ZIP:
        raise Refused("backup_damaged") from None
    return folder / DATABASE_NAME


def prove(database: Path, key: bytes) -> Counts:
    """Open a copy, test its pages and count what it holds. Errors: `backup_damaged`."""
    try:
        with closing(open_file(database, key)) as store, store.read() as session:
            faults = checking.file_faults(session.connection())
            found = checking.counts(session.connection())
    except Refused as refused:
        if refused.code == "file_damaged":
            raise Refused("backup_damaged") from refused
        raise
    if faults:
        raise Refused("backup_damaged")
    return found


def settle(unpacked: Path, database: Path) -> None:
    """Move a proved database to its place, the key file first: no database stands without one."""
    keys = key_slots.key_file_of
    put_in_place(keys(unpacked), keys(database))
    put_in_place(unpacked, database)


def _member(packed: zipfile.ZipFile, name: str) -> IO[bytes]:
    """A file inside; never a compressed one, which could be far larger than the zip."""
    found = packed.getinfo(name)
    if found.compress_type != zipfile.ZIP_STORED:
        raise ValueError("a backup is not compressed")
    return packed.open(found)


def _text(about: About) -> str:
    return json.dumps({**asdict(about), "made_at": about.made_at.isoformat()}, indent=1) + "\n"


def _parsed(document: dict[str, Any]) -> About:
    said = document["counts"]
    clients = int(said["clients"]) if said.get("clients") is not None else None
    counts = Counts(int(said["visits"]), int(said["entries"]), clients)
    made_at = datetime.fromisoformat(document["made_at"])
    return About(str(document["schema"]), str(document["program"]), made_at, counts)
