"""Two programs that change the same thing at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from app.domain.roles import Role
from app.domain.visit import Facts, Visit
from app.services import staff, visits
from app.services.checking import check
from app.services.sign_in import create_file, sign_in
from app.services.unit import Desk, Unit
from tests.desks import CHEAP, FIRST, WORKSTATION, SetClock, server_desk, visit

WAITING = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
PASSWORD = "invented word"


def wait_until_somebody_waits(desk: Desk) -> None:
    """Return when one session of the server waits for another."""
    while True:
        with desk.read() as unit:
            if unit.connection.execute(text(WAITING)).scalar_one():
                return


def amended(unit: Unit, made: Visit, topic: str) -> None:
    visits.amend(unit, made.id, Facts((topic,), persons=2))


def voided(unit: Unit, made: Visit, topic: str) -> None:
    visits.void(unit, made.id, topic)


@pytest.mark.parametrize("change", [amended, voided])
def test_two_change_one_visit_on_a_server(
    server_url: str, clock: SetClock, change: Callable[[Unit, Visit, str], None]
) -> None:
    with server_desk(server_url, clock) as desk, ThreadPoolExecutor(1) as other:
        with desk.write() as unit:
            made = visits.record(unit, visit())

        def second() -> None:
            with desk.write() as unit:
                change(unit, made, "housing")

        with desk.write() as unit:
            change(unit, made, "letter")
            running = other.submit(second)
            wait_until_somebody_waits(desk)
        running.result()
        assert check(desk).in_order


def test_two_change_passwords_in_one_key_file(tmp_path: Path, clock: SetClock) -> None:
    folder = tmp_path / "data"
    first = create_file(folder, FIRST, WORKSTATION, clock, CHEAP)[0]
    second = sign_in(folder, FIRST.login, FIRST.password, WORKSTATION, clock)
    logins = [f"clerk{number}" for number in range(20)]
    with first.write() as unit:
        ids = [staff.add(unit, one, "Clerk", [Role.CLERK], PASSWORD).id for one in logins]

    def change(desk: Desk, login: str, staff_id: UUID) -> None:
        with desk.write() as unit:
            first.accounts.within(unit.session).put(login, f"{PASSWORD} {login}", staff_id)

    with ThreadPoolExecutor(2) as programs:
        list(programs.map(change, [first, second] * 10, logins, ids))
    for login in logins:
        sign_in(folder, login, f"{PASSWORD} {login}", WORKSTATION, clock).store.close()
    assert check(first).in_order
    first.store.close()
    second.store.close()
