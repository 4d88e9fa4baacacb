"""On a server the server itself keeps clients from whom it must, whatever asks it."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import text

from app.domain.client import Client, Relation, Relative
from app.domain.errors import Refused
from app.domain.path.assessment import Assessment
from app.domain.roles import Role
from app.services import clients, identity, path, protection, staff
from app.services.lookup import look_up
from app.services.server import connect, create
from app.services.unit import Desk
from tests.clients import person, recorded
from tests.desks import FIRST, WORKSTATION

PASSWORD = "invented word"
Enter = Callable[..., Desk]


@pytest.fixture
def first(server_url: str) -> Iterator[Desk]:
    """A new database on the server with its first person, signed in by their own role."""
    desk = create(server_url, FIRST, WORKSTATION)
    yield desk
    desk.store.close()


@pytest.fixture
def enter(first: Desk, server_url: str) -> Iterator[Enter]:
    """Let a new person of the given roles in; their desk."""
    desks: list[Desk] = []

    def new(login: str, *roles: Role) -> Desk:
        with first.write() as unit:
            staff.add(unit, login, login.title(), roles, PASSWORD)
        desks.append(connect(server_url, login, PASSWORD, WORKSTATION))
        return desks[-1]

    yield new
    for desk in desks:
        desk.store.close()


def refuses(desk: Desk, statement: str) -> bool:
    """Whether the server refuses a statement to this person."""
    with pytest.raises(Refused, match="no_right_on_server"), desk.store.write() as session:
        session.execute(text(statement))
    return True


def hide(desk: Desk, client: Client) -> None:
    with desk.write() as unit:
        protection.name_person(unit, desk.actor.staff_id)
        protection.protect(unit, client.id, None)


def test_the_server_hides_protected_clients_from_who_was_not_named(
    first: Desk, enter: Enter
) -> None:
    sister = recorded(first, "Roya", "Haidari", koto_aj="KA-1")
    client = recorded(
        first, "Yusuf", "Haidari", relatives=(Relative(Relation.SIBLING, client=sister.id),)
    )
    with first.write() as unit:
        path.record(unit, sister.id, Assessment(elsewhere=True, date_unknown=True))
    hide(first, sister)
    adviser = enter("otso", Role.ADVISER)
    with adviser.read() as unit:
        assert [one.id for one in look_up(unit, "Haidari").found] == [client.id]
        assert clients.open_record(unit, client.id).record.relatives == ()
        for table, column in (
            ("client", "id"),
            ("client_name", "client_id"),
            ("client_relative", "other"),
            ("assessment", "client_id"),
        ):
            query = text(f"select count(*) from {table} where {column} = '{sister.id}'")
            assert unit.session.scalar(query) == 0
        keys = text(f"select count(*) from client_key where number = {sister.number}")
        assert unit.session.scalar(keys) == 0
    with first.write() as unit:
        protection.name_person(unit, adviser.actor.staff_id)
    with adviser.read() as unit:
        assert len(look_up(unit, "Haidari").found) == 2
        assert len(clients.open_record(unit, client.id).record.relatives) == 1


def test_an_adviser_records_and_amends_clients(enter: Enter) -> None:
    adviser = enter("otso", Role.ADVISER)
    client = recorded(adviser, "Yusuf", "Haidari", born=date(1952, 10, 13))
    with adviser.write() as unit:
        after = clients.amend(unit, client.id, person("Yousef"), client.revision)
        identity.keep(unit, client.id, "131052-308T", identity.Need.PLAN)
    with adviser.read() as unit:
        assert clients.open_record(unit, client.id) == after
    assert refuses(adviser, "delete from client")
    assert refuses(adviser, f"insert into protected_reader values ('{client.id}', '{client.id}')")


def test_a_clerk_finds_a_name_and_reads_no_record(first: Desk, enter: Enter) -> None:
    client = recorded(first, "Yusuf", "Haidari")
    clerk = enter("klara", Role.CLERK)
    with clerk.read() as unit:
        assert [one.id for one in look_up(unit, "Youssef").found] == [client.id]
    for table in ("client_identity", "client_group", "client_sensitive", "client_relative"):
        assert refuses(clerk, f"select * from {table}")
    for statement in ("select phone from client", "update client_name set given = ''"):
        assert refuses(clerk, statement)


def test_a_supervisor_names_people_in_their_own_name(first: Desk, enter: Enter) -> None:
    supervisor, adviser = enter("siv", Role.SUPERVISOR), enter("otso", Role.ADVISER)
    mine, theirs = supervisor.actor.staff_id, adviser.actor.staff_id
    with supervisor.write() as unit:
        protection.name_person(unit, theirs)
        assert [one.id for one in protection.named(unit)] == [theirs]
        protection.unname_person(unit, theirs)
    naming = "insert into protected_reader values ('{}', '{}', now())"
    assert refuses(supervisor, naming.format(theirs, theirs))
    assert refuses(adviser, naming.format(theirs, theirs))
    assert refuses(enter("kaisa", Role.ADMINISTRATOR), naming.format(mine, mine))
