"""Recording, amending, voiding: what counts, and that it counts once."""

from dataclasses import replace
from datetime import date, time

import pytest

from app.domain.counting import Breakdown
from app.domain.errors import Refused
from app.domain.moment import BackDate
from app.domain.roles import Role
from app.domain.visit import Facts
from app.services import visits
from app.services.today import today
from app.services.unit import Changes, Desk, Unit
from app.store import counters
from tests.desks import SetClock, colleague, counting, visit


def counters_agree(desk: Desk) -> bool:
    """Whether the stored counters equal a recount."""
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
        recounted = counters.counted(counting(unit.connection))
    return stored.day == recounted.day and stored.month == recounted.month


def test_a_visit_needs_only_a_topic(desk: Desk) -> None:
    with desk.write() as unit:
        made = visits.record(unit, visit("benefits"))
        assert unit.changes == Changes.VISITS
    with desk.read() as unit:
        shown = today(unit, "pietarsaari")
    assert (shown.visits, shown.persons, shown.by_hour) == (1, 1, {12: 1})
    assert [one.id for one in shown.last] == [made.id]
    assert counters_agree(desk)


def test_the_same_visit_recorded_again_counts_once(desk: Desk) -> None:
    new = visit("benefits")
    for _ in range(2):
        with desk.write() as unit:
            visits.record(unit, new)
    with desk.read() as unit:
        assert today(unit, "pietarsaari").visits == 1


def test_of_two_programs_with_the_same_draft_each_records_its_visit(desk: Desk) -> None:
    new = visit("benefits")
    for facts in (new.facts, Facts(("housing",), language="ar")):
        with desk.write() as unit:
            visits.record(unit, replace(new, facts=facts))
    with desk.read() as unit:
        assert {one.facts.topics for one in today(unit, "pietarsaari").last} == {
            ("benefits",),
            ("housing",),
        }
    assert counters_agree(desk)


def test_amend_void_and_restore_move_the_counters(desk: Desk) -> None:
    with desk.write() as unit:
        made = visits.record(unit, visit("benefits", "letter", language="ar", persons=2))
    with desk.write() as unit:
        visits.amend(unit, made.id, Facts(("housing",), persons=5), "wrong topic")
    assert counters_agree(desk)
    with desk.write() as unit:
        visits.void(unit, made.id, "mistake")
    with desk.read() as unit:
        assert today(unit, "pietarsaari").visits == 0
    assert counters_agree(desk)
    with desk.write() as unit:
        visits.restore(unit, made.id)
    with desk.read() as unit:
        assert today(unit, "pietarsaari").persons == 5
    assert counters_agree(desk)


def test_a_clerk_changes_only_their_own_visits_of_today(desk: Desk, clock: SetClock) -> None:
    clerk = colleague(desk, "oskar", Role.CLERK)
    with desk.write() as unit:
        others = visits.record(unit, visit())
    with clerk.write() as unit:
        own = visits.record(unit, visit())
    with clerk.write() as unit, pytest.raises(Refused, match="not_your_visit"):
        visits.void(unit, others.id, "mistake")
    clock.forward(days=1)
    with clerk.write() as unit, pytest.raises(Refused, match="not_your_visit"):
        visits.void(unit, own.id, "mistake")
    with desk.write() as unit:
        visits.void(unit, own.id, "mistake")


def test_a_back_dated_visit_counts_on_its_day(desk: Desk) -> None:
    new = visit("benefits")
    back = BackDate(date(2026, 11, 20), time(9, 30))
    with desk.write() as unit:
        made = visits.record(unit, visits.NewVisit(new.id, new.location, new.facts, back))
        assert (made.when.day, made.when.hour) == (date(2026, 11, 20), 9)
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
    assert stored.day["pietarsaari", date(2026, 11, 20), Breakdown.HOUR, "09"] == (1, 1)


def _record_two(unit: Unit, first: visits.NewVisit, second: visits.NewVisit) -> None:
    visits.record(unit, first)
    visits.record(unit, second)


def test_nothing_is_half_saved(desk: Desk) -> None:
    with pytest.raises(Refused, match="topic_missing"), desk.write() as unit:
        _record_two(unit, visit(), visits.NewVisit(visits.new_id(), "pietarsaari", Facts(())))
    with desk.read() as unit:
        assert today(unit, "pietarsaari").visits == 0
        assert counters.stored(unit.connection).day == {}


def test_romaniportti_takes_no_language(desk: Desk) -> None:
    with desk.write() as unit, pytest.raises(Refused, match="not_asked_here"):
        visits.record(unit, visit(location="romaniportti", language="ar"))
