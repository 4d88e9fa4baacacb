"""A server's first person, and others whom they let in."""

from collections.abc import Iterator

import pytest

from app.services.server import create
from app.services.unit import Desk
from tests.desks import FIRST, WORKSTATION
from tests.services.on_server import Enter, entering


@pytest.fixture
def first(server_url: str) -> Iterator[Desk]:
    """A new database on the server with its first person, signed in by their own role."""
    desk = create(server_url, FIRST, WORKSTATION)
    yield desk
    desk.store.close()


@pytest.fixture
def enter(first: Desk, server_url: str) -> Iterator[Enter]:
    """Let a new person of the given roles in; their desk."""
    with entering(first, server_url) as enter:
        yield enter
