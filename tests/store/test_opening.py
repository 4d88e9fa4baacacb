"""What is opened is a database of this program under its key; all else is refused in a word."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.domain.errors import Refused
from app.store import opening, schema
from app.store.checking import file_faults
from app.store.key_slots import new_key
from app.store.models import Base
from app.store.opening import connect_file, open_file, open_server, server_url
from app.store.store import Store
from tests.engines import Server

PAGE = 4096
KEY = new_key()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a file with all tables, under `KEY`."""
    path = tmp_path_factory.mktemp("whole") / "portti.kp"
    store = open_file(path, KEY, create=True)
    schema.prepare(store)
    store.close()
    return path.read_bytes()


def read_all(store: Store) -> None:
    """Read every table from its first row to its last, and test all pages."""
    with closing(store), store.read() as session:
        for table in Base.metadata.sorted_tables:
            session.execute(text(f"select * from {table.name}")).all()
        if file_faults(session.connection()):
            raise Refused("file_damaged")


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.code


@pytest.mark.parametrize(
    "content", [b"", b"a letter, no database\n" * 500, b"SQLite format 3\0" + bytes(5000)]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "letter.kp"
    path.write_bytes(content)
    assert refused(lambda: open_file(path, KEY)) == "file_damaged"
    assert path.read_bytes() == content or content == b""


def test_another_key_opens_nothing(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "portti.kp"
    path.write_bytes(whole)
    assert refused(lambda: open_file(path, new_key())) == "file_damaged"
    assert path.read_bytes() == whole


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_is_no_database(tmp_path: Path, create: bool) -> None:
    assert refused(lambda: open_file(tmp_path, KEY, create=create)) in (
        "file_missing",
        "file_not_opened",
    )


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "portti.kp"
    assert refused(lambda: open_file(path, KEY)) == "file_missing"
    assert not path.exists()


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_truncated_file_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("truncated") / "portti.kp"
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - PAGE))])
    assert refused(lambda: read_all(open_file(path, KEY))) == "file_damaged"


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_flipped_bit_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("flipped") / "portti.kp"
    content = bytearray(whole)
    content[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(content)
    assert refused(lambda: read_all(open_file(path, KEY))) == "file_damaged"


def test_a_relative_path_is_as_good(
    tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("portti.kp").write_bytes(whole)
    read_all(open_file(Path("portti.kp"), KEY))


@pytest.mark.parametrize("name", ["with space.kp", "100%.kp", "ä?#.kp", "'quoted'.kp"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    store = open_file(tmp_path / name, KEY, create=True)
    schema.prepare(store)
    store.close()
    assert (tmp_path / name).is_file()


def test_a_write_is_on_the_disk_before_it_is_acknowledged(file_store: Store) -> None:
    with file_store.write() as session:
        pragmas = {
            name: session.execute(text(f"pragma {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_nothing_is_sorted_outside_the_encrypted_file(file_store: Store) -> None:
    with file_store.read() as session:
        options = set(session.execute(text("pragma compile_options")).scalars())
    assert options & {"TEMP_STORE=2", "TEMP_STORE=3"}


def test_a_file_that_another_holds_for_too_long_is_busy(
    file_store: Store, tmp_path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    schema.prepare(file_store)
    other = connect_file(tmp_path / "portti.kp", key)
    other.execute("begin immediate")
    store = open_file(tmp_path / "portti.kp", key)
    with pytest.raises(Refused, match="file_busy"), store.write():
        pytest.fail("two write at once")
    with store.read() as session:
        session.execute(text("select * from visit")).all()
    other.execute("rollback")
    with store.write() as session:
        session.execute(text("select 1"))
    store.close()
    other.close()


@pytest.mark.parametrize(
    "address", ["", "nonsense", "mysql://server/desk", "sqlite:///file.db", "postgresql:/x"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    assert refused(lambda: server_url(address)) == "address_not_understood"


@pytest.mark.parametrize(
    "address", ["postgresql://server/desk", "postgresql+psycopg://server/desk"]
)
def test_a_persons_own_role_is_put_into_the_address(address: str) -> None:
    url = server_url(address, "oskar", "p@ss/word")
    assert (url.username, url.password, url.host) == ("oskar", "p@ss/word", "server")
    assert "word" not in repr(url)


def test_a_server_says_why_it_does_not_open(server: Server, server_url: str) -> None:
    name = server_url.rpartition("/")[2].partition("?")[0]

    def opened(address: str) -> str:
        return refused(lambda: open_server(opening.server_url(address)))

    assert opened(server.url(name, password="wrong")) == "sign_in_wrong"
    assert opened(server.url(name, user="nobody.here")) == "sign_in_wrong"
    assert opened(server.url("nothing_here")) == "database_missing"
    assert opened("postgresql:///desk?host=/nowhere/at/all") == "server_away"
    assert opened("postgresql://127.0.0.1:9/desk") == "server_away"


def test_an_old_server_is_refused(server_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "OLDEST_SERVER", (99, 0))
    assert refused(lambda: open_server(opening.server_url(server_url))) == "server_too_old"
