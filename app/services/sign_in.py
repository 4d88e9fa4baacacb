"""Getting at the store: making a new file, signing in, recovering with the printed code."""

import secrets
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from app.domain.errors import Refused
from app.domain.recovery_code import RANDOM_BYTES, new_code
from app.domain.roles import FIRST_PERSON, Role
from app.paths import DATABASE_NAME
from app.services import places, staff
from app.services.directory_seed import add_bundled_directory
from app.services.staff import Person
from app.services.unit import Actor, Clock, Desk, Unit, utc_now
from app.services.visits import new_id
from app.store import attempts, key_slots, schema
from app.store.accounts import FileAccounts
from app.store.copying import copy_aside
from app.store.file_place import refuse_network_place, refuse_read_only
from app.store.key_slots import STANDARD, Cost, KeyFile, Opened
from app.store.opening import open_file
from app.store.store import Store
from app.store.trouble import told


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """Who makes a new store: they get every role but auditor."""

    login: str
    name: str
    password: str


def database_of(folder: Path) -> Path:
    """The database file in a data folder."""
    return folder / DATABASE_NAME


@told()
def create_file(
    folder: Path,
    first: FirstPerson,
    workstation: UUID,
    clock: Clock = utc_now,
    cost: Cost = STANDARD,
) -> tuple[Desk, str]:
    """Make a new encrypted file with its first person; the recovery code is to be printed.

    Errors: `file_exists`, `network_drive`, `folder_read_only`, `login_not_valid`,
    `name_missing`, `password_too_short`.
    """
    database = database_of(folder)
    if database.exists():
        raise Refused("file_exists", place=str(folder))
    refuse_network_place(folder)
    refuse_read_only(folder)
    staff.check_password(first.password)
    login = staff.checked_login(first.login)
    folder.mkdir(parents=True, exist_ok=True)
    key = key_slots.new_key()
    KeyFile.create(key_slots.key_file_of(database))
    accounts = _accounts(database, key, cost)
    with ExitStack() as undo:
        undo.callback(_remove, database)
        store = open_file(database, key, create=True)
        undo.callback(store.close)
        schema.prepare(store)
        desk = Desk(store, _maker(workstation), accounts, clock)
        with desk.write() as unit:
            person = _found(unit, login, first)
            code = new_code(secrets.token_bytes(RANDOM_BYTES))
            accounts.put_recovery(code, person.id)
        undo.pop_all()
    return desk.of(_actor(person, workstation)), code


def _remove(database: Path) -> None:
    """Take away what was begun of a new file."""
    for end in ("", "-wal", "-shm"):
        database.with_name(database.name + end).unlink(missing_ok=True)
    key_slots.key_file_of(database).unlink(missing_ok=True)


def _maker(workstation: UUID) -> Actor:
    """The actor of the very first unit, before anybody is there."""
    return Actor(new_id(), "", "", frozenset({Role.ADMINISTRATOR}), workstation)


def _found(unit: Unit, login: str, first: FirstPerson) -> Person:
    places.add_bundled_locations(unit)
    add_bundled_directory(unit.connection)
    return staff.add(unit, login, first.name, FIRST_PERSON, first.password)


@told()
def sign_in(
    folder: Path, login: str, password: str, workstation: UUID, clock: Clock = utc_now
) -> Desk:
    """Open the file with a person's own password.

    Errors: `file_missing`, `sign_in_wait` (seconds), `sign_in_wrong` (seconds), `person_left`, and
    those of opening a store.
    """
    database = database_of(folder)
    opened = tried(database, clock(), lambda keys: key_slots.open_slot(keys, login, password))
    return _desk(database, opened, workstation, clock)


@told()
def recover(
    folder: Path, code: str, new_password: str, workstation: UUID, clock: Clock = utc_now
) -> tuple[Desk, str]:
    """Open the file with the printed code and set a new password for the person who made it.

    The answer has a new code to print: the old one opens nothing any more.
    Errors: `recovery_mistyped`, `recovery_wrong`, `sign_in_wait`, `password_too_short`.
    """
    database = database_of(folder)
    staff.check_password(new_password)
    opened = tried(database, clock(), lambda keys: key_slots.open_recovery(keys, code))
    desk = _desk(database, opened, workstation, clock)
    new = new_code(secrets.token_bytes(RANDOM_BYTES))
    with desk.write() as unit:
        accounts = _accounts(database, opened.key).within(unit.session)
        accounts.put(desk.actor.login, new_password, opened.staff_id)
        accounts.put_recovery(new, opened.staff_id)
        unit.log("staff.recover", opened.staff_id)
    return desk, new


def tried(database: Path, now: datetime, opening: Callable[[Path], Opened]) -> Opened:
    """Open a slot, unless wrong tries have to wait; a wrong one makes the next wait longer.

    What a wrong one raises has `seconds` until the next try, 0 where there is no wait.
    """
    if not database.is_file():
        raise Refused("file_missing", name=database.name)
    tries = attempts.tries_file(database)
    attempts.refuse_waiting(tries, now)
    try:
        opened = opening(key_slots.key_file_of(database))
    except Refused as refused:
        if refused.code in ("sign_in_wrong", "recovery_wrong"):
            seconds = attempts.register_failure(tries, now)
            raise Refused(refused.code, seconds=seconds) from None
        raise
    attempts.register_success(tries)
    return opened


def _desk(database: Path, opened: Opened, workstation: UUID, clock: Clock) -> Desk:
    refuse_network_place(database)
    store = open_file(database, opened.key)
    try:
        schema.prepare(
            store, lambda: copy_aside(database, opened.key, clock()), add_bundled_directory
        )
        accounts = _accounts(database, opened.key)
        return _signed_in(store, accounts, opened.staff_id, workstation, clock)
    except BaseException:
        store.close()
        raise


def _signed_in(
    store: Store, accounts: FileAccounts, staff_id: UUID, workstation: UUID, clock: Clock
) -> Desk:
    desk = Desk(store, _maker(workstation), accounts, clock)
    with desk.read() as unit:
        person = staff.by_id(unit, staff_id)
    if not person.active:
        raise Refused("person_left")
    desk = desk.of(_actor(person, workstation))
    with desk.write() as unit:
        unit.log("sign_in", staff_id)
    return desk


@told()
def change_password(folder: Path, desk: Desk, old: str, new: str) -> None:
    """Change the password of the person signed in.

    Errors: `sign_in_wrong` (the old one), `sign_in_wait`, `password_too_short`.
    """
    staff.check_password(new)
    database, actor = database_of(folder), desk.actor
    tried(database, desk.clock(), lambda keys: key_slots.open_slot(keys, actor.login, old))
    with desk.write() as unit:
        unit.accounts.put(actor.login, new, actor.staff_id)
        unit.log("staff.password", actor.staff_id)


@told()
def check_own_password(folder: Path, desk: Desk, password: str) -> None:
    """Whether it is still this person who sits here. Errors: `sign_in_wrong`, `sign_in_wait`."""
    login = desk.actor.login
    tried(
        database_of(folder),
        desk.clock(),
        lambda keys: key_slots.open_slot(keys, login, password),
    )


def _accounts(database: Path, key: bytes, cost: Cost = STANDARD) -> FileAccounts:
    return FileAccounts(key_slots.key_file_of(database), key, cost)


def _actor(person: Person, workstation: UUID) -> Actor:
    return Actor(person.id, person.login, person.name, person.roles, workstation)
