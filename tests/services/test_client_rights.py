"""Every service about clients, by each role and by people who were not named: no trace."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select

from app import report
from app.domain.client import Client, ClientName, NameKind, Relation, Relative, Why
from app.domain.errors import Refused
from app.domain.responsibility.values import Group
from app.domain.roles import Role, rights_of
from app.services import clients, lookup, staff
from app.services.lookup import Answer, look_up
from app.services.server import connect, create
from app.services.unit import Desk
from app.services.visits import new_id
from app.store.models import LogRow
from tests.clients import hidden, person, recorded
from tests.desks import FIRST, WORKSTATION, SetClock, colleague, file_desk
from tests.services.client_services import CALLS, FOR_ALL, OF_A_CLIENT, call, ready, services

PASSWORD = "invented word"
UNNAMED = (Role.ADVISER, Role.SUPERVISOR)
FREE_NUMBER = 1000009
ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ASKED = (
    *("Anna", "Anna Nyman", "Ana", "an", "Anna Nyman Popal", "Yusuf", "Youssef Heydari", "یوسف"),
    *("1990", "1.1.1990", "050 000 1234", "KA-77", "Anna 1990", "Haidari", "Hadari", "Nyman Anna"),
)
FACTS = {
    "born": date(1952, 10, 13),
    "municipality": "luoto",
    "phone": "050 765 4321",
    "email": "yusuf@haidari.example",
    "address": "Storgatan 17",
    "koto_aj": "KA-2026/77",
}
SECRETS = [
    *("yusuf", "haidari", "یوسف", "popal", "roya", "mina", "1952", "luoto", "765", "storgatan"),
    *("ka-2026", "131052", "308t", "trafficking"),
]


@pytest.fixture(params=["file", "server"])
def first(request: pytest.FixtureRequest, tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    """A new store on either engine; on the server the first person has a role of their own."""
    if request.param == "file":
        desk = file_desk(tmp_path / "data", clock)
    else:
        desk = create(request.getfixturevalue("server_url"), FIRST, WORKSTATION)
    yield desk
    desk.store.close()


@pytest.fixture
def enter(first: Desk, request: pytest.FixtureRequest) -> Iterator[Callable[[Role], Desk]]:
    """Let a new person of one role in; their desk, on the server with a role of their own."""
    opened: list[Desk] = []

    def new(role: Role) -> Desk:
        if first.store.is_file:
            return colleague(first, role, role)
        with first.write() as unit:
            staff.add(unit, role, role.title(), [role], PASSWORD)
        address = request.getfixturevalue("server_url")
        opened.append(connect(address, role, PASSWORD, WORKSTATION))
        return opened[-1]

    yield new
    for desk in opened:
        desk.store.close()


@contextmanager
def statements(desk: Desk) -> Iterator[list[tuple[str, Any]]]:
    """What is asked of the database inside the block, with its values."""
    heard: list[tuple[str, Any]] = []

    def hear(_connection: object, _cursor: object, said: str, values: Any, *_more: object) -> None:
        heard.append((said, values))

    event.listen(desk.store.engine, "before_cursor_execute", hear)
    yield heard
    event.remove(desk.store.engine, "before_cursor_execute", hear)


def texts(heard: list[tuple[str, Any]]) -> list[str]:
    return [said for said, _values in heard]


def nobody(desk: Desk) -> Client:
    """A client who does not exist."""
    return Client(new_id(), FREE_NUMBER, person("Nobody"), 0, desk.actor.staff_id, desk.clock())


def log(desk: Desk) -> list[str]:
    """What stands in the log, but for ids, which may have any digits in them."""
    with desk.read() as unit:
        rows = unit.session.scalars(select(LogRow).order_by(LogRow.number))
        return [ID.sub("", f"{row.action} {row.subject} {row.reason}") for row in rows]


def test_no_service_is_left_out() -> None:
    assert services().keys() - FOR_ALL == CALLS.keys()
    assert services().keys() >= FOR_ALL


def test_a_role_does_what_its_rights_say_and_no_more(
    first: Desk, enter: Callable[[Role], Desk]
) -> None:
    client = hidden(first, "Yusuf", "Haidari")
    for role in Role:
        other = enter(role)
        for name, (right, _arguments) in CALLS.items():
            if right not in rights_of([role]):
                for one in (client, nobody(first)):
                    act = ready(other, name, one, first)
                    with pytest.raises(Refused) as refused, statements(other) as heard:
                        act()
                    assert refused.value.code == "no_right", (role, name)
                    assert not any("client" in said for said in texts(heard))


@pytest.mark.parametrize("role", UNNAMED)
def test_a_protected_client_and_nobody_are_answered_alike(
    first: Desk, enter: Callable[[Role], Desk], role: Role
) -> None:
    client = hidden(first, "Yusuf", "Haidari")
    other = enter(role)
    for name in OF_A_CLIENT:
        told, paths = [], []
        for one in (client, nobody(first)):
            act = ready(other, name, one, first)
            with pytest.raises(Refused) as refused, statements(other) as heard:
                act()
            told.append((refused.value.code, refused.value.values))
            paths.append(texts(heard))
        assert told[0] == told[1], name
        assert paths[0] == paths[1], name
    assert call(other, "lookup.look_up", client, first).found == ()
    assert call(other, "protection.ending", client, first) == []


@pytest.mark.parametrize("role", UNNAMED)
def test_an_id_that_is_somebody_elses_tells_nothing(
    first: Desk, enter: Callable[[Role], Desk], role: Role
) -> None:
    client, known = hidden(first, "Yusuf", "Haidari"), recorded(first, "Roya", "Haidari")
    other = enter(role)
    for one in (client, known, nobody(first)):
        made = call(other, "clients.record", one, first)
        assert made.record.name == "Mina"
        assert made.id not in (client.id, known.id)
    with first.read() as unit:
        for one in (client, known):
            assert clients.open_record(unit, one.id, Why.VISIT).record.names == one.record.names


def test_ones_own_form_sent_again_after_an_order_tells_nothing(
    first: Desk, enter: Callable[[Role], Desk]
) -> None:
    other, own = enter(Role.ADVISER), new_id()
    with other.write() as unit:
        made = clients.record(unit, person("Yusuf"), own)
    assert made.id == own
    hide(first, made)
    with other.write() as unit:
        again = clients.record(unit, person("Yusuf"), own)
    assert again.record.name == "Yusuf"
    assert again.id != own


def hide(desk: Desk, client: Client) -> None:
    call(desk, "protection.name_person", client, desk)
    call(desk, "protection.protect", client, desk)


def answers(desk: Desk) -> list[tuple[Answer, list[tuple[str, Any]]]]:
    """What each lookup finds and how, while one types and when it has come to rest."""
    found = []
    for text in ASKED:
        for widely in (False, True):
            with desk.read() as unit, statements(desk) as heard:
                answer = look_up(unit, text, widely=widely)
            found.append((answer, heard))
    return found


def test_protected_clients_change_neither_answers_nor_their_order_nor_their_limits(
    first: Desk, enter: Callable[[Role], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookup, "MOST", 4)
    monkeypatch.setattr(lookup, "_CANDIDATES", 4)
    for given, family in (("Anna", "Nyman"), ("Anna", "Popal"), ("Ana", "Nyman"), ("An", "Haidri")):
        recorded(first, given, family, born=date(1990, 1, 2))
    desks = [enter(Role.CLERK), enter(Role.ADVISER)]
    before = [answers(desk) for desk in desks]
    made = [
        recorded(first, *name, born=date(1990, 1, 1), phone="050 000 1234", koto_aj="KA-77")
        for name in (("Anna", "Nyman"), ("Yusuf", "Haidari"), ("Anna", "Haidari")) * 4
    ]
    assert [answers(desk) for desk in desks] != before
    for client in made:
        hide(first, client)
    assert [answers(desk) for desk in desks] == before
    for client in made:
        call(first, "protection.lift", client, first)
    assert [answers(desk) for desk in desks] != before


def known_about(desk: Desk) -> Client:
    """A client of whom much is known, under an order."""
    sister = recorded(desk, "Roya", "Haidari")
    record = person(
        "Yusuf",
        "Haidari",
        groups=frozenset({Group.QUOTA_REFUGEE}),
        sensitive=frozenset({Group.TRAFFICKING_VICTIM}),
        relatives=(Relative(Relation.SIBLING, client=sister.id), Relative(Relation.CHILD, "Mina")),
        **FACTS,
    )
    names = (*record.names, ClientName("یوسف", "Popal", NameKind.FORMER))
    with desk.write() as unit:
        made = clients.record(unit, replace(record, names=names))
    hide(desk, made)
    with desk.read() as unit:
        return clients.open_record(unit, made.id, Why.VISIT)


def test_no_service_puts_a_fact_of_a_client_into_the_log(desk: Desk) -> None:
    client = known_about(desk)
    before = len(log(desk))
    for name in CALLS:
        with suppress(Refused):
            call(desk, name, client, desk)
    entries = log(desk)
    assert len(entries) > before + len(CALLS) // 2
    assert [one for one in entries if any(word in one.casefold() for word in SECRETS)] == []


def test_a_fault_of_any_service_is_reported_without_a_fact(desk: Desk) -> None:
    client = known_about(desk)

    def fail(_connection: object, _cursor: object, said: str, values: Any, *_more: object) -> None:
        raise ValueError(f"{said} {values} Yusuf Haidari Storgatan")

    @contextmanager
    def failing() -> Iterator[None]:
        event.listen(desk.store.engine, "before_cursor_execute", fail)
        try:
            yield
        finally:
            event.remove(desk.store.engine, "before_cursor_execute", fail)

    for name, (right, _arguments) in CALLS.items():
        if right not in rights_of(desk.actor.roles):
            continue
        try:
            ready(desk, name, client, desk, failing())()
        except ValueError as fault:
            text = report.text_of(fault).casefold()
            assert "valueerror" in text
            assert not any(word in text for word in SECRETS), name
