"""What is written of a visit comes back, on both engines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.moment import BackDate, when_back_dated, when_now
from app.domain.visit import NOTE_MAX, Facts, Source, Visit
from app.services.unit import Desk, Unit
from app.services.visits import new_id
from app.store import visits
from app.store.visits import VISIT
from tests.desks import counting
from tests.shapes import facts, moments, sources

SAME_DESK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
notes = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=NOTE_MAX
)


def made(unit: Unit, chosen: Facts = Facts(("benefits",)), **changes: object) -> Visit:  # noqa: B008
    """A visit of now at Pietarsaari."""
    staff_id = unit.actor.staff_id
    when = when_now(unit.now)
    visit = Visit(new_id(), "pietarsaari", when, Source.DESK, chosen, staff_id, unit.now)
    return replace(visit, **changes)  # type: ignore[arg-type]


@SAME_DESK
@given(facts(note=notes), sources(), moments(), st.booleans())
def test_a_visit_comes_back_as_it_was_written(
    desk: Desk, chosen: Facts, source: Source, at: datetime, waited: bool
) -> None:
    with desk.write() as unit:
        times = dict.fromkeys(("arrived_at", "served_at", "done_at"), at if waited else None)
        visit = made(unit, chosen, source=source, when=when_now(at), closed_by_day_end=waited)
        visit = replace(visit, **times)
        visits.insert_visits(unit.connection, [visit])
    with desk.read() as unit:
        assert visits.find(unit.connection, visit.id) == visit


def test_a_day_without_an_hour_comes_back(desk: Desk) -> None:
    with desk.write() as unit:
        visit = made(unit, when=when_back_dated(BackDate(date(2026, 11, 2)), unit.now))
        visits.insert_visits(unit.connection, [visit])
        assert visits.find(unit.connection, visit.id) == visit


def test_a_visit_that_is_not_there_is_not_found(desk: Desk) -> None:
    with desk.write() as unit:
        visits.insert_visits(unit.connection, [])
        assert visits.find(unit.connection, new_id()) is None
        assert visits.find(unit.connection, new_id(), hold=True) is None


@SAME_DESK
@given(facts(), facts())
def test_other_facts_take_the_place_of_the_first(desk: Desk, first: Facts, then: Facts) -> None:
    with desk.write() as unit:
        visit = made(unit, first)
        visits.insert_visits(unit.connection, [visit])
        changed = replace(visit, facts=then, when=when_now(unit.now - timedelta(days=3)))
        visits.replace_facts(unit.connection, changed)
        assert visits.find(unit.connection, visit.id) == changed


def test_an_amendment_keeps_no_note(desk: Desk) -> None:
    with desk.write() as unit:
        visit = made(unit, Facts(("letter",), note="somebody's number"))
        visits.insert_visits(unit.connection, [visit])
        visits.keep_amendment(
            unit.connection, new_id(), visit, unit.actor.staff_id, unit.now, "wrong topic"
        )
        found = visits.find(unit.connection, visit.id)
        assert found is not None
        assert found.amended
        kept = unit.connection.execute(visits.AMENDMENT.select()).mappings().one()
        assert "somebody" not in str(kept["before"])
        assert kept["before"]["topics"] == ["letter"]


def several(unit: Unit, number: int) -> list[Visit]:
    """As many visits, a minute apart, the newest written first."""
    moments = (unit.now - timedelta(minutes=minutes) for minutes in count())
    some = [made(unit, when=when_now(next(moments))) for _ in range(number)]
    visits.insert_visits(unit.connection, some)
    return some


def ids(found: list[Visit] | Iterator[Visit]) -> list[UUID]:
    return [visit.id for visit in found]


def test_visits_are_read_oldest_first_or_the_newest_of_them(desk: Desk) -> None:
    with desk.write() as unit:
        some = several(unit, 7)
        here = VISIT.c.location == "pietarsaari"
        assert ids(visits.read(unit.connection, here)) == ids(some[::-1])
        assert ids(visits.read(unit.connection, here, newest=3)) == ids(some[:3])


@pytest.mark.parametrize("page", [1, 3, 7, 8])
def test_a_recount_sees_each_visit_that_counts_once(
    desk: Desk, page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "_PAGE", page)
    with desk.write() as unit:
        some = several(unit, 7)
        visits.set_void(unit.connection, replace(some[2], void_reason="mistake"))
        streamed = ids(counting(unit.connection))
        assert sorted(streamed) == sorted(ids(some[:2] + some[3:]))
        visits.set_void(unit.connection, some[2])
        assert sorted(ids(counting(unit.connection))) == sorted(ids(some))


def test_times_come_back_in_utc(desk: Desk) -> None:
    with desk.write() as unit:
        visit = made(unit)
        visits.insert_visits(unit.connection, [visit])
    with desk.read() as unit:
        found = visits.find(unit.connection, visit.id)
        assert found is not None
        assert found.when.moment.tzinfo == UTC
