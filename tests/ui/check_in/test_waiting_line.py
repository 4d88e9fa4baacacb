"""The waiting line at the desk: F7 for who comes, F8 for who is next."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.services import places
from app.services.unit import Desk
from tests.desks import SetClock
from tests.ui.check_in.conftest import Hands

F7, F8, ENTER = Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_Return


@pytest.fixture
def file_store(file_store: Desk) -> Desk:
    with file_store.write() as unit:
        place = places.location(unit, "pietarsaari")
        places.save_location(unit, replace(place, waiting_line=True))
    return file_store


def test_a_visit_from_the_line(hands: Hands, clock: SetClock) -> None:
    hands.keys(F7)
    clock.forward(minutes=14)
    hands.keys(F8)
    clock.forward(minutes=6)
    hands.keys("9", ENTER)
    (visit,) = hands.visits()
    assert visit.arrived_at is not None
    assert visit.served_at is not None
    assert (visit.served_at - visit.arrived_at).total_seconds() == 14 * 60
    assert hands.tab.panel.waiting.count.text() == "0 waiting"


def test_next_waits_until_the_form_is_recorded(hands: Hands) -> None:
    hands.keys(F7, "9", F8)
    assert hands.line() == "Record this visit first, then call the next."
    assert hands.tab.panel.waiting.count.text() == "1 waiting"


def test_calling_is_undone(hands: Hands) -> None:
    hands.keys(F7, F8)
    hands.undo()
    assert hands.tab.panel.waiting.count.text() == "1 waiting"


def test_a_visit_after_calling_was_undone_is_nobody_elses(hands: Hands) -> None:
    hands.keys(F7, F8)
    hands.undo()
    hands.keys("9", ENTER)
    assert hands.visits()[0].arrived_at is None
    assert hands.tab.panel.waiting.count.text() == "1 waiting"


def test_what_a_day_left_open_is_closed_at_its_end(hands: Hands, clock: SetClock) -> None:
    hands.keys(F7)
    clock.forward(days=1)
    hands.tab.queueing.follow()
    assert hands.tab.panel.waiting.count.text() == "0 waiting"
