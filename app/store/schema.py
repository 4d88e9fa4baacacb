"""The version of the tables: made when the store is new, brought up to date when it is old."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from app.domain.errors import Refused
from app.store.models import Base
from app.store.store import WRITES, Store
from app.store.trouble import told

REVISION: Final = "0012"
_LOCK: Final = 7_402_515
_FOLDER: Final = Path(__file__).parent / "migrations"


def stored_revision(connection: Connection) -> str | None:
    """The version of the tables in the store, None when there are none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("select version_num from alembic_version"))
    return revision


def prepare(
    store: Store,
    put_copy_aside: Callable[[], None] = lambda: None,
    afterwards: Callable[[Connection], None] = lambda connection: None,
) -> None:
    """Make the tables, or bring older ones up to date after `put_copy_aside` has kept them.

    `afterwards` belongs to the same transaction: what it cannot do, nothing is done of.
    Errors: `schema_newer` when the store was written by a newer program.
    """
    with told(), store.engine.connect() as connection:
        revision = stored_revision(connection)
    if revision == REVISION:
        return
    if revision is not None:
        if revision > REVISION:
            raise Refused("schema_newer")
        put_copy_aside()
    writing = store.engine.execution_options(**{WRITES: True})
    with told(), writing.begin() as connection:
        _upgrade(connection)
        afterwards(connection)


def demand_current(store: Store) -> None:
    """Refuse a server's tables of another version: only its owner can change them.

    Errors: `schema_newer`, `schema_older_here`.
    """
    with told(), store.engine.connect() as connection:
        revision = stored_revision(connection) or ""
    if revision != REVISION:
        raise Refused("schema_newer" if revision > REVISION else "schema_older_here")


def _upgrade(connection: Connection) -> None:
    """Make the tables or migrate them; of two programs that begin at once, the second finds them.

    A new store gets the tables of the models at once; a test holds that they are those to which the
    migrations lead.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if stored_revision(connection) is None:
        _create(connection)
    else:
        migrate(connection)


def _create(connection: Connection) -> None:
    """All tables of a new store, and their version."""
    Base.metadata.create_all(connection)
    connection.execute(text("create table alembic_version (version_num varchar(32) primary key)"))
    connection.execute(
        text("insert into alembic_version values (:revision)"), {"revision": REVISION}
    )


def migrate(connection: Connection) -> None:
    """Run the migrations that the store has not seen, from the first on in an empty one."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    command.upgrade(config, "head")
