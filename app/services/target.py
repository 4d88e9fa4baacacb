"""A file that a person asked for: whole at its place, or not there at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from app.domain.errors import Refused
from app.store.file_place import put_in_place, refuse_read_only

_OWN: Final = 0o600
# What office programs lay beside a file that they have open.
_OPEN_MARKS: Final = (".~lock.{name}#", "~${name}")


def check_target(to: Path) -> None:
    """Refuse a place at which no file can stand, before any work is done for it.

    Errors: `path_missing`, `target_is_folder`, `target_no_file` (a device or a pipe, whose place no
    file may take), `target_name_too_long`, `folder_read_only`, `target_in_use` (another program has
    the file open).
    """
    if not to.parent.is_dir():
        raise Refused("path_missing", place=str(to.parent))
    if _exists(to) and not to.is_file():
        code = "target_is_folder" if to.is_dir() else "target_no_file"
        raise Refused(code, name=to.absolute().name)
    refuse_read_only(to.parent)
    if any((to.parent / mark.format(name=to.name)).exists() for mark in _OPEN_MARKS):
        raise Refused("target_in_use", name=to.name)


@contextmanager
def whole_file(to: Path) -> Iterator[Path]:
    """A path to write to; what is there when the block ends gets its place and its name.

    For its owner alone. An error leaves what was there before, and nothing beside it.
    Errors: `target_in_use`.
    """
    with tempfile.TemporaryDirectory(prefix=".kotoportti-", dir=to.parent) as folder:
        path = Path(folder) / f"new{to.suffix}"
        yield path
        path.chmod(_OWN)
        with path.open("rb+") as file:
            os.fsync(file.fileno())
        try:
            put_in_place(path, to)
        except PermissionError as error:
            raise Refused("target_in_use", name=to.name) from error


def _exists(to: Path) -> bool:
    try:
        return to.exists()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise Refused("target_name_too_long", name=to.name[:40]) from error
        raise
