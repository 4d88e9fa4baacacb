"""Opening a store: an encrypted file with its key, or a PostgreSQL server by its address."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from app.domain.errors import Refused
from app.store.store import WRITES, Store
from app.store.trouble import told

BUSY_SECONDS: Final = 5.0
ANSWER_SECONDS: Final = 10
OLDEST_SERVER: Final = (15, 0)
_LEAST_ROOM: Final = 1 << 16


def open_file(path: Path, key: bytes, *, create: bool = False) -> Store:
    """The encrypted file at `path`, opened with its raw 32-byte key.

    Errors: `file_missing` (unless `create`), `file_damaged` (no database, an empty one, or not of
    this key), `file_read_only`, `file_not_opened`.
    """
    if not create and not path.is_file():
        raise Refused("file_missing", name=path.name)
    store = Store(_file_engine(path, key))
    with _told_of(path), store.engine.connect() as connection:
        tables = connection.exec_driver_sql("select count(*) from sqlite_master").scalar()
    if not create and not tables:
        store.close()
        raise Refused("file_damaged")
    return store


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """As `told`; on a disk without any room SQLite says only that the disk does not answer."""
    try:
        with told():
            yield
    except Refused as refused:
        if refused.code == "disk_error" and shutil.disk_usage(path.parent).free < _LEAST_ROOM:
            raise Refused("disk_full") from refused
        raise


def connect_file(path: Path, key: bytes) -> Any:
    """A bare connection of the encrypted file, in autocommit, with every durability on."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(
        path.absolute().as_uri() + "?mode=rwc",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("pragma cipher_log_level = none")
    connection.execute(f"pragma key = \"x'{key.hex()}'\"")
    try:
        for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = on"):
            connection.execute(f"pragma {pragma}")
    except dbapi2.Error:
        connection.close()
        raise
    return connection


def _file_engine(path: Path, key: bytes) -> Engine:
    from sqlcipher3 import dbapi2

    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=lambda: connect_file(path, key),
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Writers take the file at once: a read that turns into a write would fail when busy."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("begin immediate" if writes else "begin")


def server_url(address: str, user: str | None = None, password: str | None = None) -> URL:
    """The address of a server, with a person's own database role in it when one is given.

    Errors: `address_not_understood`.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise Refused("address_not_understood") from None
    if not url.drivername.startswith("postgresql"):
        raise Refused("address_not_understood")
    url = url.set(drivername="postgresql+psycopg")
    return url if user is None else url.set(username=user, password=password)


def open_server(url: URL) -> Store:
    """The database at `url`.

    Errors: `sign_in_wrong`, `server_away`, `database_missing`, `server_too_old`.
    """
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=2,
        connect_args={"connect_timeout": ANSWER_SECONDS},
    )
    try:
        with told(), engine.connect() as connection:
            version = connection.dialect.server_version_info
    except Refused as refused:
        if refused.code == "server_away" and _answers(url):
            raise Refused("sign_in_wrong") from refused
        raise
    if version is not None and version[:2] < OLDEST_SERVER:
        engine.dispose()
        raise Refused("server_too_old", version=".".join(map(str, version[:2])))
    return Store(engine)


def _answers(url: URL) -> bool:
    """Whether the server is there: one that speaks another language refuses in words not known."""
    from psycopg import pq
    from psycopg.conninfo import make_conninfo

    where = {"host": url.host, "port": url.port, "dbname": url.database}
    words = url.query | {name: value for name, value in where.items() if value}
    info = make_conninfo(**words, connect_timeout=ANSWER_SECONDS)  # type: ignore[arg-type]
    return pq.PGconn.ping(info.encode()) == pq.Ping.OK
