"""The tables are those of the models, and an older or a newer store is met with care."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Connection, inspect, text

from app.domain.errors import Refused
from app.services.sign_in import database_of, sign_in
from app.services.today import today
from app.services.unit import Desk
from app.services.visits import record
from app.store import schema
from app.store.models import Base
from app.store.store import Store
from tests.desks import FIRST, NOON, WORKSTATION, SetClock, file_desk, visit

ROOT = Path(__file__).parent.parent.parent
NOW = schema.REVISION
LATER = f"{int(schema.REVISION) + 1:04}"
NEXT = f'''"""One table more."""

import sqlalchemy as sa
from alembic import op

revision = "{LATER}"
down_revision = "{schema.REVISION}"


def upgrade() -> None:
    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))
'''
BREAKS = NEXT + '    op.drop_table("of_nobody")\n'
PREPARE = """
import sys
from pathlib import Path
from app.store import schema
from app.store.opening import open_file, open_server, server_url
kind, where, key = sys.argv[1:]
store = (
    open_file(Path(where), bytes.fromhex(key), create=True)
    if kind == "file"
    else open_server(server_url(where))
)
print("ready", flush=True)
sys.stdin.readline()
schema.prepare(store)
"""


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes this program a later one, whose migrations have one script more."""

    def update(script: str) -> None:
        folder = Path(shutil.copytree(schema._FOLDER, tmp_path / "migrations"))
        (folder / "versions" / f"{LATER}_later.py").write_text(script)
        monkeypatch.setattr(schema, "_FOLDER", folder)
        monkeypatch.setattr(schema, "REVISION", LATER)

    return update


def rows_of(connection: Connection, table: str) -> int:
    return int(connection.execute(text(f"select count(*) from {table}")).scalar_one())


def make(store: Store) -> None:
    """The tables of a new store."""
    schema.prepare(store)


def migrate(store: Store) -> None:
    """The tables to which the migrations lead, from the first on."""
    with store.write() as session:
        schema.migrate(session.connection())


WAYS = pytest.mark.parametrize("tables", [make, migrate])


@WAYS
def test_tables_are_those_of_the_models(store: Store, tables: Callable[[Store], None]) -> None:
    tables(store)
    with store.read() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        assert schema.stored_revision(session.connection()) == schema.REVISION


@WAYS
def test_checks_are_those_of_the_models(store: Store, tables: Callable[[Store], None]) -> None:
    tables(store)
    with store.read() as session:
        found = inspect(session.connection())
        for table in Base.metadata.sorted_tables:
            ours = {c.name for c in table.constraints if isinstance(c, CheckConstraint)}
            assert {check["name"] for check in found.get_check_constraints(table.name)} == ours


def test_the_version_is_that_of_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema._FOLDER))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.REVISION]


def test_a_new_store_is_prepared_once(store: Store) -> None:
    with store.read() as session:
        assert schema.stored_revision(session.connection()) is None
    for _ in range(2):
        schema.prepare(store, put_copy_aside=lambda: pytest.fail("there is nothing to keep"))
    with store.read() as session:
        assert schema.stored_revision(session.connection()) == schema.REVISION


def test_a_store_of_a_newer_program_is_refused_and_left_alone(store: Store) -> None:
    schema.prepare(store)
    with store.write() as session:
        session.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(Refused, match="schema_newer"):
        schema.prepare(store, put_copy_aside=lambda: pytest.fail("it is not to be changed"))
    with store.read() as session:
        assert schema.stored_revision(session.connection()) == "9999"


def test_an_older_store_is_kept_before_it_is_changed(
    store: Store, later: Callable[[str], None]
) -> None:
    schema.prepare(store)
    later(NEXT)
    kept: list[str | None] = []

    def put_aside() -> None:
        with store.read() as session:
            kept.append(schema.stored_revision(session.connection()))

    schema.prepare(store, put_aside)
    assert kept == [NOW]
    with store.read() as session:
        assert schema.stored_revision(session.connection()) == LATER
        assert rows_of(session.connection(), "later") == 0


def test_a_migration_that_breaks_changes_nothing(
    store: Store, later: Callable[[str], None]
) -> None:
    schema.prepare(store)
    later(BREAKS)
    with pytest.raises(Exception, match="of_nobody"):
        schema.prepare(store)
    with store.read() as session:
        assert schema.stored_revision(session.connection()) == NOW
        assert not inspect(session.connection()).has_table("later")


@pytest.fixture
def old_file(tmp_path: Path, clock: SetClock) -> Path:
    """A folder with a file of today that has one visit."""
    folder = tmp_path / "data"
    desk = file_desk(folder, clock)
    with desk.write() as unit:
        record(unit, visit())
    desk.store.close()
    return folder


def signed_in(folder: Path) -> Desk:
    return sign_in(folder, FIRST.login, FIRST.password, WORKSTATION, SetClock())


def test_at_sign_in_an_older_file_and_its_keys_are_put_aside(
    old_file: Path, later: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(NEXT)
    desk = signed_in(old_file)
    with desk.read() as unit:
        assert today(unit, "pietarsaari").visits == 1
    desk.store.close()
    monkeypatch.undo()
    kept = old_file / f"portti-{NOON:%Y%m%d-%H%M%S}.kp"
    aside = tmp_path / "aside"
    aside.mkdir()
    for end in ("", ".keys"):
        database = database_of(aside)
        shutil.copy(f"{kept}{end}", f"{database}{end}")
    desk = signed_in(aside)
    with desk.read() as unit:
        assert today(unit, "pietarsaari").visits == 1
    desk.store.close()


def test_at_sign_in_a_newer_file_is_refused(
    old_file: Path, later: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    later(NEXT)
    signed_in(old_file).store.close()
    monkeypatch.undo()
    with pytest.raises(Refused, match="schema_newer"):
        signed_in(old_file)


@pytest.mark.parametrize("kind", ["file", "server"])
def test_two_programs_prepare_one_store_at_once(
    kind: str, tmp_path: Path, key: bytes, request: pytest.FixtureRequest
) -> None:
    where = str(tmp_path / "p.kp") if kind == "file" else request.getfixturevalue("server_url")
    command = [sys.executable, "-c", PREPARE, kind, where, key.hex()]
    pipe = subprocess.PIPE
    programs = [
        subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) for _ in range(2)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        program.communicate("go\n")
    assert [program.returncode for program in programs] == [0, 0]
