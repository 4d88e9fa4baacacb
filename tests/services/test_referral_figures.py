"""Referrals counted by authority and outcome, on either engine."""

from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.periods import Period
from app.domain.referral import EXPIRES_AFTER, Outcome, State, Why
from app.domain.referral_figures import By, ReferralFigures, ReferralQuestion
from app.domain.roles import Role
from app.services import referrals
from app.services.referral_figures import figures, log_figures
from app.services.slips import SlipWish, print_slip
from app.services.unit import Desk
from tests.desks import NOON, SetClock, colleague

TODAY = NOON.date()
KELA, FRIDA, KVARNEN = "org-kela", "ngo-frida", "edu-kvarnen"


def hand_over(desk: Desk, folder: Path, service: str, location: str = "pietarsaari") -> str:
    wish = SlipWish((service,), "fi", "fi", location)
    return print_slip(desk, wish, folder / "s.pdf").number


def ask(desk: Desk, *by: By, locations: tuple[str, ...] = (), until: int = 0) -> ReferralFigures:
    """The slips of today and the `until` days after, as they stand at the desk's clock."""
    last = TODAY.fromordinal(TODAY.toordinal() + until)
    with desk.read() as unit:
        return figures(unit, ReferralQuestion(Period(TODAY, last), by, locations))


def lines(answer: ReferralFigures) -> dict[tuple[str | None, ...], int]:
    return {line.values: line.referrals for line in answer.lines}


def test_by_authority_and_outcome(desk: Desk, tmp_path: Path) -> None:
    numbers = [hand_over(desk, tmp_path, KELA) for _ in range(3)]
    hand_over(desk, tmp_path, KVARNEN, "kruunupyy")
    voided = hand_over(desk, tmp_path, KVARNEN)
    with desk.write() as unit:
        referrals.enter(unit, numbers[0], Outcome(State.TAKEN_UP))
        referrals.enter(unit, numbers[1], Outcome(State.TURNED_AWAY, why=Why.NO_ROOM))
        referrals.void(unit, voided, "mistake")
    answer = ask(desk, By.TARGET, By.STATE)
    assert [(*line.values, line.referrals) for line in answer.lines] == [
        (KVARNEN, "issued", 1),
        (KELA, "issued", 1),
        (KELA, "taken_up", 1),
        (KELA, "turned_away", 1),
    ]
    assert (answer.portals, answer.romaniportti) == (4, 0)
    assert lines(ask(desk, By.WHY)) == {("no_room",): 1, (None,): 3}
    assert lines(ask(desk, By.LOCATION)) == {("pietarsaari",): 3, ("kruunupyy",): 1}
    assert ask(desk).lines == ()


def test_of_a_sensitive_service_only_its_kind_is_told(desk: Desk, tmp_path: Path) -> None:
    hand_over(desk, tmp_path, FRIDA)
    hand_over(desk, tmp_path, "ngo-4h-luoto")
    assert lines(ask(desk, By.CATEGORY, By.TARGET)) == {
        ("third_sector", "ngo-4h-luoto"): 1,
        ("third_sector", None): 1,
    }


def test_romaniportti_is_apart_and_in_no_sum(desk: Desk, tmp_path: Path) -> None:
    hand_over(desk, tmp_path, KELA)
    hand_over(desk, tmp_path, KELA, "romaniportti")
    answer = ask(desk, By.TARGET)
    assert (lines(answer), answer.portals, answer.romaniportti) == ({(KELA,): 1}, 1, 1)
    alone = ask(desk, By.TARGET, locations=("romaniportti",))
    assert (lines(alone), alone.portals) == ({("romaniportti", KELA): 1}, 0)
    assert ask(desk, By.TARGET, locations=("pietarsaari",)).romaniportti is None


def test_a_slip_counts_on_its_day_and_expires(desk: Desk, tmp_path: Path, clock: SetClock) -> None:
    hand_over(desk, tmp_path, KELA)
    clock.forward(days=EXPIRES_AFTER.days)
    hand_over(desk, tmp_path, KELA)
    assert ask(desk, By.STATE).portals == 1
    assert lines(ask(desk, By.QUARTER, until=99)) == {("2026-Q4",): 1, ("2027-Q1",): 1}
    assert lines(ask(desk, By.STATE, until=99)) == {("issued",): 2}
    clock.forward(days=1)
    assert lines(ask(desk, By.STATE, until=99)) == {("issued",): 1, ("expired",): 1}


def test_they_are_for_who_may_see_exact_numbers(desk: Desk) -> None:
    with pytest.raises(Refused, match="no_right"):
        ask(colleague(desk, "oskar", Role.ADVISER), By.TARGET)
    with pytest.raises(Refused, match="location_unknown"):
        ask(desk, By.TARGET, locations=("nowhere",))
    with pytest.raises(Refused, match="one_grain"):
        ask(desk, By.DAY, By.MONTH)
    with pytest.raises(Refused, match="dimension_twice"):
        ask(desk, By.DAY, By.DAY)


def test_handing_them_out_is_on_record(desk: Desk) -> None:
    with desk.read() as unit:
        log_figures(unit, ReferralQuestion(Period(TODAY, TODAY)), "csv")
        assert [entry.subject for entry in unit.entries] == [
            "2026-11-24/2026-11-24 category,target,state csv internal"
        ]
