"""What opens a store, in the sign-in's own terms; no Qt.

Each function takes long (a password is meant to) and runs on the worker. The services, and with
them the database, are first loaded there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from app.domain.errors import Refused
from app.ui.sign_in.place import Place

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from app.services.unit import Desk
    from app.store.key_slots import Cost

DEMO: Final = "demo"


class NewPerson(NamedTuple):
    """Who makes a new store."""

    login: str
    name: str
    password: str


def now() -> datetime:
    """The clock of the machine, in UTC."""
    from datetime import UTC, datetime

    return datetime.now(UTC)


class Doors:
    """Ways to an open desk. `cost` is what a guess at a new password costs, the usual if None."""

    def __init__(self, clock: Callable[[], datetime] = now, cost: Cost | None = None) -> None:
        self.clock = clock
        self._cost = cost

    def sign_in(self, place: Place, login: str, password: str, workstation: UUID) -> Desk:
        """Open the file or the server with a person's own password."""
        if place.server:
            from app.services import server

            return server.connect(place.server, login, password, workstation, self.clock)
        from app.services import sign_in

        return sign_in.sign_in(place.folder, login, password, workstation, self.clock)

    def create(self, folder: Path, person: NewPerson, workstation: UUID) -> tuple[Desk, str]:
        """A new encrypted file, and the recovery code to print."""
        from app.services import sign_in
        from app.store.key_slots import STANDARD

        first = sign_in.FirstPerson(person.login, person.name, person.password)
        cost = self._cost or STANDARD
        return sign_in.create_file(folder, first, workstation, self.clock, cost)

    def demo(self, folder: Path, workstation: UUID) -> Desk:
        """The examples in `folder`, made if they are not there yet, signed in to as `demo`."""
        if Place(folder).is_there():
            return self.sign_in(Place(folder), DEMO, DEMO, workstation)
        from app.services import demo
        from app.store.key_slots import STANDARD

        cost = self._cost or STANDARD
        return demo.create(folder, demo.Wish(), workstation, clock=self.clock, cost=cost)

    def restore(
        self, backup: Path, folder: Path, login: str, password: str, workstation: UUID
    ) -> Desk:
        """Put a backup into an empty folder and sign in to it."""
        from app.services.backup import restore_backup

        restore_backup(backup, folder, login, password)
        return self.sign_in(Place(folder), login, password, workstation)

    def restore_with_code(
        self, backup: Path, folder: Path, code: str, password: str, workstation: UUID
    ) -> tuple[Desk, str]:
        """The same with the printed code and a new password; the answer has the new code."""
        from app.services.backup import restore_with_code
        from app.services.staff import check_password

        check_password(password)
        restore_with_code(backup, folder, code)
        return self.recover(folder, code, password, workstation)

    def set_up_server(
        self, address: str, owner: NewPerson, person: NewPerson, workstation: UUID
    ) -> Desk:
        """Make an empty database ready, as its `owner`, with its first person at the desk."""
        from app.services import server, sign_in

        first = sign_in.FirstPerson(person.login, person.name, person.password)
        return server.create(
            with_owner(address, owner.login, owner.password), first, workstation, self.clock
        )

    def recover(
        self, folder: Path, code: str, password: str, workstation: UUID
    ) -> tuple[Desk, str]:
        """Open the file with the printed code; the answer has the new code."""
        from app.services import sign_in

        return sign_in.recover(folder, code, password, workstation, self.clock)

    def change_password(self, place: Place, desk: Desk, old: str, new: str) -> None:
        """Another password for the person signed in."""
        if place.server:
            from app.services import server

            server.change_password(place.server, desk, old, new)
        else:
            from app.services import sign_in

            sign_in.change_password(place.folder, desk, old, new)


def plain_address(typed: str) -> str:
    """The address of a server as it is kept: with its kind, without a name or a password.

    Errors: `address_not_understood`.
    """
    kind, mark, rest = typed.strip().rpartition("://")
    head, _mark, query = rest.partition("?")
    options = [pair for pair in parse_qsl(query) if pair[0] not in ("user", "password")]
    asked = f"?{urlencode(options)}" if options else ""
    address = f"{kind if mark else 'postgresql'}://{head.rpartition('@')[2]}{asked}"
    try:
        urlsplit(address).port  # noqa: B018 - only reading it finds a port that is no number
    except ValueError:
        raise Refused("address_not_understood") from None
    return address


def with_owner(address: str, login: str, password: str) -> str:
    """The address with the name and password of the database's owner in it."""
    kind, mark, rest = plain_address(address).partition("://")
    return f"{kind}{mark}{quote(login, safe='')}:{quote(password, safe='')}@{rest}"
