"""Clients are merged and taken apart on either engine; nothing is lost, nobody is betrayed."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, PrimaryKeyConstraint, UniqueConstraint, select

from app.domain.client import Client, ClientName, NameKind, Record, Relation, Relative, Why
from app.domain.errors import Refused
from app.domain.identity import Need
from app.domain.merging.fields import Field, Side
from app.domain.path.assessment import Assessment
from app.domain.path.plan import Plan
from app.domain.path.review import Review, ReviewReason
from app.domain.responsibility.values import Group
from app.domain.roles import Role
from app.services import clients, identity, links, merging, path, protection, visits
from app.services.lookup import look_up
from app.services.merging import Comparison, Merge
from app.services.server import connect, create
from app.services.staff import add
from app.services.unit import Changes, Desk
from app.services.visits import new_id
from app.store import counters
from app.store import links as store
from app.store.checking_clients import wrong_clients
from app.store.merging import FOLLOWED, OWN, moving, referring
from app.store.models import LogRow
from app.store.visits import find
from tests.clients import FAR, consent_of, hidden, linked_visit, person, recorded
from tests.desks import FIRST, WORKSTATION, SetClock, colleague, counting, file_desk, visit
from tests.merges.acts import CLIENTS, Act, acts, records
from tests.merges.sequence import assert_whole_after

CODE, OTHER_CODE = "131052-308T", "131052-309U"
BORN, DAY = date(1952, 10, 13), date(2026, 9, 1)
SEQUENCES = {"file": 200, "server": 20}
PASSWORD = "invented word"


@pytest.fixture
def two(desk: Desk) -> tuple[Client, Client]:
    """Two records of one person, one in another script."""
    kept = recorded(desk, "Yusuf", "Haidari", birth_year=1952, phone="050 000 1111")
    record = person("یوسف", "حیدری", born=BORN, groups=frozenset({Group.QUOTA_REFUGEE}))
    with desk.write() as unit:
        return kept, clients.record(unit, record)


@pytest.fixture
def supervisor(desk: Desk) -> Desk:
    """A desk of somebody who was not named."""
    return colleague(desk, "siv", Role.SUPERVISOR)


def compared(desk: Desk, kept: Client, other: Client) -> Comparison:
    with desk.read() as unit:
        return merging.compare(unit, kept.id, other.id)


def merge(desk: Desk, kept: Client, other: Client, **sides: Side) -> Merge:
    """Merge as it is proposed, but for `sides`."""
    seen = compared(desk, kept, other)
    choices = {**seen.proposed, **{Field(name): side for name, side in sides.items()}}
    revisions = (seen.kept.revision, seen.other.revision)
    with desk.write() as unit:
        return merging.merge(unit, seen.kept.id, seen.other.id, choices, revisions)


def take_apart(desk: Desk, done: Merge) -> None:
    with desk.write() as unit:
        merging.take_apart(unit, done.id)


def opened(desk: Desk, client_id: UUID) -> Client:
    with desk.read() as unit:
        return clients.open_record(unit, client_id, Why.VISIT)


def test_one_record_is_made_of_two(desk: Desk, two: tuple[Client, Client]) -> None:
    kept, other = two
    seen = compared(desk, kept, other)
    revisions = (seen.kept.revision, seen.other.revision)
    with desk.write() as unit:
        done = merging.merge(unit, kept.id, other.id, seen.proposed, revisions)
        assert Changes.CLIENTS in unit.changes
    assert (done.gone, done.number, done.name) == (other.id, other.number, "یوسف حیدری")
    one = opened(desk, kept.id)
    assert (one.record.born, one.record.phone) == (BORN, "050 000 1111")
    assert one.record.groups == {Group.QUOTA_REFUGEE}
    assert {name.whole for name in one.record.names} == {"Yusuf Haidari", "یوسف حیدری"}


def test_an_old_id_and_an_old_number_lead_to_the_record_that_was_kept(
    desk: Desk, two: tuple[Client, Client]
) -> None:
    kept, other = two
    merge(desk, kept, other)
    assert opened(desk, other.id).id == kept.id
    with desk.read() as unit:
        assert clients.open_number(unit, other.number).id == kept.id
        for text in (str(other.number), "یوسف", "Yusuf"):
            assert [one.id for one in look_up(unit, text).found] == [kept.id], text
    one = opened(desk, kept.id)
    with desk.write() as unit:
        clients.amend(unit, kept.id, one.record, one.revision)
    with desk.read() as unit:
        assert [one.id for one in look_up(unit, str(other.number)).found] == [kept.id]


def test_a_form_of_the_record_that_went_overwrites_nothing(
    desk: Desk, two: tuple[Client, Client]
) -> None:
    kept, other = two
    merge(desk, kept, other)
    for revision in (0, 1):
        with pytest.raises(Refused, match="client_changed"), desk.write() as unit:
            clients.amend(unit, other.id, other.record, revision)


def test_a_merge_is_undone_whole_and_what_came_later_stays(
    desk: Desk, two: tuple[Client, Client]
) -> None:
    kept, other = two
    done = merge(desk, kept, other, name=Side.OTHER)
    one = opened(desk, kept.id)
    with desk.write() as unit:
        later = person("Nobody", phone="050 000 3333", address="Storgatan 17").phone
        record = Record(one.record.names, one.record.born, one.record.birth_year, phone=later)
        clients.amend(unit, kept.id, record, one.revision)
    with desk.write() as unit:
        assert merging.take_apart(unit, done.id) == (kept.id, other.id)
    before, after = kept.record, opened(desk, kept.id).record
    assert (after.names, after.birth_year, after.born) == (before.names, 1952, None)
    assert after.phone == "050 000 3333"
    assert opened(desk, other.id) == other
    with desk.read() as unit:
        assert [found.id for found in look_up(unit, str(other.number)).found] == [other.id]
        assert merging.merges(unit, kept.id) == []


def test_of_two_merges_the_newer_is_taken_apart_first(desk: Desk) -> None:
    first, second, third = (recorded(desk, name) for name in ("Mina", "Mena", "Meena"))
    older = merge(desk, second, third)
    newer = merge(desk, first, second)
    assert opened(desk, third.id).id == first.id
    with desk.read() as unit:
        assert [one.id for one in merging.merges(unit, first.id)] == [newer.id]
    with pytest.raises(Refused, match="merge_newer_first"):
        take_apart(desk, older)
    take_apart(desk, newer)
    assert opened(desk, third.id).id == second.id
    with desk.read() as unit:
        assert look_up(unit, str(third.number)).found[0].id == second.id
    take_apart(desk, older)
    assert [opened(desk, one.id) for one in (first, third)][1] == third
    with pytest.raises(Refused, match="merge_unknown"):
        take_apart(desk, older)


def test_of_two_merges_into_one_client_the_newer_is_taken_apart_first(desk: Desk) -> None:
    kept, one, other = (recorded(desk, name) for name in ("Mina", "Mena", "Meena"))
    older, newer = merge(desk, kept, one), merge(desk, kept, other)
    with desk.read() as unit:
        shown = merging.merges(unit, kept.id)
    assert [(each.id, each.is_newest) for each in shown] == [(newer.id, True), (older.id, False)]
    with pytest.raises(Refused, match="merge_newer_first"):
        take_apart(desk, older)


def test_relatives_of_both_stay_and_a_relative_is_who_was_kept(desk: Desk) -> None:
    kept, other = (
        recorded(desk, name, relatives=(Relative(Relation.CHILD, name),))
        for name in ("Mina", "Mena")
    )
    brother = recorded(desk, "Ali", relatives=(Relative(Relation.SIBLING, client=other.id),))
    done = merge(desk, kept, other)
    names = [one.name for one in opened(desk, kept.id).record.relatives]
    assert sorted(names) == ["Mena", "Mina"]
    assert opened(desk, brother.id).record.relatives == (
        Relative(Relation.SIBLING, client=kept.id),
    )
    one = opened(desk, kept.id)
    with desk.write() as unit:
        clients.amend(unit, kept.id, one.record, one.revision)
    take_apart(desk, done)
    assert [each.name for each in opened(desk, kept.id).record.relatives] == ["Mina"]
    assert [each.name for each in opened(desk, other.id).record.relatives] == ["Mena"]
    assert opened(desk, brother.id).record.relatives == brother.record.relatives


def test_nobody_is_their_own_relative(desk: Desk) -> None:
    other = recorded(desk, "Mena")
    kept = recorded(desk, "Mina", relatives=(Relative(Relation.SIBLING, client=other.id),))
    done = merge(desk, kept, other)
    assert opened(desk, kept.id).record.relatives == ()
    take_apart(desk, done)
    assert opened(desk, kept.id).record.relatives == kept.record.relatives


def test_an_identity_code_is_chosen_and_comes_back(desk: Desk, two: tuple[Client, Client]) -> None:
    kept, other = two
    with desk.write() as unit:
        identity.keep(unit, kept.id, CODE, Need.PLAN)
        identity.keep(unit, other.id, OTHER_CODE, Need.ASSESSMENT)
    assert compared(desk, kept, other).needs == (Need.PLAN, Need.ASSESSMENT)
    done = merge(desk, kept, other, identity=Side.OTHER)
    with desk.read() as unit:
        assert identity.show(unit, kept.id, Why.PLAN) == OTHER_CODE
    take_apart(desk, done)
    with desk.read() as unit:
        assert identity.show(unit, kept.id, Why.PLAN) == CODE
        assert identity.show(unit, other.id, Why.PLAN) == OTHER_CODE


def test_the_only_identity_code_is_proposed(desk: Desk, two: tuple[Client, Client]) -> None:
    kept, other = two
    with desk.write() as unit:
        identity.keep(unit, other.id, CODE, Need.PLAN)
    assert compared(desk, kept, other).proposed[Field.IDENTITY] is Side.OTHER


def test_a_record_that_was_changed_meanwhile_is_not_merged(
    desk: Desk, two: tuple[Client, Client]
) -> None:
    kept, other = two
    seen = compared(desk, kept, other)
    with desk.write() as unit:
        clients.amend(unit, other.id, other.record, other.revision)
    revisions = (seen.kept.revision, seen.other.revision)
    with pytest.raises(Refused, match="client_changed"), desk.write() as unit:
        merging.merge(unit, kept.id, other.id, seen.proposed, revisions)
    assert opened(desk, other.id).id == other.id


def test_a_client_is_not_merged_with_itself(desk: Desk, two: tuple[Client, Client]) -> None:
    kept, other = two
    with pytest.raises(Refused, match="merge_with_itself"):
        compared(desk, kept, kept)
    merge(desk, kept, other)
    with pytest.raises(Refused, match="merge_with_itself"):
        compared(desk, kept, other)


def test_more_names_than_a_record_has_room_for_are_refused_and_nothing_is_changed(
    desk: Desk,
) -> None:
    made = []
    for family in ("Nyman", "Popal"):
        others = tuple(
            ClientName("Mina", f"{family}{number}", NameKind.FORMER) for number in range(8)
        )
        with desk.write() as unit:
            made.append(clients.record(unit, Record((ClientName("Mina", family), *others))))
    with pytest.raises(Refused, match="names_too_many"):
        merge(desk, *made)
    assert [opened(desk, one.id) for one in made] == made


def test_merging_is_for_supervisors(desk: Desk, two: tuple[Client, Client]) -> None:
    for role in (Role.CLERK, Role.ADVISER, Role.ADMINISTRATOR, Role.AUDITOR):
        with pytest.raises(Refused, match="no_right"):
            merge(colleague(desk, role, role), *two)


def test_each_look_and_each_merge_is_logged(desk: Desk, two: tuple[Client, Client]) -> None:
    kept, other = two
    take_apart(desk, merge(desk, kept, other))
    with desk.read() as unit:
        rows = unit.session.scalars(select(LogRow).order_by(LogRow.number))
        entries = [(row.action, row.subject, row.reason) for row in rows][-6:]
    both = (str(kept.id), str(other.id))
    assert entries == [
        *(("client.open", one, "correction") for one in both),
        *(("client.merge", one, "") for one in both),
        *(("client.apart", one, "") for one in both),
    ]


def test_one_who_is_protected_makes_the_whole_protected(
    desk: Desk, supervisor: Desk, two: tuple[Client, Client]
) -> None:
    kept, other = two
    with desk.write() as unit:
        protection.name_person(unit, unit.actor.staff_id)
        protection.protect(unit, other.id, FAR)
    for pair in ((kept, other), (other, kept)):
        with pytest.raises(Refused, match="client_unknown"):
            merge(supervisor, *pair)
    done = merge(desk, kept, other)
    assert opened(desk, kept.id).protected_until == FAR
    with supervisor.read() as unit:
        assert look_up(unit, "Yusuf Haidari").found == ()
        for one in (kept, other):
            with pytest.raises(Refused, match="client_unknown"):
                clients.open_record(unit, one.id, Why.VISIT)
            with pytest.raises(Refused, match="client_unknown"):
                clients.open_number(unit, one.number, Why.VISIT)
            with pytest.raises(Refused, match="client_unknown"):
                merging.merges(unit, one.id)
        with pytest.raises(Refused, match="merge_unknown"):
            merging.take_apart(unit, done.id)
    take_apart(desk, done)
    assert opened(desk, kept.id).protected_until is None
    assert opened(desk, other.id).protected_until == FAR
    with supervisor.read() as unit:
        assert [one.id for one in look_up(unit, "Yusuf Haidari").found] == [kept.id]


def test_of_a_protected_person_neither_municipality_nor_address_is_chosen(desk: Desk) -> None:
    kept = recorded(desk, "Mina", municipality="luoto", address="Storgatan 1")
    other = hidden(desk, "Mena", municipality="kruunupyy", address="Storgatan 17")
    seen = compared(desk, kept, other)
    assert seen.sealed == {Field.MUNICIPALITY, Field.ADDRESS}
    assert seen.other.record.address == seen.kept.record.address == ""
    merge(desk, kept, other, municipality=Side.KEPT, address=Side.KEPT)
    with desk.write() as unit:
        protection.lift(unit, kept.id)
    record = opened(desk, kept.id).record
    assert (record.municipality, record.address) == ("kruunupyy", "Storgatan 17")


def test_an_order_that_was_set_since_holds_for_both(desk: Desk, two: tuple[Client, Client]) -> None:
    kept, other = two
    done = merge(desk, kept, other)
    with desk.write() as unit:
        protection.name_person(unit, unit.actor.staff_id)
        protection.protect(unit, kept.id, FAR)
    assert merges_ending(desk) == [kept.id]
    take_apart(desk, done)
    assert merges_ending(desk) == sorted([kept.id, other.id])


def merges_ending(desk: Desk) -> list[UUID]:
    with desk.read() as unit:
        return protection.ending(unit, FAR + timedelta(days=1))


def test_a_hidden_relative_goes_along_unseen(desk: Desk, supervisor: Desk) -> None:
    kept, sister = recorded(desk, "Mina"), hidden(desk, "Roya")
    of_sister = (Relative(Relation.SIBLING, client=sister.id),)
    other = recorded(desk, "Mena", relatives=of_sister)
    done = merge(supervisor, kept, other)
    assert opened(supervisor, kept.id).record.relatives == ()
    assert opened(desk, kept.id).record.relatives == of_sister
    take_apart(supervisor, done)
    assert opened(desk, kept.id).record.relatives == ()
    assert opened(desk, other.id).record.relatives == of_sister


def test_visits_go_along_and_come_back_and_later_ones_stay(
    desk: Desk, two: tuple[Client, Client]
) -> None:
    kept, other = two
    first, second = linked_visit(desk, kept), linked_visit(desk, other)
    done = merge(desk, kept, other)
    later = linked_visit(desk, kept)
    assert visits_of(desk, kept) == {first, second, later}
    take_apart(desk, done)
    assert (visits_of(desk, kept), visits_of(desk, other)) == ({first, later}, {second})


def test_what_rests_on_what_goes_back_goes_with_it(desk: Desk, two: tuple[Client, Client]) -> None:
    kept, other = two
    consent = consent_of(desk, other)
    done = merge(desk, kept, other)
    with desk.write() as unit:
        made = visits.record(unit, visit())
        linked = links.link(unit, made.id, kept.id)
    assert linked.link.consent == consent
    take_apart(desk, done)
    assert (visits_of(desk, kept), visits_of(desk, other)) == (set(), {made.id})


def test_the_visits_of_a_merged_protected_person_have_no_municipality(desk: Desk) -> None:
    kept, other = recorded(desk, "Mina"), hidden(desk, "Mena")
    seen = linked_visit(desk, kept, municipality="luoto")
    done = merge(desk, kept, other)
    assert municipality_of(desk, seen) is None
    take_apart(desk, done)
    assert municipality_of(desk, seen) == "luoto"
    with desk.read() as unit:
        stored, recounted = counters.stored(unit.connection), counting(unit.connection)
        assert stored.day == counters.counted(recounted).day


def test_the_path_goes_along_and_a_later_review_goes_back_with_its_plan(
    desk: Desk, two: tuple[Client, Client]
) -> None:
    kept, other = two
    with desk.write() as unit:
        path.record(unit, other.id, Assessment(interview_on=DAY, completed_on=DAY))
        plan = path.record(unit, other.id, Plan(DAY, DAY, date(2027, 2, 1)))
    done = merge(desk, kept, other)
    with desk.write() as unit:
        path.record(unit, kept.id, Review(plan.id, DAY, ReviewReason.INTERVAL))
        path.record(unit, kept.id, Assessment(interview_on=DAY, completed_on=DAY))
    assert steps_of(desk, kept) == ["Assessment", "Assessment", "Plan", "Review"]
    take_apart(desk, done)
    assert steps_of(desk, kept) == ["Assessment"]
    assert steps_of(desk, other) == ["Assessment", "Plan", "Review"]


def steps_of(desk: Desk, client: Client) -> list[str]:
    with desk.read() as unit:
        kept = path.of_client(unit, client.id).kept
    return sorted(type(one.step).__name__ for one in kept)


def visits_of(desk: Desk, client: Client) -> set[UUID | None]:
    with desk.read() as unit:
        found = store.links(unit.connection, store.LINK.c.client_id == client.id)
    return {link.visit for link in found}


def municipality_of(desk: Desk, visit_id: UUID) -> str | None:
    with desk.read() as unit:
        found = find(unit.connection, visit_id)
    assert found is not None
    return found.facts.municipality


def is_plain(column: Column[object]) -> bool:
    """Whether two clients' rows can belong to one of them: the column is in no key of its table."""
    keys = (PrimaryKeyConstraint, UniqueConstraint)
    constraints = [one for one in column.table.constraints if isinstance(one, keys)]
    unique = [index for index in column.table.indexes if index.unique]
    return not any(column in one.columns.values() for one in (*constraints, *unique))


def test_everything_that_refers_to_a_client_is_handled() -> None:
    names = {str(column) for column in referring()}
    assert names >= OWN | FOLLOWED
    for column in moving():
        assert is_plain(column), f"{column} needs a rule of its own in app/store/merging.py"


@pytest.mark.parametrize("engine", SEQUENCES)
def test_random_merges_are_undone_whole(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path, clock: SetClock
) -> None:
    desk = (
        file_desk(tmp_path / "data", clock)
        if engine == "file"
        else create(request.getfixturevalue("server_url"), FIRST, WORKSTATION)
    )
    with desk.write() as unit:
        protection.name_person(unit, unit.actor.staff_id)

    @settings(max_examples=SEQUENCES[engine], suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(records(), min_size=CLIENTS, max_size=CLIENTS), acts())
    def whole(some: list[Record], what: list[Act]) -> None:
        assert_whole_after(desk, some, what)

    whole()
    with desk.read() as unit:
        assert wrong_clients(unit.connection, lambda done, of: None) == 0
    desk.store.close()


def test_a_check_finds_merged_records_in_order(desk: Desk, two: tuple[Client, Client]) -> None:
    merge(desk, *two)
    with desk.read() as unit:
        assert wrong_clients(unit.connection, lambda done, of: None) == 0


@pytest.fixture
def first(server_url: str) -> Iterator[Desk]:
    """A new database on the server with its first person, signed in by their own role."""
    desk = create(server_url, FIRST, WORKSTATION)
    yield desk
    desk.store.close()


def test_on_a_server_a_supervisor_merges_by_their_own_role(first: Desk, server_url: str) -> None:
    with first.write() as unit:
        add(unit, "siv", "Siv", [Role.SUPERVISOR], PASSWORD)
        add(unit, "otso", "Otso", [Role.ADVISER], PASSWORD)
    siv, otso = (connect(server_url, login, PASSWORD, WORKSTATION) for login in ("siv", "otso"))
    kept, other = (recorded(otso, name) for name in ("Mina", "Mena"))
    done = merge(siv, kept, other)
    assert opened(otso, other.id).id == kept.id
    statement = f"update client set merged_into = null where id = '{other.id}'"
    with pytest.raises(Refused, match="no_right_on_server"), otso.store.write() as session:
        session.connection().exec_driver_sql(statement)
    with pytest.raises(Refused, match="no_right_on_server"), otso.store.read() as session:
        session.connection().exec_driver_sql("select * from client_merge")
    take_apart(siv, done)
    assert opened(otso, other.id).id == other.id
    for desk in (siv, otso):
        desk.store.close()


def test_what_is_unknown_cannot_be_taken_apart(desk: Desk) -> None:
    with pytest.raises(Refused, match="merge_unknown"), desk.write() as unit:
        merging.take_apart(unit, new_id())
