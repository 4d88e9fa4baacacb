"""Known trouble of a database, told apart from bugs: disk full, busy, damaged, server away."""

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


def refusal(error: DBAPIError) -> Refused | None:
    """The refusal that a driver's error means, None where it is a bug."""
    cause = error.orig
    name = getattr(cause, "sqlite_errorname", None)
    if name is not None:
        code = next((code for start, code in _BY_SQLITE.items() if name.startswith(start)), None)
    elif error.connection_invalidated:
        code = "server_away"
    else:
        code = _BY_POSTGRES.get(getattr(cause, "sqlstate", None) or "")
        if code is None and "connection" in str(cause).lower():
            code = "server_away"
    return Refused(code) if code else None


@contextmanager
def told() -> Iterator[None]:
    """Turn known trouble inside the block into a `Refused` that a person can read."""
    try:
        yield
    except DBAPIError as error:
        known = refusal(error)
        if known is None:
            raise
        raise known from error
