"""Today's panel: counted, shown and offered again."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from app.domain.errors import Refused
from app.domain.moment import BackDate
from app.domain.place import ExceptionalDay, Span
from app.domain.roles import Role
from app.domain.visit import Facts, FirstVisit, Visit
from app.services import places, visits
from app.services.today import LAST_SHOWN, Today, day_list, today
from app.services.unit import Desk
from tests.desks import NOON, SetClock, colleague, visit

HERE = "pietarsaari"
TODAY = NOON.date()


def record(desk: Desk, *topics: str, day: date | None = None, at: time | None = None) -> Visit:
    back = BackDate(day, at) if day else None
    with desk.write() as unit:
        return visits.record(unit, replace(visit(*topics), back_dated=back))


def shown(desk: Desk, place: str = HERE) -> Today:
    with desk.read() as unit:
        return today(unit, place)


def test_an_empty_day(desk: Desk) -> None:
    empty = shown(desk)
    assert (empty.visits, empty.persons, empty.last, empty.repeats) == (0, 0, (), ())
    assert (empty.by_hour, empty.usual_by_hour, empty.usual_by_now) == ({}, {}, None)
    assert empty.day == TODAY
    assert empty.open is None


def test_only_this_place_and_this_day_count(desk: Desk) -> None:
    with desk.write() as unit:
        visits.record(unit, visit(persons=4))
        visits.record(unit, visit(location="kruunupyy"))
    record(desk, day=TODAY - timedelta(days=1))
    found = shown(desk)
    assert (found.visits, found.persons, found.by_hour) == (1, 4, {12: 1})
    assert shown(desk, "kruunupyy").visits == 1


def test_the_newest_stand_first_and_the_voided_are_gone(desk: Desk, clock: SetClock) -> None:
    made = []
    for _ in range(3):
        clock.forward(minutes=5)
        made.append(record(desk))
    with desk.write() as unit:
        visits.void(unit, made[1].id, "mistake")
    assert [one.id for one in shown(desk).last] == [made[2].id, made[0].id]
    with desk.read() as unit:
        whole = day_list(unit, HERE, TODAY)
    assert [one.id for one in whole] == [one.id for one in made[::-1]]


def test_a_days_list_does_not_hide_what_just_happened(desk: Desk, clock: SetClock) -> None:
    clock.now = NOON.replace(hour=6)
    made, listed = record(desk), record(desk, day=TODAY)
    assert [one.id for one in shown(desk).last] == [made.id, listed.id]


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_visits_are_for_those_who_record_them(desk: Desk, role: Role) -> None:
    with colleague(desk, "oskar", role).read() as unit:
        with pytest.raises(Refused, match="no_right"):
            today(unit, HERE)
        with pytest.raises(Refused, match="no_right"):
            day_list(unit, HERE, TODAY)


def test_no_more_than_the_last_are_shown_but_all_count(desk: Desk) -> None:
    with desk.write() as unit:
        for _ in range(LAST_SHOWN + 5):
            visits.record(unit, visit())
    found = shown(desk)
    assert (len(found.last), found.visits) == (LAST_SHOWN, LAST_SHOWN + 5)


def test_an_hour_that_is_not_known_is_in_the_sum_alone(desk: Desk) -> None:
    record(desk, day=TODAY)
    record(desk, day=TODAY, at=time(9, 59))
    found = shown(desk)
    assert (found.visits, found.by_hour) == (2, {9: 1})


def test_at_midnight_a_new_day_begins(desk: Desk, clock: SetClock) -> None:
    clock.now = NOON.replace(hour=21, minute=59)
    record(desk)
    assert shown(desk).visits == 1
    clock.forward(minutes=1)
    assert (shown(desk).day, shown(desk).visits) == (TODAY + timedelta(days=1), 0)


def test_usual_is_the_mean_of_the_same_weekday(desk: Desk, clock: SetClock) -> None:
    for weeks, hours in ((1, [9, 9, 12]), (2, [9]), (3, []), (9, [10]), (8, [12, 13])):
        for hour in hours:
            record(desk, day=TODAY - timedelta(weeks=weeks), at=time(hour, 15))
    record(desk, day=TODAY - timedelta(days=1), at=time(9))
    clock.now = NOON.replace(minute=30)
    found = shown(desk)
    assert found.usual_by_hour == pytest.approx({9: 1, 12: 2 / 3, 13: 1 / 3})
    assert found.usual_by_now == pytest.approx(1 + 1 / 3)


def test_visits_of_unknown_hour_do_not_make_an_hour_usual(desk: Desk) -> None:
    record(desk, day=TODAY - timedelta(weeks=1))
    assert shown(desk).usual_by_hour == {}


def test_repeats_are_the_last_visit_and_then_the_commonest(desk: Desk, clock: SetClock) -> None:
    common = Facts(("benefits",), language="ar")
    rare = Facts(("housing",), language="fi")
    last = Facts(("letter", "work"), persons=3, first_visit=FirstVisit.YES)
    for facts in (common, common, rare, last):
        clock.forward(minutes=1)
        with desk.write() as unit:
            visits.record(unit, replace(visit(), facts=facts))
    as_last = replace(last, first_visit=FirstVisit.NOT_ASKED)
    assert shown(desk).repeats == (as_last, common, rare)


def test_opening_hours_of_the_day(desk: Desk) -> None:
    whole_day = (Span(time(8), time(16)),)
    assert shown(desk, "romaniportti").open == whole_day
    with desk.write() as unit:
        places.save_exceptional_day(unit, "romaniportti", ExceptionalDay(TODAY, ()))
    assert shown(desk, "romaniportti").open == ()
