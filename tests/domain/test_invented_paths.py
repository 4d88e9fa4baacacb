"""Invented paths keep to the rules, come to every state, and are the same for the same seed."""

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app import paths
from app.domain.client import Client
from app.domain.invented.clients import Wanted, invent_clients
from app.domain.invented.paths import Around, invent_paths
from app.domain.path.assessment import Assessment
from app.domain.path.orientation import Orientation
from app.domain.path.plan import Plan
from app.domain.path.training import Training
from app.domain.path.whole import STEPS, Kept, Path, check_whole, last_day
from app.services.responsible import bundled_table

LAST = date(2026, 11, 24)


def invented(amount: int, seed: int) -> list[tuple[UUID, Kept[Any]]]:
    names = json.loads(paths.resource("reference", "invented_clients.json").read_text("utf-8"))
    people = {"adviser": UUID(int=1), "supervisor": UUID(int=2)}
    clients: list[Client] = list(invent_clients(names, Wanted(amount, LAST, people, seed)))
    return list(invent_paths(Around(LAST, bundled_table(), ["edu-optima"]), clients, seed))


@pytest.fixture(scope="module")
def whole() -> list[Path]:
    """The paths of 400 clients that have one."""
    of: dict[UUID, list[Kept[Any]]] = {}
    for client, kept in invented(400, 7):
        of.setdefault(client, []).append(kept)
    return [Path(tuple(steps)) for steps in of.values()]


def test_every_step_keeps_to_the_rules(whole: list[Path]) -> None:
    for path in whole:
        check_whole(path)
        for one in path.kept:
            one.step.check(LAST)


def test_every_state_is_there(whole: list[Path]) -> None:
    steps = [one.step for path in whole for one in path.kept]
    assert {type(step) for step in steps} == set(STEPS)
    assessed = [one for one in steps if isinstance(one, Assessment)]
    assert {one.is_completed for one in assessed} == {True, False}
    assert any(one.date_unknown for one in assessed)
    plans = [(path, one) for path in whole for one in path.of(Plan)]
    assert {last_day(path, one, LAST) < LAST for path, one in plans} == {True, False}
    assert any(one.step.ended_on for _path, one in plans)
    assert any(one.step.is_of_old_law for _path, one in plans)
    courses = [one for one in steps if isinstance(one, Orientation)]
    assert {one.is_completed() for one in courses} == {True, False}
    assert any(one.started_on and one.started_on > LAST for one in courses)
    trained = [one for one in steps if isinstance(one, Training)]
    assert {one.has_reached for one in trained} == {True, False}


def test_the_same_seed_makes_the_same_paths() -> None:
    assert invented(40, 1) == invented(40, 1)
    assert invented(40, 1) != invented(40, 2)
