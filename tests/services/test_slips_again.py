"""A slip printed again: its number, its choices, the directory as it is now."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.directory import Address
from app.domain.errors import Refused
from app.domain.slip import Coming, Paper
from app.services import given, referrals, visits
from app.services.slips import Issued, SlipWish, print_slip
from app.services.slips_again import once_more, print_again
from app.services.unit import Desk
from app.store.models import LogRow
from tests.desks import SetClock, visit
from tests.services.kept_services import change_service

KELA, FRIDA, KVARNEN = "org-kela", "ngo-frida", "edu-kvarnen"
WISH = SlipWish(
    (KELA, KVARNEN),
    "en",
    "sv",
    "pietarsaari",
    Paper.A4,
    matter="housing",
    bring=("kela_card",),
    coming=Coming.BOOK,
    ask_interpreter=True,
)


def hand_over(desk: Desk, folder: Path, wish: SlipWish = WISH) -> Issued:
    return print_slip(desk, wish, folder / "s.pdf")


def found(desk: Desk, number: str) -> given.Given:
    with desk.read() as unit:
        return given.one(unit, number)


def test_it_is_the_same_slip_with_the_same_number(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    first = hand_over(desk, tmp_path)
    clock.forward(hours=1)
    second = print_again(desk, first.number.lower(), tmp_path / "again.pdf")
    assert (second.wish, second.number, second.text) == (WISH, first.number, first.text)
    assert (tmp_path / "again.pdf").read_bytes() == second.pdf
    one = found(desk, first.number)
    assert one.slip.printed_at == clock.now
    assert len(one.told) == 2
    with desk.read() as unit:
        actions = [row.action for row in unit.session.query(LogRow).order_by(LogRow.number)]
        assert len(given.lately(unit, "pietarsaari")) == 1
    assert [one for one in actions if one.startswith("slip.")] == ["slip.print", "slip.save"]


def test_a_name_is_not_kept(desk: Desk, tmp_path: Path) -> None:
    first = hand_over(desk, tmp_path, replace(WISH, name="Anna Exempel"))
    assert "Anna Exempel" in first.text
    with desk.read() as unit:
        assert "Anna" not in once_more(unit, first.number).text


def test_the_place_is_where_it_is_now_and_no_longer_said_to_have_moved(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    number = hand_over(desk, tmp_path).number
    clock.forward(hours=1)
    elsewhere = Address({"fi": "Uusikatu 2", "sv": "Nygatan 2"}, {}, {}, "kruunupyy")
    with desk.write() as unit:
        change_service(unit, KVARNEN, address=elsewhere)
    assert found(desk, number).moved
    clock.forward(hours=1)
    assert "Nygatan 2" in print_again(desk, number, tmp_path / "again.pdf").text
    assert not found(desk, number).moved


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (replace(WISH, services=(FRIDA,), matter="", bring=()), "a discreet slip keeps nothing"),
        (
            replace(WISH, services=("ngo-mll-pietarsaari",), name="Anna Exempel"),
            "which service it was is not kept with a name",
        ),
    ],
)
def test_what_may_not_be_kept_is_not(desk: Desk, tmp_path: Path, wish: SlipWish, why: str) -> None:
    number = hand_over(desk, tmp_path, wish).number
    one = found(desk, number)
    assert (one.slip.choices, one.whole) == (None, False), why
    with pytest.raises(Refused, match="slip_not_kept"), desk.read() as unit:
        once_more(unit, number)


def test_a_void_slip_and_one_of_a_service_that_ended_are_not_printed_again(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    number = hand_over(desk, tmp_path).number
    assert found(desk, number).whole
    with desk.write() as unit:
        referrals.void(unit, number, "left_here")
    assert not found(desk, number).whole
    with pytest.raises(Refused, match="slip_void"), desk.read() as unit:
        once_more(unit, number)
    with desk.write() as unit:
        referrals.restore(unit, number)
        change_service(unit, KVARNEN, valid_to=unit.today)
    assert found(desk, number).whole
    clock.forward(days=1)
    assert not found(desk, number).whole
    with pytest.raises(Refused, match="service_ended"), desk.read() as unit:
        once_more(unit, number)


def test_an_appointment_that_has_passed_is_made_anew(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    at = datetime.combine(clock.now.date(), datetime.min.time()).replace(hour=14)
    wish = replace(WISH, appointment=at, coming=Coming.UNSAID)
    number = hand_over(desk, tmp_path, wish).number
    one = found(desk, number)
    assert one.whole
    assert one.slip.choices is not None
    assert one.slip.choices.appointment == at
    clock.forward(days=1)
    assert not found(desk, number).whole


def test_of_a_person_no_more_is_kept_than_may_be_told(desk: Desk, tmp_path: Path) -> None:
    with desk.write() as unit:
        recorded = visits.record(unit, visit("work"))
    wish = replace(WISH, services=("ngo-mll-pietarsaari",), visit=recorded.id)
    number = hand_over(desk, tmp_path, wish).number
    assert found(desk, number).whole
    with desk.write() as unit:
        referrals.of_a_person(unit, recorded.id)
    assert found(desk, number).slip.choices is None
