"""The directory as it is kept: who may change it, what was before, what a slip reads of it."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.directory import Address, Mark, Organisation, Service
from app.domain.errors import Refused
from app.domain.place import ExceptionalDay, Hours, Span, Week
from app.domain.roles import Role
from app.domain.service_search import Wanted
from app.services import demo, directory, places
from app.services import directory_keeping as keeping
from app.services.demo import Wish
from app.services.organisation_keeping import (
    add_organisation,
    organisation_history,
    save_organisation,
)
from app.services.sign_in import sign_in
from app.services.slips import SlipWish, print_slip
from app.services.unit import Changes, Desk
from app.services.visits import new_id
from app.store import schema
from app.store.models import ServiceChangeRow
from tests.desks import CHEAP, FIRST, NOON, WORKSTATION, SetClock, colleague, file_desk
from tests.services.kept_services import change_service

TODAY = date(2026, 11, 24)
WEEK = Week(date(2026, 1, 1), {1: (Span(time(9), time(12)), Span(time(13), time(15)))})
SUMMER = Week(date(2026, 6, 1), {}, date(2026, 8, 31), yearly=True)
SINCE = (
    "open_plan",
    *("client_merge", "different_person"),
    *("review", "extension", "leave", "agreed", "notice", "plan"),
    *("assessment", "orientation", "training"),
    *("visit_hidden", "client_link", "client_consent"),
    *("client_name", "client_key", "client_group", "client_sensitive", "client_relative"),
    *("client_identity", "client", "protected_reader"),
    *("referral", "slip"),
    *("organisation_change", "service_change", "service_day", "service_hours", "service"),
    *("service_place", "organisation"),
)
HOURS = Hours((WEEK, SUMMER), (ExceptionalDay(TODAY, (), "Course"),))


def service(desk: Desk, service_id: str = "edu-kvarnen") -> Service:
    with desk.read() as unit:
        return directory.service(unit, service_id)


def save(desk: Desk, changed: Service) -> Service:
    with desk.write() as unit:
        return keeping.save_service(unit, changed)


def new(**changes: object) -> Service:
    fresh = Service(
        *(str(new_id()), "project", {"fi": "Uusi"}, None, "", "", "", Hours()),
        organisation="org-kela",
        municipalities=("luoto",),
    )
    return replace(fresh, **changes)  # type: ignore[arg-type]


def test_a_new_store_has_the_programmes_services_and_the_suggestions_off(desk: Desk) -> None:
    with desk.read() as unit:
        found = directory.services(unit)
        assert {one.organisation for one in found} == directory.organisations(unit).keys()
    bundled = {**directory.bundled_services(), **directory.suggested_services()}
    assert [one.id for one in found] == list(bundled)
    for one in found:
        hours = bundled[one.id].hours
        assert replace(one, hours=hours) == bundled[one.id]
    assert len([one for one in found if Mark.OFF in one.marks(TODAY)]) == 14


def test_services_at_one_place_share_it_until_one_of_them_moves(desk: Desk) -> None:
    kvarnen, portal = service(desk), service(desk, "ip-kotoutumisportti-kruunupyy")
    assert kvarnen.address is not None
    assert portal.address is not None
    assert kvarnen.address.id == portal.address.id
    street, no_words = {"fi": "Uusikatu 1", "sv": "Nygatan 1"}, {"fi": "", "sv": ""}
    moved = Address(street, no_words, no_words, "kruunupyy", "68500")
    save(desk, replace(kvarnen, address=moved))
    assert service(desk).address == moved
    assert service(desk, "ip-kotoutumisportti-kruunupyy") == portal
    save(desk, replace(service(desk), address=replace(moved, postal_code="68501")))
    save(desk, kvarnen)
    assert service(desk) == kvarnen
    with desk.read() as unit:
        assert unit.connection.scalar(text("select count(*) from service_place")) == 6


def test_a_service_before_its_change_undoes_it(desk: Desk) -> None:
    known = service(desk)
    wanted = replace(
        known,
        name={"fi": "Kvarnen", "sv": "Kvarnen", "en": "Kvarnen"},
        phone="06 123 456",
        hours=HOURS,
        checked_on=TODAY,
        address=None,
        languages=("sv", "fi"),
    )
    with desk.write() as unit:
        assert keeping.save_service(unit, wanted) == known
        assert unit.changes == Changes.DIRECTORY
    assert service(desk) == wanted
    assert save(desk, known) == wanted
    assert service(desk) == known
    with desk.read() as unit:
        history = keeping.history(unit, known.id)
    assert [(one.before, one.after) for one in history] == [(wanted, known), (known, wanted)]
    assert {one.by for one in history} == {FIRST.name}
    assert {one.at for one in history} == {NOON}


def test_what_somebody_else_has_changed_meanwhile_is_not_lost(desk: Desk) -> None:
    known = service(desk)
    save(desk, replace(known, phone="06 1"))
    with pytest.raises(Refused, match="service_changed"), desk.write() as unit:
        keeping.save_service(unit, replace(known, email="a@example.fi"), known)
    assert (service(desk).phone, service(desk).email) == ("06 1", "")
    with desk.write() as unit:
        keeping.save_service(unit, replace(service(desk), email="a@example.fi"), service(desk))
    portal = service(desk, "ip-kotoutumisportti-kruunupyy")
    with desk.write() as unit:
        places.save_week(unit, "kruunupyy", WEEK)
        keeping.save_service(unit, replace(portal, phone="06 2"), portal)


def test_what_is_saved_unchanged_has_no_history(desk: Desk) -> None:
    save(desk, service(desk))
    with desk.write() as unit:
        change_service(unit, "org-kela", enabled=True)
        assert unit.changes == Changes.NONE
        assert unit.session.query(ServiceChangeRow).count() == 0


def test_a_service_is_switched_ended_and_checked(desk: Desk) -> None:
    with desk.write() as unit:
        change_service(unit, "sug-dvv", enabled=True)
        change_service(unit, "org-kela", valid_to=date(2026, 11, 23))
        before = change_service(unit, "sug-dvv", checked_on=TODAY)
    assert before.checked_on is None
    assert service(desk, "sug-dvv").marks(TODAY) == (Mark.HOURS_UNKNOWN,)
    assert service(desk, "org-kela").marks(TODAY)[0] == Mark.ENDED
    with desk.write() as unit:
        change_service(unit, "org-kela", valid_to=None)
    assert service(desk, "org-kela").holds_on(TODAY)


def test_a_new_service_is_the_last_and_is_found(desk: Desk) -> None:
    with desk.write() as unit:
        who = add_organisation(unit, Organisation("new", {"fi": " Uusi yhdistys "}))
        added = keeping.add_service(unit, new(organisation=who.id, hours=HOURS))
    with desk.read() as unit:
        assert directory.services(unit)[-1] == added
        assert added in directory.find(unit, "yhdistys uusi")
        assert keeping.history(unit, added.id)[0].before is None
    with pytest.raises(Refused, match="service_known"), desk.write() as unit:
        keeping.add_service(unit, added)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"organisation": "nobody"}, "organisation_unknown"),
        ({"phone": "none"}, "phone_not_understood"),
        ({"name": {"fi": "x" * 300}}, "text_too_long"),
        ({"hours": Hours((WEEK, WEEK))}, "seasons_overlap"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_kept(
    desk: Desk, changes: dict[str, object], code: str
) -> None:
    known = service(desk)
    with pytest.raises(Refused, match=code):
        save(desk, replace(known, **changes))  # type: ignore[arg-type]
    with pytest.raises(Refused, match=code), desk.write() as unit:
        keeping.add_service(unit, new(**changes))
    assert service(desk) == known


def test_an_organisation_needs_a_finnish_name_that_fits(desk: Desk) -> None:
    for name, code in (({"sv": "Nya"}, "name_missing"), ({"fi": "x" * 201}, "text_too_long")):
        with pytest.raises(Refused, match=code), desk.write() as unit:
            add_organisation(unit, Organisation("new", name))


def test_what_is_not_in_the_directory(desk: Desk) -> None:
    for service_id in ("nope", "", "edu-kvarnen ", "x" * 300, "'; --"):
        with pytest.raises(Refused, match="service_unknown"), desk.read() as unit:
            directory.service(unit, service_id)
        with pytest.raises(Refused, match="service_unknown"), desk.write() as unit:
            change_service(unit, service_id, enabled=False)


def test_a_portal_location_keeps_its_hours_in_its_own_settings(desk: Desk) -> None:
    portal = service(desk, "ip-kotoutumisportti-kruunupyy")
    with desk.write() as unit:
        places.save_week(unit, "kruunupyy", WEEK)
    assert service(desk, portal.id).hours == Hours((WEEK,))
    save(desk, replace(portal, hours=HOURS, location=None, phone="06 1"))
    changed = service(desk, portal.id)
    assert (changed.hours, changed.location, changed.phone) == (
        Hours((WEEK,)),
        "kruunupyy",
        "06 1",
    )


def test_all_who_make_slips_read_it_and_a_supervisor_keeps_it(desk: Desk) -> None:
    known, clerk = service(desk), colleague(desk, "clerk", Role.CLERK)
    with clerk.read() as unit:
        assert directory.find(unit, "kvarnen", Wanted(on=TODAY))[0] == known
    changed = replace(known, phone="06 1")
    for other in (clerk, colleague(desk, "keeper", Role.ADMINISTRATOR)):
        with pytest.raises(Refused, match="no_right"):
            save(other, changed)
        with pytest.raises(Refused, match="no_right"), other.write() as unit:
            keeping.add_service(unit, new())
        with pytest.raises(Refused, match="no_right"), other.write() as unit:
            add_organisation(unit, Organisation("new", {"fi": "Uusi"}))
        with pytest.raises(Refused, match="no_right"), other.read() as unit:
            keeping.history(unit, known.id)
    save(colleague(desk, "supervisor", Role.SUPERVISOR), changed)
    assert service(desk) == changed


def test_a_slip_has_what_the_directory_says_now(desk: Desk, tmp_path: Path) -> None:
    wish = SlipWish(("edu-kvarnen",), "en", "fi", "pietarsaari")
    with desk.write() as unit:
        change_service(unit, "edu-kvarnen", enabled=False)
    with pytest.raises(Refused, match="service_off"):
        print_slip(desk, wish, tmp_path / "s.pdf")
    with desk.write() as unit:
        change_service(unit, "edu-kvarnen", enabled=True)
    assert not print_slip(desk, wish, tmp_path / "s.pdf").invented


def test_invented_hours_are_told_until_somebody_changes_them(desk: Desk, tmp_path: Path) -> None:
    made = demo.create(
        tmp_path / "demo", Wish(30, 1, TODAY), WORKSTATION, clock=desk.clock, cost=CHEAP
    )
    with made.read() as unit:
        found = [one for one in directory.services(unit) if Mark.HOURS_INVENTED in one.marks(TODAY)]
    assert len(found) == 10
    assert all(one.hours.on(TODAY) is not None and one.checked_on == TODAY for one in found)
    kela = service(made, "org-kela")
    save(made, replace(kela, phone="06 1"))
    assert service(made, "org-kela").hours_invented
    save(made, replace(kela, hours=HOURS))
    assert not service(made, "org-kela").hours_invented
    save(made, kela)
    assert service(made, "org-kela") == kela
    made.store.close()


def make_older(desk: Desk) -> None:
    """The tables as the program before the directory made them."""
    with desk.store.write() as session:
        for table in SINCE:
            session.execute(text(f"drop table {table}"))
        session.execute(text("update alembic_version set version_num = '0003'"))


@pytest.mark.parametrize("is_demo", [False, True])
def test_an_older_file_gets_the_directory_at_sign_in(tmp_path: Path, is_demo: bool) -> None:
    clock, folder = SetClock(), tmp_path / "older"
    if is_demo:
        desk = demo.create(folder, Wish(30, 1, TODAY), WORKSTATION, clock=clock, cost=CHEAP)
    else:
        desk = file_desk(folder, clock)
    make_older(desk)
    desk.store.close()
    login, password = ("demo", "demo") if is_demo else (FIRST.login, FIRST.password)
    for _time in range(2):
        desk = sign_in(folder, login, password, WORKSTATION, clock)
        with desk.read() as unit:
            found = directory.services(unit)
            assert schema.stored_revision(unit.connection) == schema.REVISION
        desk.store.close()
        assert len(found) == 82
        assert sum(one.hours_invented for one in found) == (10 if is_demo else 0)


def test_an_organisation_is_changed_and_its_history_tells_it(desk: Desk) -> None:
    with desk.read() as unit:
        known = directory.organisations(unit)["org-kela"]
    changed = replace(known, name={**known.name, "fi": " Kela  (uusi) "}, email="kela@example.org")
    with desk.write() as unit:
        assert save_organisation(unit, changed, known) == known
        assert unit.changes == Changes.DIRECTORY
    with desk.read() as unit:
        now = directory.organisations(unit)["org-kela"]
        (change,) = organisation_history(unit, "org-kela")
    assert (now.name["fi"], now.email) == ("Kela (uusi)", "kela@example.org")
    assert (change.before, change.after, change.by) == (known, now, FIRST.name)
    with desk.write() as unit:
        save_organisation(unit, known)
        save_organisation(unit, known)
    with desk.read() as unit:
        assert directory.organisations(unit)["org-kela"] == known
        assert len(organisation_history(unit, "org-kela")) == 2


def test_an_organisation_that_others_changed_is_not_overwritten(desk: Desk) -> None:
    with desk.read() as unit:
        known = directory.organisations(unit)["org-kela"]
    with desk.write() as unit:
        save_organisation(unit, replace(known, web="https://example.org"))
    with pytest.raises(Refused, match="organisation_changed"), desk.write() as unit:
        save_organisation(unit, replace(known, email="a@example.org"), known)
    with pytest.raises(Refused, match="organisation_unknown"), desk.write() as unit:
        save_organisation(unit, replace(known, id="nobody"))
    with pytest.raises(Refused, match="email_not_understood"), desk.write() as unit:
        save_organisation(unit, replace(known, email="no address"))
    clerk = colleague(desk, "clerk", Role.CLERK)
    with pytest.raises(Refused, match="no_right"), clerk.write() as unit:
        save_organisation(unit, known)
