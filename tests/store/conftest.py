"""New stores on either engine, before anybody is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.key_slots import new_key
from app.store.opening import open_file, open_server, server_url
from app.store.store import Store


@pytest.fixture
def key() -> bytes:
    return new_key()


@pytest.fixture
def file_store(tmp_path: Path, key: bytes) -> Iterator[Store]:
    """An encrypted file without tables."""
    store = open_file(tmp_path / "portti.kp", key, create=True)
    yield store
    store.close()


@pytest.fixture(params=["file", "server"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A store without tables, on either engine."""
    if request.param == "file":
        yield request.getfixturevalue("file_store")
        return
    store = open_server(server_url(request.getfixturevalue("server_url")))
    yield store
    store.close()
