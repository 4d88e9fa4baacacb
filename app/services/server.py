"""A shared PostgreSQL server: making the database, and signing in with one's own database role.

The server holds the rights (see `app.store.roles`), counts wrong tries, and makes the backups.
"""

from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.engine import URL

from app.domain.errors import Refused
from app.domain.roles import FIRST_PERSON, Role
from app.services import places, staff
from app.services.directory_seed import add_bundled_directory
from app.services.sign_in import FirstPerson
from app.services.unit import Actor, Clock, Desk, Unit, utc_now
from app.services.visits import new_id
from app.store import roles, schema
from app.store.accounts import OwnPassword, ServerAccounts
from app.store.models import StaffRow
from app.store.opening import open_server, server_url
from app.store.store import Store
from app.store.trouble import told


def create(address: str, first: FirstPerson, workstation: UUID, clock: Clock = utc_now) -> Desk:
    """Make an empty database ready, with its first person at the desk.

    The address carries the name and the password of the database's owner, who must be allowed to
    make roles. The desk does not use them: it is signed in as the first person.

    Errors: `server_in_use` (somebody is at home in the database already),
    `owner_makes_no_roles`, `login_not_valid`, `login_too_long_here`, `name_missing`,
    `password_too_short`, and those of `open_server`.
    """
    url = _url(address)
    login = staff.checked_login(first.login)
    roles.role_name(login, str(url.database))
    staff.check_password(first.password)
    store = open_server(url)
    try:
        _make(store, login, first, workstation, clock)
    finally:
        store.close()
    return connect(address, login, first.password, workstation, clock)


def bring_up_to_date(address: str) -> bool:
    """Bring an older database to the tables of this program; False where it has them already.

    The address is that of the owner, as in `create`, who keeps a copy first (`pg_dump`).
    Errors: `database_empty`, `schema_newer`, and those of `open_server`.
    """
    store = open_server(_url(address))
    try:
        with told(), store.engine.connect() as connection:
            found = schema.stored_revision(connection)
        if found is None:
            raise Refused("database_empty")
        schema.prepare(store, afterwards=_renew)
        return found != schema.REVISION
    finally:
        store.close()


def _renew(connection: Connection) -> None:
    roles.renew(connection)
    add_bundled_directory(connection)


def connect(
    address: str, login: str, password: str, workstation: UUID, clock: Clock = utc_now
) -> Desk:
    """Sign in with a person's own database role; a name or password in the address is left aside.

    Errors: `sign_in_wrong`, `person_left`, `person_unknown`, `server_away`, and those of
    `open_server` and `schema.demand_current`.
    """
    own = OwnPassword(login.strip().casefold(), password)
    store = _open_as(address, own, password)
    try:
        schema.demand_current(store)
        return _signed_in(store, own, workstation, clock)
    except BaseException:
        store.close()
        raise


def change_password(address: str, desk: Desk, old: str, new: str) -> None:
    """Change the password of the person signed in.

    Errors: `sign_in_wrong` (the old one), `password_too_short`.
    """
    staff.check_password(new)
    check_own_password(address, desk, old)
    with desk.write() as unit:
        unit.accounts.put(unit.actor.login, new, unit.actor.staff_id)
        unit.log("staff.password", unit.actor.staff_id)


def check_own_password(address: str, desk: Desk, password: str) -> None:
    """Whether it is still this person who sits here. Errors: `sign_in_wrong`, `server_away`."""
    _open_as(address, OwnPassword(desk.actor.login, password), password).close()


def _url(address: str) -> URL:
    url = server_url(address)
    if not url.database:
        raise Refused("address_not_understood")
    return url


def _open_as(address: str, own: OwnPassword, password: str) -> Store:
    # Without a password the driver would look for one in places that are not the person's.
    if not password:
        raise Refused("sign_in_wrong")
    try:
        role = roles.role_name(staff.checked_login(own.login), str(_url(address).database))
    except Refused as refused:
        if refused.code == "address_not_understood":
            raise
        raise Refused("sign_in_wrong") from None
    store = open_server(server_url(address, role, password))
    own.serve(store.engine)
    return store


def _make(store: Store, login: str, first: FirstPerson, workstation: UUID, clock: Clock) -> None:
    with told(), store.engine.connect() as connection:
        _refuse_in_use(connection)
        roles.demand_owner(connection)
    schema.prepare(store, afterwards=roles.prepare)
    maker = Actor(new_id(), "", "", frozenset({Role.ADMINISTRATOR}), workstation)
    with Desk(store, maker, ServerAccounts(), clock).write() as unit:
        places.add_bundled_locations(unit)
        add_bundled_directory(unit.connection)
        staff.add(unit, login, first.name, FIRST_PERSON, first.password)


def _refuse_in_use(connection: Connection) -> None:
    """Tables without anybody in them were left by a making that did not come to its end."""
    if schema.stored_revision(connection) and connection.scalar(select(StaffRow.id).limit(1)):
        raise Refused("server_in_use")


def _signed_in(store: Store, own: OwnPassword, workstation: UUID, clock: Clock) -> Desk:
    nobody = Actor(new_id(), own.login, "", frozenset(), workstation)
    desk = Desk(store, nobody, ServerAccounts(own), clock)
    with desk.read() as unit:
        actor = _actor(unit, own.login, workstation)
    desk = desk.of(actor)
    with desk.write() as unit:
        unit.log("sign_in", actor.staff_id)
    return desk


def _actor(unit: Unit, login: str, workstation: UUID) -> Actor:
    staff_id = unit.session.scalar(select(StaffRow.id).where(StaffRow.login == login))
    if staff_id is None:
        raise Refused("person_unknown")
    person = staff.by_id(unit, staff_id)
    if not person.active:
        raise Refused("person_left")
    return Actor(person.id, person.login, person.name, person.roles, workstation)
