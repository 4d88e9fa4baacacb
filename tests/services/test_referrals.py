"""From the slip to what came of it: by number, without a name, with the visit's counters right."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.errors import Refused
from app.domain.referral import EXPIRES_AFTER, IssuedSlip, Outcome, State, Why
from app.domain.roles import Role
from app.domain.slip_number import slip_number
from app.domain.visit import Visit
from app.services import referrals, visits
from app.services.slips import SlipWish, print_slip
from app.services.unit import Changes, Desk
from app.store import counters
from app.store import visits as stored
from app.store.models import SlipCounterRow
from tests.desks import SetClock, colleague, counting, visit

KELA, FRIDA, KVARNEN = "org-kela", "ngo-frida", "edu-kvarnen"
AWAY = Outcome(State.TURNED_AWAY, why=Why.PAPERS_MISSING)


def hand_over(desk: Desk, folder: Path, *services: str, of: UUID | None = None) -> str:
    """Print a slip; its number."""
    wish = SlipWish(services or (KELA,), "fi", "fi", "pietarsaari", visit=of)
    return print_slip(desk, wish, folder / "s.pdf").number


def found(desk: Desk, number: str) -> IssuedSlip:
    with desk.read() as unit:
        return referrals.find(unit, number)


def recorded(desk: Desk, *outcomes: str) -> UUID:
    with desk.write() as unit:
        return visits.record(unit, visit("work", outcomes=outcomes)).id


def of_visit(desk: Desk, visit_id: UUID) -> Visit:
    with desk.read() as unit:
        one = stored.find(unit.connection, visit_id)
    assert one is not None
    return one


def counters_agree(desk: Desk) -> bool:
    with desk.read() as unit:
        kept = counters.stored(unit.connection)
        recounted = counters.counted(counting(unit.connection))
    return kept.day == recounted.day and kept.month == recounted.month


# Handing over


def test_a_slip_is_kept_with_a_referral_for_each_service(desk: Desk, tmp_path: Path) -> None:
    number = hand_over(desk, tmp_path, KELA, FRIDA)
    slip = found(desk, number)
    assert (slip.number, slip.location, slip.visit, slip.void_reason) == (
        number,
        "pietarsaari",
        None,
        None,
    )
    assert [(one.part, one.category, one.target) for one in slip.referrals] == [
        (1, "authority", KELA),
        (2, "third_sector", FRIDA),
    ]
    assert slip.states(slip.day) == (State.ISSUED, State.ISSUED)


def test_a_slip_that_was_not_written_is_not_kept(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        hand_over(desk, tmp_path / "nowhere")
    with pytest.raises(Refused, match="visit_unknown"):
        hand_over(desk, tmp_path, of=UUID(int=9))
    with pytest.raises(Refused, match="slip_unknown"):
        found(desk, slip_number("J", 1))


def test_after_the_last_number_the_newest_slip_of_a_number_counts(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    first = hand_over(desk, tmp_path, KELA)
    with desk.write() as unit:
        unit.session.get_one(SlipCounterRow, "J").last = 9999
    clock.forward(days=400)
    assert hand_over(desk, tmp_path, KVARNEN) == first
    assert found(desk, first).referrals[0].target == KVARNEN


# What came of it


@pytest.mark.parametrize("state", [State.TAKEN_UP, State.DID_NOT_GO, State.UNKNOWN])
def test_an_outcome_is_entered_by_number_and_taken_back(
    desk: Desk, tmp_path: Path, state: State
) -> None:
    number = hand_over(desk, tmp_path)
    with desk.write() as unit:
        before = referrals.enter(unit, f" {number.lower()} ", Outcome(state))
        assert unit.changes is Changes.REFERRALS
        assert [entry.subject for entry in unit.entries] == [number]
    assert found(desk, number).referrals[0].outcome == Outcome(state)
    with desk.write() as unit:
        referrals.put_back(unit, before)
    assert found(desk, number).referrals[0].outcome == Outcome()


def test_turned_away_by_the_service_itself_or_by_another(desk: Desk, tmp_path: Path) -> None:
    number = hand_over(desk, tmp_path)
    with desk.write() as unit:
        referrals.enter(unit, number, AWAY)
    assert found(desk, number).referrals[0].outcome == replace(AWAY, by=KELA)
    with desk.write() as unit:
        referrals.enter(unit, number, replace(AWAY, by=KVARNEN))
    assert found(desk, number).referrals[0].outcome.by == KVARNEN
    with pytest.raises(Refused, match="service_unknown"), desk.write() as unit:
        referrals.enter(unit, number, replace(AWAY, by="nobody"))


def test_each_service_of_a_slip_has_its_own_outcome(desk: Desk, tmp_path: Path) -> None:
    number = hand_over(desk, tmp_path, KELA, KVARNEN)
    with pytest.raises(Refused, match="slip_part_missing"), desk.write() as unit:
        referrals.enter(unit, number, Outcome(State.TAKEN_UP))
    with desk.write() as unit:
        referrals.enter(unit, number, Outcome(State.TAKEN_UP), part=2)
    slip = found(desk, number)
    assert slip.states(slip.day) == (State.ISSUED, State.TAKEN_UP)


def test_anybody_at_a_desk_enters_an_outcome(desk: Desk, tmp_path: Path) -> None:
    number = hand_over(desk, tmp_path)
    clerk, auditor = (colleague(desk, str(role), role) for role in (Role.CLERK, Role.AUDITOR))
    with clerk.write() as unit:
        referrals.enter(unit, number, Outcome(State.TAKEN_UP))
    with pytest.raises(Refused, match="no_right"), auditor.write() as unit:
        referrals.enter(unit, number, Outcome())


@pytest.mark.parametrize("number", ["", "J-0001-A", "J-001-K", "Kela", "J-0001-K\0", "é" * 900])
def test_a_number_with_a_slip_of_the_pen_is_told(desk: Desk, number: str) -> None:
    with pytest.raises(Refused, match="slip_number_wrong"):
        found(desk, number)


# The visit


def test_the_visit_is_marked_and_counted_as_referred(desk: Desk, tmp_path: Path) -> None:
    visit_id = recorded(desk, "information_given")
    number = hand_over(desk, tmp_path, of=visit_id)
    assert found(desk, number).visit == visit_id
    assert of_visit(desk, visit_id).facts.outcomes == ("information_given", "referred")
    assert counters_agree(desk)


def test_a_slip_is_linked_to_its_visit_later_and_to_another(desk: Desk, tmp_path: Path) -> None:
    number, first, second = hand_over(desk, tmp_path), recorded(desk), recorded(desk)
    for visit_id in (first, first, second):
        with desk.write() as unit:
            referrals.link(unit, number, visit_id)
    assert of_visit(desk, first).facts.outcomes == ()
    assert of_visit(desk, second).facts.outcomes == ("referred",)
    assert counters_agree(desk)


@pytest.mark.parametrize(
    "outcomes", [("referred",), ("information_given", "come_back", "not_resolved")]
)
def test_what_the_visit_says_already_stays(
    desk: Desk, tmp_path: Path, outcomes: tuple[str, ...]
) -> None:
    visit_id = recorded(desk, *outcomes)
    number = hand_over(desk, tmp_path, of=visit_id)
    assert of_visit(desk, visit_id).facts.outcomes == outcomes
    assert not of_visit(desk, visit_id).amended
    with desk.write() as unit:
        referrals.void(unit, number, "mistake")
    assert of_visit(desk, visit_id).facts.outcomes == outcomes


def test_a_voided_visit_or_that_of_somebody_else_is_not_marked(desk: Desk, tmp_path: Path) -> None:
    number, theirs, voided = hand_over(desk, tmp_path), recorded(desk), recorded(desk)
    with desk.write() as unit:
        visits.void(unit, voided, "mistake")
    with pytest.raises(Refused, match="visit_voided"), desk.write() as unit:
        referrals.link(unit, number, voided)
    clerk = colleague(desk, "oskar", Role.CLERK)
    with pytest.raises(Refused, match="not_your_visit"), clerk.write() as unit:
        referrals.link(unit, number, theirs)
    assert found(desk, number).visit is None


# Void and restored


def test_a_voided_slip_takes_its_mark_along_and_brings_it_back(desk: Desk, tmp_path: Path) -> None:
    visit_id = recorded(desk, "information_given")
    number = hand_over(desk, tmp_path, of=visit_id)
    with desk.write() as unit:
        assert referrals.void(unit, number, " wrong\nservice ").void_reason == "wrong service"
    assert of_visit(desk, visit_id).facts.outcomes == ("information_given",)
    assert counters_agree(desk)
    with pytest.raises(Refused, match="slip_void"), desk.write() as unit:
        referrals.enter(unit, number, Outcome(State.TAKEN_UP))
    with desk.write() as unit:
        referrals.restore(unit, number)
    assert found(desk, number).void_reason is None
    assert of_visit(desk, visit_id).facts.outcomes == ("information_given", "referred")
    assert counters_agree(desk)


def test_of_two_slips_of_a_visit_the_last_takes_the_mark_along(desk: Desk, tmp_path: Path) -> None:
    visit_id = recorded(desk)
    numbers = [hand_over(desk, tmp_path, of=visit_id) for _ in range(2)]
    for number, left in zip(numbers, (("referred",), ()), strict=True):
        with desk.write() as unit:
            referrals.void(unit, number, "mistake")
        assert of_visit(desk, visit_id).facts.outcomes == left
    assert counters_agree(desk)


def test_a_slip_of_a_visit_that_was_voided_since_comes_and_goes_alone(
    desk: Desk, tmp_path: Path
) -> None:
    visit_id = recorded(desk)
    number = hand_over(desk, tmp_path, of=visit_id)
    with desk.write() as unit:
        visits.void(unit, visit_id, "mistake")
    for act in (lambda unit: referrals.void(unit, number, "mistake"), None):
        with desk.write() as unit:
            if act is None:
                referrals.restore(unit, number)
            else:
                act(unit)
    assert of_visit(desk, visit_id).void_reason == "mistake"
    assert counters_agree(desk)


def test_voiding_needs_a_reason_and_ones_own_slip_of_today(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    clerk = colleague(desk, "oskar", Role.CLERK)
    own, other = hand_over(clerk, tmp_path), hand_over(desk, tmp_path)
    with pytest.raises(Refused, match="reason_missing"), clerk.write() as unit:
        referrals.void(unit, own, " ")
    with pytest.raises(Refused, match="reason_too_long"), clerk.write() as unit:
        referrals.void(unit, own, "x" * 201)
    with pytest.raises(Refused, match="not_your_slip"), clerk.write() as unit:
        referrals.void(unit, other, "mistake")
    clock.forward(days=1)
    with pytest.raises(Refused, match="not_your_slip"), clerk.write() as unit:
        referrals.void(unit, own, "mistake")
    with desk.write() as unit:
        referrals.void(unit, own, "mistake")


# A service that moves


def test_only_slips_in_peoples_hands_are_printed_again(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    hand_over(desk, tmp_path, KVARNEN)
    clock.forward(days=EXPIRES_AFTER.days + 1)
    gone, void, both, other = (
        hand_over(desk, tmp_path, *services)
        for services in ((KVARNEN,), (KVARNEN,), (KELA, KVARNEN), (KELA,))
    )
    with desk.write() as unit:
        referrals.enter(unit, gone, Outcome(State.TAKEN_UP))
        referrals.void(unit, void, "mistake")
    with desk.read() as unit:
        assert [one.number for one in referrals.to_reprint(unit, [KVARNEN])] == [both]
        again = referrals.to_reprint(unit, [KVARNEN, KELA])
        assert [one.number for one in again] == [both, other]
        assert referrals.to_reprint(unit, []) == []


# A person


def test_a_slip_that_bears_a_name_names_only_what_may_be_named(desk: Desk, tmp_path: Path) -> None:
    wish = SlipWish((KELA, "rel-mosque"), "fi", "fi", "pietarsaari", name="Aino Esimerkki")
    number = print_slip(desk, wish, tmp_path / "s.pdf").number
    assert [one.target for one in found(desk, number).referrals] == [KELA, None]


def test_of_a_known_person_only_what_may_be_named_stays_named(desk: Desk, tmp_path: Path) -> None:
    visit_id, theirs = recorded(desk), recorded(desk)
    number = hand_over(desk, tmp_path, KELA, FRIDA, KVARNEN, "rel-mosque", of=visit_id)
    other = hand_over(desk, tmp_path, FRIDA, of=theirs)
    with desk.write() as unit:
        referrals.enter(unit, number, replace(AWAY, by=FRIDA), part=1)
        referrals.of_a_person(unit, visit_id)
    slip = found(desk, number)
    assert [(one.category, one.target) for one in slip.referrals] == [
        ("authority", KELA),
        ("third_sector", None),
        ("training_provider", KVARNEN),
        ("third_sector", None),
    ]
    assert slip.referrals[0].outcome == AWAY
    assert found(desk, other).referrals[0].target == FRIDA
