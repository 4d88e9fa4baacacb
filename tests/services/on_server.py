"""A server on which each person signs in by their own role, and what it refuses them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from app.domain.errors import Refused
from app.domain.roles import Role
from app.services import staff
from app.services.server import connect
from app.services.unit import Desk
from tests.desks import WORKSTATION

PASSWORD = "another invented word"
Enter = Callable[..., Desk]


@contextmanager
def entering(first: Desk, address: str) -> Iterator[Enter]:
    """Lets new people of the given roles in, each at a desk of their own."""
    desks: list[Desk] = []

    def new(login: str, *roles: Role) -> Desk:
        with first.write() as unit:
            staff.add(unit, login, login.title(), roles, PASSWORD)
        desks.append(connect(address, login, PASSWORD, WORKSTATION))
        return desks[-1]

    yield new
    for desk in desks:
        desk.store.close()


def refuses(desk: Desk, statement: str) -> bool:
    """Whether the server itself refuses a statement to the person at the desk."""
    with pytest.raises(Refused) as told, desk.store.write() as session:
        session.execute(text(statement))
    return told.value.code == "no_right_on_server"
