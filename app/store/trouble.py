"""Known trouble of a database and of the files beside it, told apart from bugs.

Disk full, busy, damaged, not allowed, server away.
"""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError

from app.domain.errors import Refused

_BY_SQLITE: Final = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR": "disk_error",
    "SQLITE_READONLY": "file_read_only",
    "SQLITE_BUSY": "file_busy",
    "SQLITE_LOCKED": "file_busy",
    "SQLITE_CORRUPT": "file_damaged",
    "SQLITE_NOTADB": "file_damaged",
    "SQLITE_CANTOPEN": "file_not_opened",
}
_BY_POSTGRES: Final = {
    "53100": "disk_full",
    "57P01": "server_away",
    "57P03": "server_away",
    "42501": "no_right_on_server",
    "25006": "file_read_only",
    "28P01": "sign_in_wrong",
    "28000": "sign_in_wrong",
    "3D000": "database_missing",
}
_BY_WORDS: Final = {
    "password authentication failed|no password supplied": "sign_in_wrong",
    "not permitted to log in": "person_left",
    'database ".*" does not exist': "database_missing",
    "permission denied for database|no pg_hba.conf entry": "no_right_on_server",
    "connection|resolve host|timeout expired": "server_away",
}
_BY_SYSTEM: Final = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EIO: "disk_error",
    errno.EROFS: "file_read_only",
    errno.EACCES: "no_access",
    errno.EPERM: "no_access",
    errno.ENOENT: "path_missing",
    errno.ENOTDIR: "path_missing",
}


def refusal(error: Exception) -> Refused | None:
    """The refusal that an error of a driver or of the file system means, None where it is a bug."""
    if isinstance(error, OSError):
        code = _BY_SYSTEM.get(error.errno or 0)
        return Refused(code, place=str(error.filename or "")) if code else None
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", None)
    if name is not None:
        code = next((code for start, code in _BY_SQLITE.items() if name.startswith(start)), None)
    else:
        code = _of_server(error, cause)
    return Refused(code) if code else None


def _of_server(error: Exception, cause: BaseException | None) -> str | None:
    """What a server or the way to it says; why it lets nobody in, it tells in words alone."""
    if getattr(error, "connection_invalidated", False):
        return "server_away"
    state = getattr(cause, "sqlstate", None)
    if state is not None:
        return _BY_POSTGRES.get(state)
    if not isinstance(error, DBAPIError):
        return None
    said = str(cause).lower()
    return next((code for words, code in _BY_WORDS.items() if re.search(words, said)), None)


@contextmanager
def told() -> Iterator[None]:
    """Turn known trouble inside the block into a `Refused` that a person can read."""
    try:
        yield
    except Exception as error:
        known = refusal(error)
        if known is None:
            raise
        raise known from error
