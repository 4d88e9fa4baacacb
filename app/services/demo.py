"""A demonstration: invented people, opening hours, visits and slips in a store of their own."""

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, Final
from uuid import UUID

from app import paths
from app.domain.days import from_local, local_day
from app.domain.invented.calendar import Period
from app.domain.invented.clients import Wanted, invent_clients
from app.domain.invented.pattern import pattern_from
from app.domain.invented.visits import Setting, identity, invent
from app.domain.moment import NOON
from app.domain.place import Ask
from app.domain.roles import Role
from app.domain.visit import Visit
from app.services import phrases, places, protection, sign_in, staff
from app.services.demo_data import MARK, client_names, demonstration, is_marked
from app.services.demo_hours import set_hours
from app.services.demo_paths import add_paths
from app.services.demo_slips import DemoSlips
from app.services.directory_seed import invent_hours
from app.services.sign_in import FirstPerson
from app.services.unit import Changes, Clock, Desk, Unit, utc_now
from app.store import clients, counters, visits
from app.store.counters import Tally
from app.store.key_slots import STANDARD, Cost
from app.store.models import SettingRow

Progress = Callable[[int], None]

VISITS: Final = 3000
CLIENTS: Final = 300
SEED: Final = 1
SHORTEST, LONGEST = timedelta(days=30), timedelta(days=3 * 365)
_VISITS_A_DAY: Final = 6
_PAGE: Final = 5000
KNOW_PROTECTED: Final = (MARK, "adviser")


@dataclass(frozen=True, slots=True)
class Wish:
    """How many visits and clients are invented, from which seed, and which day is the last.

    The same wish always gives the same of both, ids included; on the morning of the real day only
    what is past by then comes on it, the rest on the open day before.
    """

    visits: int = VISITS
    seed: int = SEED
    today: date | None = None
    clients: int = CLIENTS


def is_demo(unit: Unit) -> bool:
    """Whether the store is a demonstration, so that nothing real may be recorded in it."""
    return is_marked(unit.connection)


def create(
    folder: Path,
    wish: Wish,
    workstation: UUID,
    progress: Progress = lambda done: None,
    clock: Clock = utc_now,
    cost: Cost = STANDARD,
) -> Desk:
    """Make a demonstration file, with `demo` at the desk; all of it or nothing.

    `progress` hears how many visits are in. Errors: those of `sign_in.create_file`.
    """
    desk, _code = sign_in.create_file(folder, _first(), workstation, clock, cost)
    try:
        return fill(desk, wish, progress)
    except BaseException:
        desk.store.close()
        for path in folder.glob(f"{paths.DATABASE_NAME}*"):
            path.unlink(missing_ok=True)
        raise


def create_on_server(
    address: str,
    wish: Wish,
    workstation: UUID,
    progress: Progress = lambda done: None,
    clock: Clock = utc_now,
) -> Desk:
    """Make a demonstration in an empty database of a server, whose owner `address` names.

    Errors: those of `server.create`.
    """
    from app.services import server

    return fill(server.create(address, _first(), workstation, clock), wish, progress)


def fill(desk: Desk, wish: Wish, progress: Progress) -> Desk:
    """Put the demonstration into a new store, at which `demo` sits; the desk with all rights."""
    last = wish.today or local_day(desk.clock())
    days = timedelta(days=wish.visits // _VISITS_A_DAY)
    period = Period(last - min(max(days, SHORTEST), LONGEST), last)
    with desk.write() as unit:
        since = from_local(period.first, NOON)
        people = {login: _let_in(unit, entry, since) for login, entry in _people().items()}
    with desk.write() as unit:
        setting = Setting(
            pattern_from(demonstration()),
            set_hours(unit, _weeks(), period),
            people,
            period,
            _until(last, desk.clock()),
            wish.seed,
        )
        _allow_notes(unit)
        phrases.switch_all_on(unit)
        invent_hours(unit, last)
        slips = DemoSlips(unit, setting.until, wish.seed)
        _add_visits(unit, invent(setting, wish.visits), slips, progress)
        _add_clients(unit, Wanted(wish.clients, last, people, wish.seed))
        unit.session.add(SettingRow(name=MARK, value=True))
        unit.log("demo.create")
    return desk.of(replace(desk.actor, roles=frozenset(Role)))


def _until(last: date, now: datetime) -> datetime:
    noon = from_local(last, NOON)
    return min(noon, now) if local_day(now) == last else noon


def _people() -> Mapping[str, dict[str, Any]]:
    return {entry["login"]: entry for entry in demonstration()["people"]}


def _weeks() -> Mapping[str, Mapping[str, Any]]:
    return {code: entry["hours"] for code, entry in demonstration()["locations"].items()}


def _first() -> FirstPerson:
    entry = _people()[MARK]
    return FirstPerson(MARK, entry["name"], secrets.token_urlsafe())


def _let_in(unit: Unit, entry: Mapping[str, Any], since: datetime) -> UUID:
    """A person of the demonstration, whose password is the login.

    The one place where a password may be shorter than `staff.PASSWORD_MIN`: the person is added
    with a password nobody knows, then the accounts take the login for it, past the check. Only
    the people of `demonstration.json` come here.
    """
    login, roles = entry["login"], [Role(role) for role in entry["roles"]]
    if login == unit.actor.login:
        person = staff.change(unit, unit.actor.staff_id, entry["name"], roles, active=True)
    else:
        secret = secrets.token_urlsafe()
        own = identity(since, Random(login))
        person = staff.add(unit, login, entry["name"], roles, secret, staff_id=own)
    unit.accounts.put(login, login, person.id)
    return person.id


def _allow_notes(unit: Unit) -> None:
    for location in places.locations(unit):
        if demonstration()["locations"][location.code]["notes"]:
            places.save_location(unit, replace(location, asks=location.asks | {Ask.NOTE}))


def _add_clients(unit: Unit, wanted: Wanted) -> None:
    """Write the clients page by page; `demo` and `adviser` may know of protected ones."""
    for login in KNOW_PROTECTED:
        protection.name_person(unit, wanted.people[login])
    invented = invent_clients(client_names(), wanted)
    while page := list(islice(invented, _PAGE)):
        clients.insert_clients(unit.connection, page)
        add_paths(unit, page, wanted.last, wanted.seed)
    unit.changes |= Changes.CLIENTS


def _add_visits(
    unit: Unit, invented: Iterator[Visit], slips: DemoSlips, progress: Progress
) -> None:
    """Write the visits and their slips page by page, and the counters once."""
    tally, done = Tally(), 0
    while page := list(islice(invented, _PAGE)):
        visits.insert_visits(unit.connection, page)
        slips.add(page)
        for visit in page:
            if visit.void_reason is None:
                tally.add(visit)
        done += len(page)
        progress(done)
    slips.finish()
    counters.move(unit.connection, tally)
    unit.changes |= Changes.VISITS
