"""The slips given out, as the desk sees them: newest first, and no more told than may be."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.directory import Address
from app.domain.errors import Refused
from app.domain.referral import Outcome, State, Why
from app.domain.roles import Role
from app.services import directory, directory_keeping, given, referrals, visits
from app.services.slips import SlipWish, print_slip
from app.services.unit import Desk
from app.store.models import SlipCounterRow
from tests.desks import SetClock, colleague, visit

KELA, FRIDA, KVARNEN = "org-kela", "ngo-frida", "edu-kvarnen"
ELSEWHERE = Address({"fi": "Uusikatu 2", "sv": "Nygatan 2"}, {}, {}, "kruunupyy")


def hand_over(desk: Desk, folder: Path, *services: str, at: str = "pietarsaari") -> str:
    wish = SlipWish(services or (KELA,), "fi", "fi", at)
    return print_slip(desk, wish, folder / "s.pdf").number


def listed(desk: Desk, at: str = "pietarsaari") -> list[str]:
    with desk.read() as unit:
        return [one.number for one in given.lately(unit, at)]


def move(desk: Desk, service: str, to: Address | None) -> None:
    with desk.write() as unit:
        kept = directory.service(unit, service)
        directory_keeping.save_service(unit, replace(kept, address=to))


def moved(desk: Desk, at: str = "pietarsaari") -> list[str]:
    with desk.read() as unit:
        return [one.number for one in given.moved_since(unit, at)]


def test_newest_first_at_the_place_that_gave_them(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    first = hand_over(desk, tmp_path)
    clock.forward(days=1)
    second, third = hand_over(desk, tmp_path), hand_over(desk, tmp_path)
    other = hand_over(desk, tmp_path, at="kruunupyy")
    assert listed(desk) == [third, second, first]
    assert listed(desk, "kruunupyy") == [other]


def test_pages_follow_each_other_without_a_gap(
    desk: Desk, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(given, "PAGE", 2)
    numbers = [hand_over(desk, tmp_path) for _ in range(3)]
    clock.forward(days=1)
    numbers += [hand_over(desk, tmp_path) for _ in range(2)]
    found: list[given.Given] = []
    with desk.read() as unit:
        while page := given.lately(unit, "pietarsaari", found[-1] if found else None):
            assert len(page) <= 2
            found += page
    assert [one.number for one in found] == numbers[::-1]


def test_a_number_given_anew_is_listed_once(desk: Desk, tmp_path: Path, clock: SetClock) -> None:
    first = hand_over(desk, tmp_path)
    with desk.write() as unit:
        unit.session.get_one(SlipCounterRow, "J").last = 9999
    clock.forward(days=400)
    assert hand_over(desk, tmp_path, KVARNEN) == first
    assert listed(desk) == [first]


def test_of_a_sensitive_service_only_the_kind_is_told(desk: Desk, tmp_path: Path) -> None:
    number = hand_over(desk, tmp_path, FRIDA, KELA)
    with desk.write() as unit:
        away = Outcome(State.TURNED_AWAY, why=Why.NO_ROOM)
        referrals.enter(unit, number, away, part=1)
    with desk.read() as unit:
        one = given.one(unit, number)
    assert [(told.named, told.names["fi"]) for told in one.told] == [
        (False, directory.category_names()["third_sector"]["fi"]),
        (True, "Kela (Kansaneläkelaitos)"),
    ]
    assert one.told[0].by == directory.category_names()["third_sector"]
    assert one.again == (KELA,)


def test_a_slip_is_found_with_its_visit_however_its_number_is_typed(
    desk: Desk, tmp_path: Path
) -> None:
    with desk.write() as unit:
        recorded = visits.record(unit, visit("work"))
    wish = SlipWish((KELA,), "fi", "fi", "pietarsaari", visit=recorded.id)
    number = print_slip(desk, wish, tmp_path / "s.pdf").number
    for typed in (number.lower(), number.replace("-", ""), number.replace("-", " ")):
        with desk.read() as unit:
            found = given.one(unit, typed)
        assert found.number == number
        assert found.visit is not None
        assert found.visit.id == recorded.id
    with pytest.raises(Refused, match="slip_number_wrong"), desk.read() as unit:
        given.one(unit, "J-1234-Z")


def test_clerks_may_change_their_own_of_the_day(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    clerk = colleague(desk, "oskar", Role.CLERK)
    own, other = hand_over(clerk, tmp_path), hand_over(desk, tmp_path)
    with clerk.read() as unit:
        assert [given.one(unit, one).may_change for one in (own, other)] == [True, False]
    clock.forward(days=1)
    with clerk.read() as unit:
        assert not given.one(unit, own).may_change
    with desk.read() as unit:
        assert given.one(unit, own).may_change


def test_a_place_that_moved_concerns_the_slips_from_before(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    before, heard = (hand_over(desk, tmp_path, KVARNEN) for _ in range(2))
    hand_over(desk, tmp_path)
    with desk.write() as unit:
        referrals.enter(unit, heard, Outcome(State.TAKEN_UP))
    assert moved(desk) == []
    clock.forward(hours=1)
    with desk.read() as unit:
        was = directory.service(unit, KVARNEN).address
    move(desk, KVARNEN, ELSEWHERE)
    clock.forward(hours=1)
    after = hand_over(desk, tmp_path, KVARNEN)
    assert moved(desk) == [before]
    assert moved(desk, "kruunupyy") == []
    clock.forward(hours=1)
    move(desk, KVARNEN, was)
    assert moved(desk) == [after]
    with desk.write() as unit:
        kept = directory.service(unit, KVARNEN)
        directory_keeping.save_service(unit, replace(kept, phone="06 000 0000"))
    assert moved(desk) == [after]
