"""Copies of an encrypted file that are consistent while others work on it."""

from datetime import datetime
from pathlib import Path

from app.store import key_slots
from app.store.opening import connect_file


def copy_file(database: Path, key: bytes, target: Path) -> None:
    """Copy the database to `target`, under the same key, as it is at one moment."""
    source, copy = connect_file(database, key), connect_file(target, key)
    try:
        source.backup(copy)
        copy.execute("pragma journal_mode = delete")
    finally:
        copy.close()
        source.close()


def copy_aside(database: Path, key: bytes, now: datetime) -> None:
    """Keep the database and its key file beside themselves before they are changed."""
    kept = database.with_name(f"{database.stem}-{now:%Y%m%d-%H%M%S}{database.suffix}")
    copy_file(database, key, kept)
    keys = key_slots.key_file_of(database)
    key_slots.key_file_of(kept).write_bytes(keys.read_bytes())
