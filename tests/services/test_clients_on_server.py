"""On a server the server itself keeps clients from whom it must, whatever asks it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import text

from app.domain.client import Client, Relation, Relative
from app.domain.identity import Need
from app.domain.path.assessment import Assessment
from app.domain.roles import Role
from app.services import (
    clients,
    history,
    identity,
    links,
    path,
    protection,
    visits,
    withdrawal,
)
from app.services.lookup import look_up
from app.services.unit import Desk
from app.services.visits import new_id
from tests.clients import AGREED, linked_visit, person, recorded
from tests.desks import visit
from tests.services.on_server import Enter, refuses


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
        identity.keep(unit, client.id, "131052-308T", Need.PLAN)
    with adviser.read() as unit:
        assert clients.open_record(unit, client.id) == after
    assert refuses(adviser, "delete from client")
    mistaken = recorded(adviser, "Roya")
    theirs = recorded(enter("siv", Role.SUPERVISOR), "Mina")
    assert refuses(adviser, f"delete from client where id = '{theirs.id}'")
    with adviser.write() as unit:
        clients.take_back(unit, mistaken.id)
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


def town(desk: Desk, visit_id: UUID) -> str | None:
    with desk.read() as unit:
        query = text(f"select municipality from visit where id = '{visit_id}'")
        found: str | None = unit.session.scalar(query)
    return found


def test_a_clerk_links_own_visits_and_an_adviser_withdraws_and_protects(
    first: Desk, enter: Enter
) -> None:
    clerk, adviser = enter("klara", Role.CLERK), enter("otso", Role.ADVISER)
    client = recorded(adviser, "Yusuf", "Haidari")
    with clerk.write() as unit:
        made, linked = links.record(unit, visit(municipality="luoto"), client.id, AGREED)
        theirs = visits.record(unit, visit(municipality="luoto")).id
        links.link(unit, theirs, client.id)
    assert linked.agreed is not None
    with adviser.write() as unit:
        withdrawn = withdrawal.withdraw(unit, linked.agreed)
        assert history.visits_of(unit, client.id) == []
        withdrawal.restore(unit, withdrawn)
        assert len(history.visits_of(unit, client.id)) == 2
    with first.write() as unit:
        protection.name_person(unit, adviser.actor.staff_id)
    with adviser.write() as unit:
        protection.protect(unit, client.id, None)
    assert [town(first, one) for one in (made.id, theirs)] == [None, None]
    with clerk.write() as unit:
        assert links.of_visit(unit, made.id) is None
        changed = replace(made.facts, municipality="kruunupyy")
        assert visits.amend(unit, made.id, changed).facts.municipality is None
        assert links.unlink(unit, made.id) is None
    with adviser.write() as unit:
        protection.lift(unit, client.id)
    assert [town(first, one) for one in (made.id, theirs)] == ["luoto", "luoto"]
    with clerk.write() as unit:
        assert links.unlink(unit, made.id) is not None


def test_the_server_keeps_links_of_protected_clients_from_who_was_not_named(
    first: Desk, enter: Enter
) -> None:
    client = recorded(first, "Yusuf", "Haidari")
    visit_id = linked_visit(first, client, municipality="luoto")
    hide(first, client)
    with first.read() as unit:
        link = links.of_visit(unit, visit_id)
    assert link is not None
    for desk in (enter("klara", Role.CLERK), enter("otso", Role.ADVISER)):
        with desk.read() as unit:
            for table in ("client_link", "client_consent"):
                assert unit.session.scalar(text(f"select count(*) from {table}")) == 0
        with desk.store.write() as session:
            session.execute(text("delete from visit_hidden"))
            session.execute(text("update client_link set municipality = null"))
            session.execute(text("update amendment set before = '{}'"))
        assert refuses(desk, f"insert into visit_hidden values ('{visit_id}')")
        assert refuses(
            desk,
            "insert into client_link (id, client_id, visit_id, task, linked_by, linked_at) "
            f"values ('{new_id()}', '{client.id}', '{visit_id}', 'plan', "
            f"'{desk.actor.staff_id}', now())",
        )
    clerk = enter("kaino", Role.CLERK)
    shown = recorded(first, "Roya")
    assert refuses(
        clerk,
        "insert into client_link (id, client_id, visit_id, task, linked_by, linked_at) "
        f"values ('{new_id()}', '{shown.id}', '{visit_id}', 'plan', "
        f"'{clerk.actor.staff_id}', now())",
    )
    assert refuses(clerk, "update client_consent set withdrawn_on = 20261124")
    with first.write() as unit:
        protection.lift(unit, client.id)
    assert town(first, visit_id) == "luoto"
