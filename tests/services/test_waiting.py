"""The waiting line: in order, each served once, and what was forgotten is marked."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.domain.errors import Refused
from app.domain.roles import Role
from app.domain.visit import Facts
from app.services import visits, waiting
from app.services.today import today
from app.services.unit import Desk
from app.services.visits import NewVisit
from app.services.waiting import Waiter
from tests.desks import SetClock, colleague

PLACE = "pietarsaari"


def arrive(desk: Desk) -> Waiter:
    with desk.write() as unit:
        return waiting.arrive(unit, PLACE)


def line(desk: Desk) -> list[Waiter]:
    with desk.read() as unit:
        return waiting.line(unit, PLACE)


def test_whoever_waited_longest_is_next(desk: Desk, clock: SetClock) -> None:
    first = arrive(desk)
    clock.forward(minutes=5)
    second = arrive(desk)
    for expected in (first, second):
        with desk.write() as unit:
            assert waiting.call(unit, PLACE).id == expected.id
    with desk.write() as unit, pytest.raises(Refused, match="nobody_waits"):
        waiting.call(unit, PLACE)


def test_the_visit_has_the_times_of_the_line(desk: Desk, clock: SetClock) -> None:
    arrived = arrive(desk)
    clock.forward(minutes=14)
    with desk.write() as unit:
        called = waiting.call(unit, PLACE)
    clock.forward(minutes=6)
    new = NewVisit(
        called.id, PLACE, Facts(("benefits",)), None, called.arrived_at, called.served_at
    )
    with desk.write() as unit:
        visit = visits.record(unit, new)
    assert visit.served_at is not None
    assert visit.arrived_at is not None
    assert visit.done_at is not None
    assert visit.served_at - visit.arrived_at == timedelta(minutes=14)
    assert visit.done_at - visit.served_at == timedelta(minutes=6)
    assert visit.id == arrived.id
    assert line(desk) == []


@pytest.mark.parametrize("act", [waiting.back, waiting.forget, waiting.leave])
def test_the_line_is_for_those_who_record(desk: Desk, act: Callable[..., object]) -> None:
    waiter = arrive(desk)
    other = colleague(desk, "oskar", Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="no_right"), other.write() as unit:
        act(unit, waiter.id)


def test_who_is_called_back_has_their_old_place(desk: Desk, clock: SetClock) -> None:
    first = arrive(desk)
    clock.forward(minutes=1)
    arrive(desk)
    with desk.write() as unit:
        waiting.call(unit, PLACE)
    with desk.write() as unit:
        waiting.back(unit, first.id)
    with desk.write() as unit:
        assert waiting.call(unit, PLACE).id == first.id


def test_leaving_counts_as_a_visit_and_a_mistake_does_not(desk: Desk) -> None:
    left, mistake = arrive(desk), arrive(desk)
    with desk.write() as unit:
        visit = waiting.leave(unit, left.id)
    with desk.write() as unit:
        waiting.forget(unit, mistake.id)
    assert visit.facts.outcomes == ("left",)
    assert line(desk) == []
    with desk.read() as unit:
        assert today(unit, PLACE).visits == 1
    with desk.write() as unit, pytest.raises(Refused, match="waiter_unknown"):
        waiting.leave(unit, left.id)


def test_what_was_forgotten_is_closed_on_its_day_and_marked(desk: Desk, clock: SetClock) -> None:
    yesterday = arrive(desk)
    clock.forward(days=1)
    arrive(desk)
    with desk.write() as unit:
        (closed,) = waiting.close_day(unit, PLACE)
    assert (closed.id, closed.when.day.day, closed.closed_by_day_end) == (yesterday.id, 24, True)
    assert closed.done_at is None
    assert len(line(desk)) == 1
