"""Which error is known trouble with a sentence, and which is a bug."""

import errno

import psycopg
import pytest
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlcipher3 import dbapi2

from app.domain.errors import Refused
from app.store.trouble import refusal, told


def of_file(name: str) -> DBAPIError:
    """An error of the file's driver as SQLAlchemy hands it on."""
    cause = dbapi2.OperationalError("the driver's words")
    cause.sqlite_errorname = name
    return OperationalError("insert", {}, cause)


def of_server(state: str | None, words: str = "", *, lost: bool = False) -> DBAPIError:
    """An error of the server's driver as SQLAlchemy hands it on."""
    cause = psycopg.errors.lookup(state)(words) if state else psycopg.OperationalError(words)
    return DatabaseError("insert", {}, cause, connection_invalidated=lost)


def code(error: Exception) -> str | None:
    known = refusal(error)
    return known.code if known else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_BUSY", "file_busy"),
        ("SQLITE_BUSY_SNAPSHOT", "file_busy"),
        ("SQLITE_LOCKED_SHAREDCACHE", "file_busy"),
        ("SQLITE_READONLY_DBMOVED", "file_read_only"),
        ("SQLITE_IOERR_FSYNC", "disk_error"),
        ("SQLITE_CORRUPT_INDEX", "file_damaged"),
        ("SQLITE_NOTADB", "file_damaged"),
        ("SQLITE_CANTOPEN_ISDIR", "file_not_opened"),
        ("SQLITE_CONSTRAINT_UNIQUE", None),
        ("SQLITE_ERROR", None),
        ("SQLITE_MISUSE", None),
    ],
)
def test_an_error_of_the_file(name: str, expected: str | None) -> None:
    assert code(of_file(name)) == expected
    bare = of_file(name).orig
    assert isinstance(bare, dbapi2.Error)
    assert code(bare) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("53100", "disk_full"),
        ("57P01", "server_away"),
        ("42501", "no_right_on_server"),
        ("25006", "file_read_only"),
        ("28P01", "sign_in_wrong"),
        ("3D000", "database_missing"),
        ("23505", None),
        ("42P01", None),
    ],
)
def test_an_error_of_the_server(state: str, expected: str | None) -> None:
    assert code(of_server(state)) == expected


def test_a_lost_or_refused_connection_is_a_server_away() -> None:
    assert code(of_server("23505", lost=True)) == "server_away"
    assert code(of_server(None, "connection refused")) == "server_away"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "file_read_only"),
        (errno.EACCES, "no_access"),
        (errno.EIO, "disk_error"),
        (errno.ENOENT, "path_missing"),
        (errno.EEXIST, None),
    ],
)
def test_an_error_of_the_file_system(number: int, expected: str | None) -> None:
    assert code(OSError(number, "the system's words", "portti.kp.keys")) == expected


def test_known_trouble_is_told_and_keeps_its_cause() -> None:
    error = of_file("SQLITE_FULL")
    with pytest.raises(Refused, match="disk_full") as refused, told():
        raise error
    assert refused.value.__cause__ is error


@pytest.mark.parametrize("error", [of_file("SQLITE_ERROR"), ValueError("a bug"), KeyError("bug")])
def test_a_bug_stays_what_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as raised, told():
        raise error
    assert raised.value is error


def test_a_refusal_passes_unchanged() -> None:
    error = Refused("topic_missing")
    with pytest.raises(Refused) as raised, told():
        raise error
    assert raised.value is error
