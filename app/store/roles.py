"""Rights on a PostgreSQL server: groups of people, and what each may do with which table.

The server holds the rights, not the window: `app.domain.roles` says the same for the services.
Everybody who signs in has `person`; the roles come on top. `roles.sql` and `guards.sql` have what
grants cannot say.
The log is append-only for all, and nobody but an auditor reads more of it than its chain.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg import sql
from sqlalchemy import Connection, text

from app.domain.errors import Refused
from app.domain.roles import Role

PERSON: Final = "person"
_GUARDS: Final = Path(__file__).with_name("guards.sql")
_NAME_MAX: Final = 63
_PLACES: Final = ("opening_week", "exceptional_day", "chip", "chip_order")
_DIRECTORY: Final = {
    "organisation": "insert, update",
    "service_place": "insert, update",
    "service": "insert, update",
    "service_hours": "insert, update, delete",
    "service_day": "insert, update, delete",
    "service_change": "insert",
    "organisation_change": "insert",
}
_PATH: Final = (
    *("assessment", "plan", "orientation", "training"),
    *("review", "extension", "leave", "agreed", "notice", "open_plan"),
)
_READ_BY_ALL: Final = (
    *_PLACES,
    *_DIRECTORY,
    "alembic_version",
    "location",
    "setting",
    "staff",
)
_FUNCTIONS: Final = ("put_person(text, text)", "grant_person(text, text[])", "remove_person(text)")

_DESK: Final = {
    "visit": "select, insert, update",
    "visit_topic": "select, insert, delete",
    "visit_outcome": "select, insert, delete",
    "amendment": "select, insert, update (before)",
    "day_counter": "select, insert, update",
    "month_counter": "select, insert, update",
    "waiting": "select, insert, update, delete",
    "slip_counter": "select, insert, update",
    "slip": "select, insert, update (visit_id, marked, void_reason, choices, printed_at)",
    "referral": "select, insert, update (target, state, turned_by, why, entered_at, entered_by)",
}
_LINKED: Final = {
    "client_link": "select, insert, update (municipality), delete",
    "client_consent": "select, insert, delete",
    "visit_hidden": "select, insert, delete",
}
_MOVED: Final = _LINKED | {
    "client_link": "select, insert, update (client_id, municipality), delete",
    "client_consent": "select, insert, update (client_id, withdrawn_on), delete",
}
_FOUND: Final = {
    "client": "select (id, number, birth_year, hidden_until, merged_into)",
    "client_name": "select",
    "client_key": "select",
    "protected_reader": "select",
} | _LINKED
_KEPT: Final = (
    {
        "client": "select, insert, update, delete",
        "client_name": "select, insert, delete",
        "client_key": "select, insert, update (hidden_until), delete",
        "client_group": "select, insert, delete",
        "client_sensitive": "select, insert, delete",
        "client_relative": "select, insert, delete",
        "client_identity": "select, insert, delete",
        "different_person": "select, insert, delete",
        "protected_reader": "select",
    }
    | _MOVED
    | dict.fromkeys(_PATH, "select, insert, update, delete")
)
_PUBLIC: Final = {
    "published_month": "select, insert",
    "published_counter": "select, insert",
}
_REOPENED: Final = {
    "published_month": "select, insert, delete",
    "published_counter": "select, insert, delete",
}
GRANTS: Final = {
    PERSON: dict.fromkeys(_READ_BY_ALL, "select")
    | {"draft": "select, insert, update, delete", "log": "select (number, hash), insert"},
    Role.CLERK: _DESK | _FOUND,
    Role.ADVISER: _DESK | _PUBLIC | _KEPT,
    Role.SUPERVISOR: _DESK
    | _REOPENED
    | _DIRECTORY
    | _KEPT
    | {
        "setting": "insert, update, delete",
        "protected_reader": "select, insert, delete",
        "client_merge": "select, insert, delete",
    },
    Role.ADMINISTRATOR: dict.fromkeys(_PLACES, "insert, update, delete")
    | {
        "location": "update",
        "setting": "insert, update, delete",
        "staff": "insert, update (name, roles, active)",
    },
    Role.AUDITOR: {
        "log": "select",
        "client": "select (id, number, hidden_until, merged_into)",
        "protected_reader": "select",
    },
}


def role_name(login: str, database: str) -> str:
    """The database role of a person, as `kotoportti_role` in `roles.sql` names it.

    Errors: `login_too_long_here` (most), since a name on a server has 63 bytes.
    """
    name = f"{login}@{database}"
    if len(name.encode()) > _NAME_MAX:
        raise Refused("login_too_long_here", most=_NAME_MAX - len(f"@{database}".encode()))
    return name


def group_name(called: str, database: str) -> str:
    """The group of everybody (`PERSON`) or of a role, as `kotoportti_group` names it."""
    return f"kotoportti:{called}@{database}"


def put_person(connection: Connection, login: str, password: str) -> None:
    """Let a person in with this password; the server gets no more than its verifier (RFC 5803)."""
    driver, role = _driver(connection), role_name(login, _database(connection))
    verifier = driver.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    values = {"login": login, "verifier": verifier.decode()}
    connection.execute(text("select kotoportti_put_person(:login, :verifier)"), values)


def grant_person(connection: Connection, login: str, roles: Iterable[Role]) -> None:
    """Let a person do what these roles may, and no more."""
    names = [str(role) for role in roles]
    values = {"login": login, "roles": names}
    connection.execute(text("select kotoportti_grant_person(:login, :roles)"), values)


def remove_person(connection: Connection, login: str) -> None:
    """Let a person in no more."""
    connection.execute(text("select kotoportti_remove_person(:login)"), {"login": login})


def demand_owner(connection: Connection) -> None:
    """Refuse an owner who cannot give people roles. Errors: `owner_makes_no_roles`."""
    may = "select rolcreaterole or rolsuper from pg_roles where rolname = current_user"
    if not connection.exec_driver_sql(may).scalar():
        raise Refused("owner_makes_no_roles")


def prepare(connection: Connection) -> None:
    """Make groups, grants and guards in a database that has just got its tables.

    Roles outlive a database. People of an earlier one of the same name are let in no more.
    """
    database = _database(connection)
    driver = _driver(connection)
    for statement in (*_groups(driver, database), *_closing(database), *_granting(database)):
        driver.execute(statement)
    driver.execute(Path(__file__).with_suffix(".sql").read_bytes())
    driver.execute(_GUARDS.read_bytes())
    for name in _FUNCTIONS:
        to_people = sql.SQL("grant execute on function {} to {}")
        function = sql.SQL(f"kotoportti_{name}")
        driver.execute(to_people.format(function, _group(PERSON, database)))


def renew(connection: Connection) -> None:
    """Give the groups what they may do with tables that have been added, and guard these."""
    for statement in _granting(_database(connection)):
        _driver(connection).execute(statement)
    _driver(connection).execute(_GUARDS.read_bytes())


def _driver(connection: Connection) -> psycopg.Connection[Any]:
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    return driver


def _database(connection: Connection) -> str:
    return str(connection.exec_driver_sql("select current_database()").scalar_one())


def _group(called: str, database: str) -> sql.Identifier:
    return sql.Identifier(group_name(called, database))


def _groups(driver: psycopg.Connection[Any], database: str) -> Iterator[sql.Composed]:
    known = {name for (name,) in driver.execute("select rolname from pg_roles")}
    for called in GRANTS:
        if group_name(called, database) not in known:
            yield sql.SQL("create role {} nologin").format(_group(called, database))
    for name in known:
        login, _at, rest = name.partition("@")
        if rest == database and ":" not in login:
            for called in GRANTS:
                revoke = sql.SQL("revoke {} from {}")
                yield revoke.format(_group(called, database), sql.Identifier(name))
            yield sql.SQL("alter role {} nologin").format(sql.Identifier(name))


def _closing(database: str) -> Iterator[sql.Composed]:
    """Nobody but its people comes near the database."""
    names = {"database": sql.Identifier(database), "people": _group(PERSON, database)}
    for statement in (
        "revoke all on database {database} from public",
        "grant connect on database {database} to {people}",
        "revoke all on schema public from public",
        "grant usage on schema public to public",
    ):
        yield sql.SQL(statement).format(**names)


def _granting(database: str) -> Iterator[sql.Composed]:
    for called, tables in GRANTS.items():
        for table, what in tables.items():
            yield sql.SQL("grant {} on table {} to {}").format(
                sql.SQL(what),
                sql.Identifier(table),
                _group(called, database),
            )
