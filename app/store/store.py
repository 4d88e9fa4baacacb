"""The open store: one engine, and units of work that roll back unless they are finished."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.store.trouble import told

WRITES: Final = "kotoportti_writes"
_ONE_STATE: Final = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


class Store:
    """An open database, an encrypted file or a server."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(**{WRITES: True})
        self._reading = engine if self.is_file else engine.execution_options(**_ONE_STATE)

    @property
    def is_file(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the store and changes nothing."""
        with told(), Session(self._reading) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose changes are on disk when the block ends, or not at all."""
        with told(), Session(self._writing) as session, session.begin():
            session.connection()  # waits for other writers now: the key file is written inside too
            yield session

    def close(self) -> None:
        self.engine.dispose()
