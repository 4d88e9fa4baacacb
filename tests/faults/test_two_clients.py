"""Two desks that change the same client at the same moment: the second is told, nothing is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from app.domain.client import Client, Why
from app.domain.errors import Refused
from app.domain.roles import Role
from app.services import clients, protection
from app.services.lookup import look_up
from app.services.sign_in import create_file, sign_in
from app.services.unit import Desk, Unit
from tests.clients import person, recorded
from tests.desks import CHEAP, FIRST, WORKSTATION, SetClock, colleague, server_desk
from tests.faults.test_two import wait_until_somebody_waits

Change = Callable[[Unit, Client], object]


def amended(name: str) -> Change:
    return lambda unit, one: clients.amend(unit, one.id, person(name), one.revision)


def protected(unit: Unit, one: Client) -> None:
    protection.protect(unit, one.id, None)


def told_after(first: Desk, change: Change, second: Desk, later: Change, client: Client) -> str:
    """What the second desk is refused with, which began before the first one had ended."""
    with ThreadPoolExecutor(1) as other:

        def also() -> None:
            with second.write() as unit:
                later(unit, client)

        with first.write() as unit:
            change(unit, client)
            running = other.submit(also)
            wait_until_somebody_waits(first)
        with pytest.raises(Refused) as refused:
            running.result()
    return refused.value.code


def shown(desk: Desk, client: Client) -> str:
    with desk.read() as unit:
        return clients.open_record(unit, client.id, Why.VISIT).record.name


def test_two_amend_one_client_on_a_server(server_url: str, clock: SetClock) -> None:
    with server_desk(server_url, clock) as desk:
        client, other = recorded(desk, "Yusuf"), colleague(desk, "otso", Role.ADVISER)
        told = told_after(desk, amended("Yousef"), other, amended("Youssef"), client)
        assert told == "client_changed"
        assert shown(other, client) == "Yousef"


def test_who_is_hidden_meanwhile_is_not_there_any_more(server_url: str, clock: SetClock) -> None:
    with server_desk(server_url, clock) as desk:
        client, other = recorded(desk, "Yusuf"), colleague(desk, "otso", Role.ADVISER)
        with desk.write() as unit:
            protection.name_person(unit, desk.actor.staff_id)
        told = told_after(desk, protected, other, amended("Youssef"), client)
        assert told == "client_unknown"
        assert shown(desk, client) == "Yusuf"


def test_an_order_that_waits_for_an_amendment_hides_what_it_wrote(
    server_url: str, clock: SetClock
) -> None:
    with server_desk(server_url, clock) as desk, ThreadPoolExecutor(1) as other:
        client, adviser = recorded(desk, "Yusuf"), colleague(desk, "otso", Role.ADVISER)
        with desk.write() as unit:
            protection.name_person(unit, desk.actor.staff_id)

        def hide() -> None:
            with desk.write() as unit:
                protected(unit, client)

        with adviser.write() as unit:
            amended("Youssef")(unit, client)
            running = other.submit(hide)
            wait_until_somebody_waits(desk)
        running.result()
        with adviser.read() as unit:
            assert look_up(unit, "Youssef", widely=True).found == ()
        with desk.read() as unit:
            assert [one.id for one in look_up(unit, "Youssef").found] == [client.id]


def test_two_programs_amend_one_client_of_a_file(tmp_path: Path, clock: SetClock) -> None:
    folder = tmp_path / "data"
    first = create_file(folder, FIRST, WORKSTATION, clock, CHEAP)[0]
    second = sign_in(folder, FIRST.login, FIRST.password, WORKSTATION, clock)
    client = recorded(first, "Yusuf", born=date(1990, 1, 1))

    def change(desk: Desk, name: str) -> str:
        try:
            with desk.write() as unit:
                amended(name)(unit, client)
        except Refused as refused:
            return refused.code
        return name

    with ThreadPoolExecutor(2) as programs:
        told = list(programs.map(change, [first, second], ["Yousef", "Youssef"]))
    kept = next(one for one in told if one != "client_changed")
    assert sorted(told) == sorted([kept, "client_changed"])
    assert shown(first, client) == shown(second, client) == kept
    first.store.close()
    second.store.close()
