"""The list of reviews that are due: the same as the clock of each plan says, on both engines."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.clock.clock import State
from app.domain.clock.due_list import DueLine, DueQuestion
from app.domain.clock.person import Person
from app.domain.clock.standing import standing
from app.domain.errors import Refused
from app.domain.invented.clients import Wanted, invent_clients
from app.domain.path.assessment import Assessment
from app.domain.path.longer import Leave
from app.domain.path.plan import Plan
from app.domain.path.review import Review, ReviewReason
from app.domain.roles import Role
from app.services import due, path
from app.services.demo_data import client_names
from app.services.demo_paths import add_paths
from app.services.reviewers import UNIT, Reviewers
from app.services.rule_sets import bundled_rule_sets
from app.services.unit import Desk, Unit
from app.store import path as store
from app.store.clients import CLIENT, insert_clients
from tests.clients import hidden, recorded
from tests.desks import NOON, colleague

TODAY = NOON.date()
DRAWN = date(2026, 6, 1)
PLANNED = Plan(DRAWN, DRAWN, date(2027, 6, 1))
ASSESSED = Assessment(interview_on=DRAWN, completed_on=DRAWN)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A store with the paths of many clients."""
    staff_id = desk.actor.staff_id
    wanted = Wanted(250, TODAY, {"adviser": staff_id, "supervisor": staff_id}, 7)
    clients = list(invent_clients(client_names(), wanted))
    with desk.write() as unit:
        insert_clients(unit.connection, clients)
        add_paths(unit, clients, TODAY, 7)
    return desk


def every(unit: Unit, on: date = TODAY, within: int | None = None, **more: Any) -> list[DueLine]:
    return list(due.every(unit, DueQuestion(on, within, **more)))


def by_the_clocks(unit: Unit, on: date) -> set[tuple[object, ...]]:
    """What each client's path says by itself, of clients that everybody may know of."""
    open_to_all = CLIENT.c.hidden_until.is_(None)
    found: set[tuple[object, ...]] = set()
    for client_id in unit.connection.scalars(select(CLIENT.c.id).where(open_to_all)):
        answer = standing(store.read(unit.connection, client_id), Person(), bundled_rule_sets(), on)
        for clock in answer.clocks:
            if clock.due is not None:
                kept = (clock.plan, clock.due, clock.state, clock.last_day, clock.on_leave)
                found.add((client_id, *kept))
    return found


def of_the_list(lines: list[DueLine]) -> set[tuple[object, ...]]:
    return {(one.client, one.plan, one.due, one.state, one.last_day, one.on_leave) for one in lines}


@pytest.mark.parametrize("ahead", [0, 1, 40, 400])
def test_the_list_says_what_the_clocks_say(filled: Desk, ahead: int) -> None:
    on = TODAY + timedelta(days=ahead)
    with filled.read() as unit:
        lines = every(unit, on)
        assert of_the_list(lines) == by_the_clocks(unit, on)
    assert len(lines) > 50
    assert all(one.place < other.place for one, other in pairwise(lines))


def test_every_state_that_has_not_ended_is_in_the_list(filled: Desk) -> None:
    with filled.read() as unit:
        found = {line.state for line in every(unit)}
    assert found >= {State.OVERDUE, State.SOON, State.UPCOMING, State.EXPIRED}
    assert State.ENDED not in found


@pytest.mark.parametrize("within", [0, 30, 200])
def test_what_is_due_within_some_days_is_the_beginning_of_the_list(
    filled: Desk, within: int
) -> None:
    with filled.read() as unit:
        lines, some = every(unit), every(unit, within=within)
    assert some == [line for line in lines if line.due.day <= TODAY + timedelta(days=within)]


def test_pages_follow_each_other(filled: Desk) -> None:
    question = DueQuestion(TODAY)
    with filled.read() as unit:
        pages = [due.due(unit, question, most=17)]
        while pages[-1].more:
            pages.append(due.due(unit, question, pages[-1].lines[-1], most=17))
        assert [line for page in pages for line in page.lines] == every(unit)


def test_each_body_has_its_own_and_the_unit_those_of_nobody(filled: Desk) -> None:
    with filled.read() as unit:
        lines, bodies = every(unit), Reviewers(unit).all()
        assert bodies[0] == UNIT
        for body in bodies:
            wanted = [one for one in lines if one.body == body or (body == UNIT and not one.body)]
            assert every(unit, body=body) == wanted
        assert {line.body for line in lines} >= set(bodies)


def test_filters_ask_for_some(filled: Desk) -> None:
    with filled.read() as unit:
        lines = every(unit)
        spoken = {line.language for line in lines} - {None}
        language = sorted(str(one) for one in spoken)[0]
        assert every(unit, language=language) == [one for one in lines if one.language == language]
        towns = [every(unit, municipality=town) for town in ("pietarsaari", "kruunupyy")]
    assert all(towns)
    assert not of_the_list(towns[0]) & of_the_list(towns[1])


def plan(desk: Desk, client_id: object, *steps: object) -> None:
    with desk.write() as unit:
        path.record(unit, client_id, ASSESSED)  # type: ignore[arg-type]
        kept = path.record(unit, client_id, PLANNED)  # type: ignore[arg-type]
        for make in steps:
            path.record(unit, client_id, make(kept.id))  # type: ignore[arg-type,operator]


def test_a_review_moves_the_plan_at_once(desk: Desk) -> None:
    client = recorded(desk, "Yusuf", "Haidari")
    plan(desk, client.id)
    with desk.read() as unit:
        assert [one.due.day for one in every(unit)] == [date(2026, 12, 1)]
    with desk.write() as unit:
        (kept,) = path.of_client(unit, client.id).of(Plan)
        review = path.record(unit, client.id, Review(kept.id, TODAY, ReviewReason.INTERVAL))
    with desk.read() as unit:
        assert [one.due.day for one in every(unit)] == [date(2027, 5, 24)]
    with desk.write() as unit:
        path.take_back(unit, client.id, Review, review.id, review.revision)
    with desk.read() as unit:
        assert [one.due.day for one in every(unit)] == [date(2026, 12, 1)]


def test_a_plan_with_leave_that_goes_on_is_in_the_list_once(desk: Desk) -> None:
    client = recorded(desk, "Yusuf", "Haidari")
    plan(desk, client.id, lambda plan_id: Leave(plan_id, date(2026, 11, 1)))
    with desk.read() as unit:
        (line,) = every(unit)
    assert (line.on_leave, line.last_day) == (True, date(2027, 6, 25))


def test_who_is_protected_is_in_the_list_of_the_named_alone(desk: Desk) -> None:
    fields = {"municipality": "uusikaarlepyy", "labour": "unemployed_jobseeker"}
    plan(desk, hidden(desk, "Yusuf", "Haidari", **fields).id)
    other = colleague(desk, "oskar", Role.ADVISER)
    with other.read() as unit:
        assert every(unit) == []
    with desk.read() as unit:
        (line,) = every(unit)
        assert (line.body, line.is_protected) == (None, True)
        assert every(unit, municipality="uusikaarlepyy") == []
        bodies = Reviewers(unit).all()
        assert [every(unit, body=body) for body in bodies] == [[] for _body in bodies]


def test_a_clerk_gets_no_list(desk: Desk) -> None:
    clerk = colleague(desk, "oskar", Role.CLERK)
    with clerk.read() as unit, pytest.raises(Refused, match="no_right"):
        every(unit)
