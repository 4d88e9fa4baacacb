"""An auditor reads the log; it names no client, and who is hidden is found by the id alone."""

from datetime import date

import pytest

from app.domain.client import Why
from app.domain.errors import Refused
from app.domain.roles import Role
from app.services import clients, visits
from app.services.log import Logged, Wish, client_subject, entries
from app.services.unit import Desk
from tests.clients import hidden, recorded
from tests.desks import FIRST, SetClock, colleague, visit
from tests.services.on_server import Enter, refuses

TODAY = date(2026, 11, 24)


@pytest.fixture
def auditor(desk: Desk) -> Desk:
    return colleague(desk, "anna", Role.AUDITOR)


def read(desk: Desk, **wish: object) -> list[Logged]:
    with desk.read() as unit:
        return list(entries(unit, Wish(**wish)))  # type: ignore[arg-type]


def actions(desk: Desk, **wish: object) -> list[str]:
    return [one.action for one in read(desk, **wish)]


def test_who_did_what_when_on_which_record_and_why(desk: Desk, auditor: Desk) -> None:
    client = recorded(desk, "Yusuf", "Haidari")
    with desk.read() as unit:
        clients.open_record(unit, client.id, Why.REVIEW)
    made, looked = read(auditor, subject=str(client.id))
    assert (made.action, made.reason) == ("client.record", "")
    assert (looked.action, looked.reason) == ("client.open", "review")
    assert looked.number == made.number + 1
    assert (looked.login, looked.name, looked.at) == (FIRST.login, FIRST.name, desk.clock())


def test_entries_of_days_people_and_actions(desk: Desk, clock: SetClock, auditor: Desk) -> None:
    with desk.write() as unit:
        visits.record(unit, visit())
    clock.forward(days=1)
    other = colleague(desk, "otso", Role.ADVISER)
    recorded(other, "Yusuf")
    tomorrow = date(2026, 11, 25)
    assert actions(auditor, login="otso") == ["client.record"]
    assert actions(auditor, first=tomorrow) == ["staff.add", "client.record", "log.read"]
    assert "visit.record" in actions(auditor, first=TODAY, last=TODAY)
    assert actions(auditor, last=date(2026, 11, 23)) == []
    assert set(actions(auditor, actions=("visit", "client.record"))) == {
        "visit.record",
        "client.record",
    }
    assert actions(auditor, actions=("client.rec",)) == []
    numbers = [one.number for one in read(auditor)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_that_the_log_was_read_is_on_record(auditor: Desk) -> None:
    read(auditor, subject="x")
    last = read(auditor)[-1]
    assert (last.action, last.subject, last.login) == ("log.read", "x", "anna")


def test_what_cannot_be_asked(auditor: Desk) -> None:
    with pytest.raises(Refused, match="person_unknown"):
        read(auditor, login="nobody")
    with pytest.raises(Refused, match="period_backwards"):
        read(auditor, first=TODAY, last=date(2026, 11, 23))


@pytest.mark.parametrize("role", set(Role) - {Role.AUDITOR})
def test_nobody_else_reads_it(desk: Desk, role: Role) -> None:
    other = colleague(desk, "otso", role)
    with pytest.raises(Refused, match="no_right"):
        read(other)
    with pytest.raises(Refused, match="no_right"):
        subject_of(other, 1000009)


def subject_of(desk: Desk, number: int) -> str:
    with desk.read() as unit:
        return client_subject(unit, number)


def is_unknown(desk: Desk, number: int) -> bool:
    with pytest.raises(Refused) as refused:
        subject_of(desk, number)
    return refused.value.code == "client_unknown"


def hides_by_number(first: Desk, auditor: Desk) -> None:
    client, secret = recorded(first, "Yusuf"), hidden(first, "Roya")
    assert subject_of(auditor, client.number) == str(client.id)
    assert is_unknown(auditor, secret.number)
    assert is_unknown(auditor, 1000009)
    assert "client.protect" in actions(auditor, subject=str(secret.id))


def test_a_client_is_asked_for_by_number_a_hidden_one_is_not_there(
    desk: Desk, auditor: Desk
) -> None:
    hides_by_number(desk, auditor)


def test_so_it_is_where_the_server_holds_the_rights(first: Desk, enter: Enter) -> None:
    auditor = enter("anna", Role.AUDITOR)
    hides_by_number(first, auditor)
    assert refuses(auditor, "select phone from client")
    assert refuses(auditor, "select * from client_name")
