"""Who can open the store: a slot of the key file, or a database role, for each person."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol, Self
from uuid import UUID

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from app.domain.roles import Role
from app.store import key_slots
from app.store.file_place import kept_aside, put_back
from app.store.key_slots import STANDARD, Cost


class Accounts(Protocol):
    """The passwords of a store; the people themselves are rows of `staff`."""

    def within(self, session: Session) -> "Accounts":
        """The same, as part of the session's transaction where the store allows that."""

    def put(self, login: str, password: str, staff_id: UUID) -> None:
        """Let a person in with this password from now on."""

    def grant(self, login: str, roles: Iterable[Role]) -> None:
        """Let the store itself hold a person to these roles, where it can."""

    def remove(self, login: str) -> None:
        """Let a person in no more."""


class FileAccounts:
    """The slots of the key file; whoever holds the file's key can add one and copy the file.

    Within a session the key file comes back as it was when the session's transaction fails.
    """

    def __init__(
        self, key_file: Path, key: bytes, cost: Cost = STANDARD, session: Session | None = None
    ) -> None:
        self.key_file = key_file
        self.key = key
        self._cost = cost
        self._session = session
        self._kept = False

    @property
    def database(self) -> Path:
        """The database file that the key opens."""
        return self.key_file.with_suffix("")

    def within(self, session: Session) -> Self:
        return type(self)(self.key_file, self.key, self._cost, session)

    def grant(self, login: str, roles: Iterable[Role]) -> None:
        """A file knows no roles; the program alone holds people to them."""

    def put(self, login: str, password: str, staff_id: UUID) -> None:
        self._keep()
        key_slots.put_slot(self.key_file, login, password, self.key, staff_id, self._cost)

    def remove(self, login: str) -> None:
        self._keep()
        key_slots.remove_slot(self.key_file, login)

    def put_recovery(self, code: str, staff_id: UUID) -> None:
        """Let whoever holds this printed code in; the code before it opens nothing any more."""
        self._keep()
        key_slots.put_recovery(self.key_file, code, self.key, staff_id, self._cost)

    def _keep(self) -> None:
        """Before the first change: the key file is to be put back if the transaction fails."""
        if self._session is None or self._kept:
            return
        self._kept = True
        before = kept_aside(self.key_file)
        session, file = self._session, self.key_file
        event.listen(session, "after_rollback", lambda _: put_back(before, file), once=True)
        event.listen(session, "after_commit", lambda _: before.unlink(), once=True)


class OwnPassword:
    """The password with which this program connects, kept because connections come and go."""

    def __init__(self, login: str, password: str) -> None:
        self.login = login
        self._password = password

    def serve(self, engine: Engine) -> None:
        """Let every new connection of the engine use the password as it is by then."""
        event.listen(engine, "do_connect", self._fill_in)

    def change(self, session: Session, password: str) -> None:
        """Use another password once the session's transaction has made it hold."""

        def keep(_session: Session) -> None:
            self._password = password

        event.listen(session, "after_commit", keep, once=True)

    def _fill_in(self, _dialect: object, _record: object, _words: object, options: Any) -> None:
        options["password"] = self._password


class ServerAccounts:
    """The database roles of a PostgreSQL server, changed in the transaction of the unit.

    `own` is the password of the person at the desk, None while the owner of the database is.
    """

    def __init__(self, own: OwnPassword | None = None, session: Session | None = None) -> None:
        self._own = own
        self._session = session

    def within(self, session: Session) -> Self:
        return type(self)(self._own, session)

    def put(self, login: str, password: str, staff_id: UUID) -> None:
        from app.store import roles

        roles.put_person(self._connection(), login, password)
        if self._own and self._session and login == self._own.login:
            self._own.change(self._session, password)

    def grant(self, login: str, roles: Iterable[Role]) -> None:
        from app.store.roles import grant_person

        grant_person(self._connection(), login, roles)

    def remove(self, login: str) -> None:
        from app.store.roles import remove_person

        remove_person(self._connection(), login)

    def _connection(self) -> Connection:
        if self._session is None:
            raise ValueError("accounts of a server are changed within a session")
        return self._session.connection()
