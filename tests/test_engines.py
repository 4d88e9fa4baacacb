import machine
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from tests import engines
from tests.engines import Server


def answer(url: str, question: str) -> object:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        return connection.execute(text(question)).scalar()


def test_a_test_has_an_empty_database_of_its_own(server: Server, server_url: str) -> None:
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    engine = create_engine(server_url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE visit (id integer)"))
    with engines.fresh_server_database(server) as other:
        assert other != server_url
        assert answer(other, tables) == 0
    assert answer(server_url, tables) == 1


def test_a_database_copies_its_template(server: Server) -> None:
    template = server.create()
    engine = create_engine(server.url(template), poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE visit AS SELECT 7 AS id"))
    with engines.fresh_server_database(server, template) as url:
        assert answer(url, "SELECT id FROM visit") == 7
    server.drop(template)


def test_a_database_is_gone_afterwards(server: Server) -> None:
    with engines.fresh_server_database(server) as url:
        assert answer(url, "SELECT 1") == 1
    with pytest.raises(OperationalError, match="does not exist"):
        answer(url, "SELECT 1")


def test_the_server_asks_for_the_password(server: Server) -> None:
    with pytest.raises(OperationalError, match="password authentication failed"):
        answer(server.url("postgres", password="other"), "SELECT 1")


def test_the_server_has_what_the_name_search_needs(server_url: str) -> None:
    assert answer(server_url, "SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'") == 1


def test_a_machine_without_a_server_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "server_programs", lambda: None)
    with (
        pytest.raises(RuntimeError, match="apt-get install postgresql"),
        engines.running_server(),
    ):
        pass
