"""A shared server: each signs in with a role of their own, and the server itself holds it."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from threading import Barrier, Thread
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.engine import make_url

from app.cli.main import main
from app.domain.errors import Refused
from app.domain.handover import Came
from app.domain.periods import Period
from app.domain.presets import Preset
from app.domain.referral import Outcome, State, Why
from app.domain.referral_figures import ReferralQuestion
from app.domain.responsibility.values import Reading
from app.domain.roles import FIRST_PERSON, Role
from app.domain.saved_report import SavedReport
from app.domain.visit import Facts, FirstVisit, Interpreter
from app.services import (
    directory,
    drafts,
    phrases,
    places,
    publishing,
    referral_figures,
    referrals,
    responsible,
    staff,
    tally,
    visits,
)
from app.services.checking import check
from app.services.drafts import Draft
from app.services.handover import hand_over, take_in
from app.services.saved_reports import forget_report, save_report, saved_reports
from app.services.server import (
    bring_up_to_date,
    change_password,
    check_own_password,
    connect,
    create,
)
from app.services.sign_in import FirstPerson
from app.services.slips import SlipWish, print_slip
from app.services.tally import Cells
from app.services.threshold import set_threshold, threshold
from app.services.today import today
from app.services.unit import Desk, Unit
from app.store import counters, log_chain
from app.store.models import LogRow
from app.store.opening import open_server
from app.store.roles import GRANTS, group_name, role_name
from tests.desks import CHEAP, FIRST, WORKSTATION, SetClock, counting, file_desk, visit
from tests.engines import Server
from tests.services.kept_services import change_service
from tests.services.on_server import PASSWORD, Enter, refuses


def database(address: str) -> str:
    return str(make_url(address).database)


def run(address: str, *statements: str) -> None:
    """Run statements as who owns the server."""
    engine = open_server(make_url(address)).engine
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.commit()
    engine.dispose()


def change(desk: Desk, login: str, *roles: Role, active: bool = True) -> None:
    with desk.write() as unit:
        person = next(one for one in staff.everyone(unit) if one.login == login)
        staff.change(unit, person.id, person.name, roles or person.roles, active=active)


# Making the database


def make_older(address: str) -> None:
    """The tables as the program before this one made them."""
    run(
        address,
        "drop table client_merge, different_person",
        "drop table open_plan, review, extension, leave, agreed, notice, plan",
        "drop table assessment, orientation, training",
        "drop table visit_hidden, client_link, client_consent cascade",
        "drop table client_name, client_key, client_group, client_sensitive, client_relative",
        "drop table client_identity, client, protected_reader cascade",
        "drop table published_counter",
        "drop table published_month",
        "drop table referral, slip, slip_counter",
        "drop table organisation_change, service_change, service_day, service_hours, service",
        "drop table service_place, organisation",
        "drop policy keep_setting on setting",
        "update alembic_version set version_num = '0001'",
    )


@pytest.mark.usefixtures("first")
def test_an_older_database_is_brought_up_to_date_by_its_owner(
    enter: Enter, server_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    adviser = enter("oskar", Role.ADVISER)
    make_older(server_url)
    with pytest.raises(Refused, match="schema_older_here"):
        connect(server_url, "oskar", PASSWORD, WORKSTATION)
    assert main(["upgrade", "--database", server_url, "--language", "en"]) == 0
    assert "is up to date" in capsys.readouterr().out
    assert main(["upgrade", "--database", server_url, "--language", "en"]) == 0
    assert "already" in capsys.readouterr().out
    with adviser.write() as unit:
        visits.record(unit, visit())
        publishing.hand_out(unit, Period(date(2026, 1, 1), date(2026, 12, 31)))
        assert len(directory.services(unit)) == 82
    with enter("leena", Role.SUPERVISOR).write() as unit:
        set_threshold(unit, 3)


def test_a_supervisor_alone_keeps_the_directory(enter: Enter) -> None:
    clerk, supervisor = enter("oskar", Role.CLERK), enter("aino", Role.SUPERVISOR)
    with supervisor.write() as unit:
        change_service(unit, "sug-dvv", enabled=True)
    with clerk.read() as unit:
        assert directory.service(unit, "sug-dvv").enabled
    for table in ("organisation", "service_place", "service"):
        assert refuses(clerk, f"update {table} set id = id")
        assert refuses(supervisor, f"delete from {table}")
    for statement in ("delete from service_hours", "delete from service_day"):
        assert refuses(clerk, statement)
    for statement in (
        *("update service_change set at = at", "delete from service_change"),
        *("update organisation_change set at = at", "delete from organisation_change"),
    ):
        assert refuses(supervisor, statement)


def test_a_database_without_tables_is_not_brought_up_to_date(server_url: str) -> None:
    with pytest.raises(Refused, match="database_empty"):
        bring_up_to_date(server_url)


def test_the_first_person_sits_there_by_their_own_role(first: Desk, server_url: str) -> None:
    assert (first.actor.login, first.actor.roles) == (FIRST.login, FIRST_PERSON)
    with first.read() as unit:
        here = unit.session.scalar(text("select current_user"))
        assert here == role_name(FIRST.login, database(server_url))
        assert [place.code for place in places.locations(unit)][-1] == "romaniportti"


@pytest.mark.usefixtures("first")
def test_a_database_with_people_is_not_made_again(server_url: str) -> None:
    with pytest.raises(Refused, match="server_in_use"):
        create(server_url, FIRST, WORKSTATION)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (FirstPerson("Nobody There", "N", PASSWORD), "login_not_valid"),
        (FirstPerson("nobody", "", PASSWORD), "name_missing"),
        (FirstPerson("nobody", "N", "short"), "password_too_short"),
        (FirstPerson("n" * 60, "N", PASSWORD), "login_too_long_here"),
    ],
)
def test_what_was_refused_can_be_tried_again(
    server_url: str, wrong: FirstPerson, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        create(server_url, wrong, WORKSTATION)
    with closing(create(server_url, FIRST, WORKSTATION).store):
        pass


def owned(server: Server, address: str, right: str) -> str:
    """The address of the database in the hands of an owner who is no superuser."""
    name = database(address)
    run(
        address,
        f"create role owner_{name} login {right} password 'invented'",
        f"alter database {name} owner to owner_{name}",
        f"alter schema public owner to owner_{name}",
    )
    return server.url(name, f"owner_{name}", "invented")


def test_an_owner_need_not_be_a_superuser(server: Server, server_url: str) -> None:
    address = owned(server, server_url, "createrole")
    first = create(address, FIRST, WORKSTATION)
    with closing(first.store), first.write() as unit:
        staff.add(unit, "oskar", "Oskar", [Role.CLERK], PASSWORD)
    clerk = connect(address, "oskar", PASSWORD, WORKSTATION)
    with closing(clerk.store), clerk.write() as unit:
        visits.record(unit, visit())


def test_an_owner_who_makes_no_roles_is_told(server: Server, server_url: str) -> None:
    with pytest.raises(Refused, match="owner_makes_no_roles"):
        create(owned(server, server_url, "nocreaterole"), FIRST, WORKSTATION)


def test_people_of_an_earlier_database_are_let_in_no_more(server_url: str) -> None:
    name = database(server_url)
    old, group = role_name("oskar", name), group_name(Role.CLERK, name)
    run(
        server_url,
        f'create role "{group}"',
        f'create role "{old}" login password \'{PASSWORD}\' in role "{group}"',
    )
    with closing(create(server_url, FIRST, WORKSTATION).store):
        pass
    with pytest.raises(Refused, match="person_left"):
        connect(server_url, "oskar", PASSWORD, WORKSTATION)


# Signing in


def test_a_password_opens_for_its_own_person_only(enter: Enter, server_url: str) -> None:
    enter("oskar", Role.CLERK)
    for login, password in (
        ("oskar", "some other word"),
        ("oskar", ""),
        ("nobody", PASSWORD),
        ("no such name", PASSWORD),
        (FIRST.login, PASSWORD),
        ("keeper", "invented"),
    ):
        with pytest.raises(Refused, match="sign_in_wrong"):
            connect(server_url, login, password, WORKSTATION)


def test_what_stands_in_the_address_signs_nobody_in(enter: Enter, server_url: str) -> None:
    enter("oskar", Role.CLERK)
    desk = connect(server_url, " Oskar ", PASSWORD, WORKSTATION)
    with closing(desk.store), desk.read() as unit:
        assert desk.actor.roles == {Role.CLERK}
        assert str(unit.session.scalar(text("select session_user"))).startswith("oskar@")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("postgresql://localhost:1/portti", "server_away"),
        ("postgresql://no.such.host.invalid/portti", "server_away"),
        ("postgresql://localhost:1", "address_not_understood"),
        ("mysql://localhost/portti", "address_not_understood"),
        ("portti", "address_not_understood"),
    ],
)
def test_a_wrong_address_is_told(address: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        connect(address, "oskar", PASSWORD, WORKSTATION)


def test_a_role_without_a_person_is_nobody(first: Desk, enter: Enter, server_url: str) -> None:
    enter("oskar", Role.CLERK)
    run(server_url, "update staff set login = 'other' where login = 'oskar'")
    with pytest.raises(Refused, match="person_unknown"):
        connect(server_url, "oskar", PASSWORD, WORKSTATION)


def test_who_has_left_is_let_in_no_more_until_given_a_password(
    first: Desk, enter: Enter, server_url: str
) -> None:
    clerk = enter("oskar", Role.CLERK)
    change(first, "oskar", active=False)
    assert refuses(clerk, "select * from visit")
    with pytest.raises(Refused, match="person_left"):
        connect(server_url, "oskar", PASSWORD, WORKSTATION)
    change(first, "oskar", active=True)
    with first.write() as unit:
        staff.set_password(unit, clerk.actor.staff_id, "invented again")
    with closing(connect(server_url, "oskar", "invented again", WORKSTATION).store):
        pass


def test_people_change_their_own_password(enter: Enter, server_url: str) -> None:
    desk = enter("oskar", Role.CLERK)
    with pytest.raises(Refused, match="sign_in_wrong"):
        change_password(server_url, desk, "some other word", "invented again")
    with pytest.raises(Refused, match="password_too_short"):
        change_password(server_url, desk, PASSWORD, "short")
    change_password(server_url, desk, PASSWORD, "invented again")
    check_own_password(server_url, desk, "invented again")
    with pytest.raises(Refused, match="sign_in_wrong"):
        check_own_password(server_url, desk, PASSWORD)
    desk.store.engine.pool.dispose()
    with desk.read() as unit:
        assert today(unit, "pietarsaari").visits == 0


def _change_and_fail(unit: Unit) -> None:
    unit.accounts.put(unit.actor.login, "invented again", unit.actor.staff_id)
    raise Refused("name_missing")


def test_a_password_that_did_not_come_to_hold_is_not_used(enter: Enter) -> None:
    desk = enter("oskar", Role.CLERK)
    with pytest.raises(Refused, match="name_missing"), desk.write() as unit:
        _change_and_fail(unit)
    desk.store.engine.pool.dispose()
    with desk.write() as unit:
        visits.record(unit, visit())


# What each role may


CANNOT = {
    Role.CLERK: [
        "delete from visit",
        "delete from day_counter",
        "update log set action = 'x'",
        "select subject from log",
        "update staff set name = 'x'",
        "update location set phone = '1'",
        "insert into setting values ('demo', 'true')",
        "update amendment set reason = ''",
        "delete from amendment",
        "create table own (x int)",
        "select kotoportti_put_person('oskar2', 'SCRAM-SHA-256$x')",
        "select kotoportti_grant_person('clerk', '{administrator}')",
        "select kotoportti_remove_person('henna.sandkvist')",
    ],
    Role.SUPERVISOR: [
        "delete from visit",
        "delete from log",
        "select subject from log",
        "update staff set roles = '[]'",
        "insert into setting values ('demo', 'true')",
        "select kotoportti_grant_person('supervisor', '{administrator}')",
    ],
    Role.ADMINISTRATOR: [
        "select * from visit",
        "select * from visit_topic",
        "select * from amendment",
        "select * from day_counter",
        "select * from waiting",
        "select subject from log",
        "update log set action = 'x'",
        "delete from staff",
        "update staff set login = 'x'",
        "select kotoportti_put_person('administrator', 'plain words')",
    ],
    Role.AUDITOR: [
        "select * from visit",
        "select * from month_counter",
        "update log set action = 'x'",
        "delete from log",
        "truncate log",
        "update staff set name = 'x'",
    ],
}


@pytest.mark.parametrize("role", CANNOT)
def test_the_server_refuses_what_the_role_does_not_allow(enter: Enter, role: Role) -> None:
    desk = enter(role, role)
    for statement in CANNOT[role]:
        assert refuses(desk, statement), statement


def test_a_supervisor_keeps_settings_of_their_own_and_no_other(enter: Enter) -> None:
    desk = enter("aino", Role.SUPERVISOR)
    with desk.write() as unit:
        save_report(unit, SavedReport("Board", Preset.LAST_MONTH))
    assert refuses(desk, "update setting set name = 'demo' where name = 'report:Board'")
    with desk.write() as unit:
        forget_report(unit, "Board")
        assert saved_reports(unit) == []
    with desk.write() as unit:
        set_threshold(unit, 10)
        phrases.switch(unit, "so", on=True)
    with desk.read() as unit:
        assert threshold(unit) == 10
        assert phrases.switched_on(unit) == {"so"}


def test_every_table_is_granted_on_purpose(server_url: str, first: Desk) -> None:
    with first.store.read() as session:
        tables = set(
            session.scalars(text("select tablename from pg_tables where schemaname='public'"))
        )
    assert tables == {table for grants in GRANTS.values() for table in grants}


def test_nobody_comes_in_without_being_of_the_people(
    server: Server, server_url: str, first: Desk
) -> None:
    name = database(server_url)
    run(server_url, f"create role stranger_{name} login password 'invented'")
    with pytest.raises(Refused, match="no_right_on_server"):
        open_server(make_url(server.url(name, f"stranger_{name}", "invented")))


def test_an_auditor_reads_the_log_and_signs_in(enter: Enter) -> None:
    with enter("auditor", Role.AUDITOR).read() as unit:
        assert "sign_in" in set(unit.session.scalars(select(LogRow.action)))


def test_roles_follow_what_an_administrator_says(first: Desk, enter: Enter) -> None:
    desk = enter("oskar", Role.CLERK)
    change(first, "oskar", Role.AUDITOR)
    assert refuses(desk, "select * from visit")
    change(first, "oskar", Role.AUDITOR, Role.SUPERVISOR)
    with desk.store.read() as session:
        session.execute(text("select subject from log, visit"))


def test_an_administrator_keeps_places_and_people(enter: Enter, server_url: str) -> None:
    desk = enter("kaisa", Role.ADMINISTRATOR)
    with desk.write() as unit:
        location = places.location(unit, "kruunupyy")
        places.save_location(unit, location)
        staff.add(unit, "oskar", "Oskar", [Role.CLERK], PASSWORD)
    with closing(connect(server_url, "oskar", PASSWORD, WORKSTATION).store):
        pass


def test_a_check_looks_at_what_a_person_may_read(first: Desk, enter: Enter) -> None:
    with first.write() as unit:
        visits.record(unit, visit())
    told = {}
    for role in (Role.ADMINISTRATOR, Role.AUDITOR):
        findings = check(enter(role, role))
        assert findings.in_order
        assert findings.contents is not None
        told[role] = findings.contents
    assert (told[Role.ADMINISTRATOR].counters, told[Role.ADMINISTRATOR].broken) == (None, None)
    assert (told[Role.AUDITOR].counters, told[Role.AUDITOR].broken) == (None, ())
    own = check(first).contents
    assert own is not None
    assert (own.counts.visits, own.counters, own.broken, own.whole) == (1, (), None, False)


def test_a_user_name_must_fit(first: Desk) -> None:
    with first.write() as unit, pytest.raises(Refused, match="login_too_long_here"):
        staff.add(unit, "n" * 60, "N", [Role.CLERK], PASSWORD)


# Visits


def test_a_clerk_changes_their_own_visits_and_no_others(first: Desk, enter: Enter) -> None:
    clerk = enter("oskar", Role.CLERK)
    with first.write() as unit:
        others = visits.record(unit, visit())
    with clerk.write() as unit:
        own = visits.record(unit, visit())
        visits.amend(unit, own.id, Facts(("housing", "letter"), ("referred",)))
        visits.void(unit, own.id, "mistake")
        visits.restore(unit, own.id)
    for statement in (
        f"update visit set persons = 9 where id = '{others.id}'",
        f"delete from visit_topic where visit_id = '{others.id}'",
        f"insert into visit_topic values ('{others.id}', 2, 'letter')",
        f"update visit set recorded_by = '{others.recorded_by}' where id = '{own.id}'",
        "insert into visit_outcome select id, 2, 'referred' from visit where void_reason is null",
    ):
        assert refuses(clerk, statement), statement
    with first.write() as unit:
        visits.void(unit, own.id, "mistake")


def test_a_clerk_records_in_their_own_name(first: Desk, enter: Enter) -> None:
    posing = enter("oskar", Role.CLERK).of(first.actor)
    with pytest.raises(Refused, match="no_right_on_server"), posing.write() as unit:
        visits.record(unit, visit())


def test_a_clerk_prints_slips_that_go_on_numbering(enter: Enter, tmp_path: Path) -> None:
    clerk = enter("elsa", Role.CLERK)
    wish = SlipWish(("org-kela",), "en", "sv", "kruunupyy")
    numbers = [print_slip(clerk, wish, tmp_path / f"{one}.pdf").number for one in range(2)]
    assert [number[:6] for number in numbers] == ["K-0001", "K-0002"]


def test_a_draft_is_its_own_persons(first: Desk, enter: Enter) -> None:
    clerk = enter("oskar", Role.CLERK)
    with first.write() as unit:
        drafts.save(unit, Draft(visits.new_id(), "pietarsaari", Facts(("letter",))))
    with clerk.store.write() as session:
        assert session.scalar(text("select count(*) from draft")) == 0
        session.execute(text("delete from draft"))
    with first.read() as unit:
        assert drafts.load(unit, "pietarsaari") is not None


def test_a_supervisor_takes_in_what_another_town_hands_over(
    enter: Enter, tmp_path: Path, clock: SetClock
) -> None:
    chief, file = enter("kaisa", Role.SUPERVISOR), tmp_path / "visits.kpv"
    home = file_desk(tmp_path / "home", clock)
    with closing(home.store):
        with home.write() as unit:
            made = [visits.record(unit, visit()) for _ in range(2)]
        hand_over(home, file, PASSWORD, cost=CHEAP)
        assert take_in(chief, file, PASSWORD).came[Came.NEW] == 2
        with home.write() as unit:
            visits.amend(unit, made[0].id, Facts(("housing", "letter"), ("referred",)))
            visits.void(unit, made[1].id, "mistake")
        hand_over(home, file, PASSWORD, cost=CHEAP)
    came = take_in(chief, file, PASSWORD).came
    assert (came[Came.AMENDED], came[Came.VOIDED]) == (1, 1)
    assert hand_over(chief, file, PASSWORD, cost=CHEAP).visits == 2


def at_once(*jobs: Callable[[], None]) -> list[BaseException]:
    """Do all of it at the same time; what failed."""
    start = Barrier(len(jobs), timeout=60)
    failures: list[BaseException] = []

    def do(job: Callable[[], None]) -> None:
        try:
            start.wait()
            job()
        except BaseException as error:
            failures.append(error)

    threads = [Thread(target=do, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def listed(desk: Desk) -> list[UUID]:
    """A day's list of letters, then of housing; the ids of its visits."""
    cells: Cells = {("letter", None): 40, ("housing", None): 40}
    with desk.write() as unit:
        return [one.id for one in tally.record(unit, "pietarsaari", unit.today, cells)]


def take_back(desk: Desk, ids: list[UUID]) -> None:
    with desk.write() as unit:
        tally.take_back(unit, ids)


def test_a_list_is_taken_back_while_another_desk_records(first: Desk, enter: Enter) -> None:
    """What the other counts first, the list counts last."""
    chief, clerk = enter("aino", Role.SUPERVISOR), enter("oskar", Role.CLERK)
    said = {"channel": "phone", "first_visit": FirstVisit.YES, "interpreter": Interpreter.USED}

    def record() -> None:
        for _number in range(30):
            with clerk.write() as unit:
                visits.record(unit, visit("housing", language="ar", municipality="luoto", **said))

    assert at_once(partial(take_back, chief, listed(first)), record) == []
    assert check(first).in_order
    with first.read() as unit:
        assert len(counting(unit.connection)) == 30


def test_two_take_the_same_list_back_from_both_ends(first: Desk, enter: Enter) -> None:
    desks = [enter("aino", Role.SUPERVISOR), enter("leena", Role.SUPERVISOR)]
    ids = listed(first)
    orders = zip(desks, (ids, ids[::-1]), strict=True)
    assert at_once(*(partial(take_back, desk, order) for desk, order in orders)) == []
    assert check(first).in_order
    with first.read() as unit:
        assert counting(unit.connection) == []


def test_two_desks_write_at_once_and_every_visit_counts(first: Desk, enter: Enter) -> None:
    desks, each = [first, enter("oskar", Role.CLERK), enter("aino", Role.CLERK)], 25

    def record(desk: Desk) -> None:
        for number in range(each):
            with desk.write() as unit:
                made = visits.record(unit, visit("letter", "housing", persons=2))
                if number % 5 == 0:
                    visits.amend(unit, made.id, Facts(("benefits",)))

    assert at_once(*(partial(record, desk) for desk in desks)) == []
    with first.read() as unit:
        stored = counters.stored(unit.connection)
        recounted = counters.counted(counting(unit.connection))
        assert (stored.day, stored.month) == (recounted.day, recounted.month)
        assert today(unit, "pietarsaari").visits == each * len(desks)
    auditor = enter("auditor", Role.AUDITOR)
    with auditor.read() as unit:
        rows = unit.connection.execute(select(LogRow.__table__).order_by(LogRow.number))
        entries = [dict(row) for row in rows.mappings()]
    assert log_chain.broken_entries(entries) == []
    assert len(entries) > each * len(desks)


# Slips and what came of them


def test_the_server_holds_slips_as_the_program_does(enter: Enter, tmp_path: Path) -> None:
    aino, oskar = enter("aino", Role.CLERK), enter("oskar", Role.CLERK)
    supervisor = enter("saima", Role.SUPERVISOR)
    with aino.write() as unit:
        of = visits.record(unit, visit()).id
    wish = SlipWish(("org-kela",), "fi", "fi", "pietarsaari", visit=of)
    number = print_slip(aino, wish, tmp_path / "s.pdf").number
    with oskar.write() as unit:
        before = referrals.enter(unit, number, Outcome(State.TURNED_AWAY, why=Why.CLOSED))
        referrals.put_back(unit, before)
    assert refuses(oskar, "update slip set void_reason = 'mine'")
    assert refuses(oskar, f"update referral set entered_by = '{aino.actor.staff_id}'")
    for desk in (aino, supervisor):
        assert refuses(desk, "update referral set target = 'org-migri'")
        assert refuses(desk, "update slip set number = 'J-0002-A'")
        assert refuses(desk, "update slip set issued_by = issued_by")
        assert refuses(desk, """update slip set choices = '{"language": "ar"}'""")
        assert refuses(desk, "delete from slip")
        assert refuses(desk, "delete from referral")
    with supervisor.write() as unit:
        referrals.void(unit, number, "mistake")
        referrals.restore(unit, number)
        referrals.of_a_person(unit, of)
        period = Period(unit.today, unit.today)
        assert referral_figures.figures(unit, ReferralQuestion(period)).portals == 1
    assert refuses(enter("auditor", Role.AUDITOR), "select * from slip")


def test_a_supervisor_decides_what_the_programme_leaves_open(enter: Enter) -> None:
    desk = enter("saima", Role.SUPERVISOR)
    for reading in (Reading.UNIT, None):
        with desk.write() as unit:
            responsible.decide(unit, "D6", reading)
            phrases.switch(unit, "ar", on=reading is not None)
    with desk.read() as unit:
        assert responsible.decided_rows(unit) == {}
        assert phrases.switched_on(unit) == frozenset()


@pytest.mark.usefixtures("first")
def test_slips_of_a_database_brought_up_to_date_are_guarded(
    enter: Enter, server_url: str, tmp_path: Path
) -> None:
    aino, oskar = enter("aino", Role.CLERK), enter("oskar", Role.CLERK)
    make_older(server_url)
    assert bring_up_to_date(server_url)
    print_slip(aino, SlipWish(("org-kela",), "fi", "fi", "pietarsaari"), tmp_path / "s.pdf")
    assert refuses(oskar, "update slip set void_reason = 'mine'")
