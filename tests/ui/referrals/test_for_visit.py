"""From a visit to its slip: one key, and the visit is marked when the slip has left."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt

from app.domain.visit import Facts, Visit
from app.services import referrals, visits
from app.services.today import day_list
from app.services.visits import NewVisit, new_id
from app.ui.check_in.tab import CheckInTab
from app.ui.referrals.tab import ReferralsTab
from tests.ui.referrals.conftest import CONTROL, Hands, Opens

SHIFT = Qt.KeyboardModifier.ShiftModifier
H, ESCAPE = Qt.Key.Key_H, Qt.Key.Key_Escape


def check_in(hands: Hands) -> CheckInTab:
    """The check-in, in view."""
    pages = hands.window.frame.pages
    pages.go(1)
    tab = pages.current()
    assert isinstance(tab, CheckInTab)
    return tab


def visit_now(hands: Hands, facts: Facts) -> UUID:
    """A visit that somebody at the desk has recorded."""
    with hands.desk.write() as unit:
        visit = visits.record(unit, NewVisit(new_id(), "pietarsaari", facts))
    hands.window.news.try_again()
    return visit.id


def kept(hands: Hands, visit_id: UUID) -> Visit:
    with hands.desk.read() as unit:
        found = day_list(unit, "pietarsaari", unit.today)
    return next(visit for visit in found if visit.id == visit_id)


def copy(hands: Hands) -> str:
    """The slip leaves; its number."""
    hands.page()
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    last = hands.tab.making.handing.last
    assert last is not None
    return last.number


def test_a_visit_is_recorded_and_its_slip_begun_by_one_key(hands: Hands) -> None:
    tab = check_in(hands)
    for key in (Qt.Key.Key_9, Qt.Key.Key_A):
        hands.press(key)
    hands.press(H, CONTROL)
    assert tab.form.is_empty()
    form = hands.tab.form
    assert form.visit.text() == "Nameless visit at 12.00"
    assert form.visit.isVisible()
    assert form.answers.language.code() == "ar"
    assert form.answers.matter.code() == "benefits"
    assert hands.focus() is hands.tab.directory.field.edit
    visit = hands.tab.making.visit
    assert visit is not None
    hands.take("kela")
    number = copy(hands)
    assert kept(hands, visit.id).facts.outcomes == ("referred",)
    with hands.desk.read() as unit:
        assert referrals.find(unit, number).visit == visit.id


def test_the_button_does_the_same(hands: Hands) -> None:
    tab = check_in(hands)
    hands.press(Qt.Key.Key_9)
    hands.click(tab.form.foot.slip)
    assert isinstance(hands.window.frame.pages.current(), ReferralsTab)
    assert hands.tab.form.answers.language.code() == ""


def test_with_an_empty_form_the_last_visit_or_the_one_in_focus(hands: Hands) -> None:
    first = visit_now(hands, Facts(("housing",), language="uk"))
    last = visit_now(hands, Facts(("work",)))
    tab = check_in(hands)
    hands.press(H, CONTROL)
    visit = hands.tab.making.visit
    assert visit is not None
    assert visit.id == last
    check_in(hands)
    tab.panel.last.setFocus()
    hands.press(Qt.Key.Key_Down)
    while (current := tab.panel.last.current()) is None or current.id != first:
        hands.press(Qt.Key.Key_Down)
    hands.press(H, CONTROL)
    assert hands.tab.making.visit is not None
    assert hands.tab.making.visit.id == first
    assert hands.tab.form.answers.language.code() == "uk"
    assert hands.tab.form.answers.matter.code() == "housing"


def test_what_was_begun_before_comes_back_by_undo(hands: Hands) -> None:
    hands.take("kvarnen")
    visit_now(hands, Facts(("work",)))
    check_in(hands)
    hands.press(H, CONTROL)
    assert hands.tab.form.answers.services.codes() == ()
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.tab.form.answers.services.codes() == ("edu-kvarnen",)
    assert hands.tab.making.visit is None


def test_the_same_visit_once_more_goes_on_with_its_slip(hands: Hands) -> None:
    visit_now(hands, Facts(("work",)))
    check_in(hands)
    hands.press(H, CONTROL)
    hands.take("kvarnen")
    check_in(hands)
    hands.press(H, CONTROL)
    assert hands.tab.form.answers.services.codes() == ("edu-kvarnen",)


def test_a_slip_is_taken_off_its_visit_and_put_back(hands: Hands) -> None:
    visit_id = visit_now(hands, Facts(("work",)))
    check_in(hands)
    hands.press(H, CONTROL)
    form = hands.tab.form
    hands.click(form.unlink)
    assert not form.visit.isVisible()
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert form.visit.isVisible()
    hands.click(form.unlink)
    hands.take("kela")
    hands.speak("en")
    copy(hands)
    assert kept(hands, visit_id).facts.outcomes == ()


def test_start_over_is_for_no_visit_and_undo_brings_it_back(hands: Hands) -> None:
    visit_now(hands, Facts(("work",)))
    check_in(hands)
    hands.press(H, CONTROL)
    hands.press(H, CONTROL)
    assert hands.tab.making.visit is None
    assert not hands.tab.form.visit.isVisible()
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.tab.form.visit.isVisible()


def test_without_a_topic_nothing_is_recorded(hands: Hands) -> None:
    tab = check_in(hands)
    hands.press(Qt.Key.Key_A)
    hands.press(H, CONTROL)
    assert hands.window.frame.pages.current() is tab
    assert tab.form.foot.line.text() == "Choose a topic."


def test_while_a_visit_is_amended_its_changes_come_first(hands: Hands) -> None:
    visit_now(hands, Facts(("work",)))
    tab = check_in(hands)
    hands.press(Qt.Key.Key_E, CONTROL)
    assert not tab.form.foot.slip.isVisible()
    hands.press(H, CONTROL)
    assert hands.window.frame.pages.current() is tab
    assert "Save the changes first" in tab.form.foot.line.text()


def test_a_voided_visit_gets_no_slip(hands: Hands) -> None:
    visit_id = visit_now(hands, Facts(("work",)))
    with hands.desk.write() as unit:
        visits.void(unit, visit_id, "by_mistake")
    tab = check_in(hands)
    tab.for_slip.of(kept(hands, visit_id))
    assert hands.window.frame.pages.current() is tab


def test_a_clerk_makes_slips_for_their_own_visits(opened: Opens) -> None:
    hands = opened("clerk")
    own = visit_now(hands, Facts(("work",)))
    tab = check_in(hands)
    hands.press(H, CONTROL)
    assert hands.tab.making.visit is not None
    assert hands.tab.making.visit.id == own
    check_in(hands)
    tab.for_slip.of(replace(kept(hands, own), recorded_by=UUID(int=9)))
    assert hands.window.frame.pages.current() is tab


def test_a_visit_that_is_taken_back_leaves_its_slip_to_be_taken_off(hands: Hands) -> None:
    check_in(hands)
    hands.press(Qt.Key.Key_9)
    hands.press(H, CONTROL)
    hands.take("kela")
    hands.speak("en")
    hands.page()
    hands.press(Qt.Key.Key_Z, CONTROL)
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    failure = hands.tab.preview.failure
    assert failure.isVisible()
    assert hands.logged() == []
    hands.click(hands.tab.form.unlink)
    assert copy(hands)
