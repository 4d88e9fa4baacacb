"""What every test has: folders of its own, the language it began with, a server that runs."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from app import localization
from app.services.unit import Desk
from tests.desks import SetClock, file_desk, server_desk
from tests.engines import Server, fresh_server_database, running_server

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test measures time: a machine may be busy.
settings.register_profile("kotoportti", deadline=None)
settings.load_profile("kotoportti")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what the person at this machine has."""
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    for name in ("KOTOPORTTI_DATA", "KOTOPORTTI_PASSWORD"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A test speaks English until it says otherwise, and leaves no other language behind."""
    localization.use("en")
    yield
    localization.use("en")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for all tests of this process."""
    with running_server() as server:
        yield server


@pytest.fixture
def server_url(server: Server) -> Iterator[str]:
    """The address of an empty PostgreSQL database that no other test sees."""
    with fresh_server_database(server) as url:
        yield url


@pytest.fixture
def clock() -> SetClock:
    """Noon of Tuesday 24 November 2026 in Jakobstad."""
    return SetClock()


@pytest.fixture(params=["file", "server"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    """A new store on either engine with its first person, who has every role but auditor."""
    if request.param == "file":
        desk = file_desk(tmp_path / "data", clock)
        yield desk
        desk.store.close()
    else:
        with server_desk(request.getfixturevalue("server_url"), clock) as desk:
            yield desk
