"""The slips given out, by keys and clicks: opened, followed up, voided, made anew."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.directory import Address
from app.domain.referral import IssuedSlip, Outcome, State, Why
from app.domain.slip import Paper
from app.services import directory, directory_keeping, given, referrals
from app.services.slips import SlipWish, Way, hand_out
from app.services.unit import Changes, Desk
from app.ui.language import switch
from app.ui.referrals.given.model import NUMBER
from app.ui.theme import Theme
from tests.desks import SetClock
from tests.ui.referrals.conftest import CONTROL, Hands, Opens

SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER, DOWN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Tab
KELA, FRIDA, KVARNEN = "org-kela", "ngo-frida", "edu-kvarnen"


def give(hands: Hands, *services: str, at: str = "pietarsaari") -> str:
    """A slip that was given out; its number."""
    with hands.desk.write() as unit:
        number = hand_out(unit, SlipWish(services or (KELA,), "en", "fi", at), Way.COPY).number
    hands.window.news.try_again()
    return number


def kept(hands: Hands, number: str) -> IssuedSlip:
    with hands.desk.read() as unit:
        return referrals.find(unit, number)


def outcome(hands: Hands, number: str, part: int = 1) -> Outcome:
    return kept(hands, number).referrals[part - 1].outcome


def listed(hands: Hands) -> list[str]:
    model = hands.tab.slips.list.slips
    return [str(model.index(row).data(NUMBER)) for row in range(model.rowCount())]


def go_to_given(hands: Hands) -> None:
    hands.press(Qt.Key.Key_H, CONTROL | SHIFT)


def open_slip(hands: Hands, *services: str) -> str:
    """A new slip, opened by its number."""
    number = give(hands, *services)
    go_to_given(hands)
    hands.type(number)
    hands.press(ENTER)
    return number


def chosen(hands: Hands, row: int = 0) -> Sequence[str]:
    return hands.tab.slip.rows[row].states.chosen()


def test_the_keyboard_waits_for_a_number_and_goes_back_to_the_search(hands: Hands) -> None:
    go_to_given(hands)
    assert hands.focus() is hands.tab.slips.field.edit
    assert hands.tab.slip.empty.isVisible()
    assert not hands.tab.preview.isVisible()
    go_to_given(hands)
    assert hands.focus() is hands.tab.directory.field.edit
    assert hands.tab.preview.isVisible()


def test_a_click_on_the_segment_does_the_same(hands: Hands) -> None:
    hands.click(hands.tab.modes.segments["given"])
    assert hands.tab.slips.isVisible()
    assert not hands.tab.directory.isVisible()


def test_the_newest_is_first_and_its_services_are_told(hands: Hands) -> None:
    number = give(hands, KELA, KVARNEN)
    go_to_given(hands)
    assert listed(hands)[0] == number
    spoken = hands.tab.slips.list.slips.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Kela" in spoken
    assert "Kvarnen" in spoken
    assert spoken.endswith("Handed over")


def test_of_a_sensitive_service_only_the_kind_is_seen(hands: Hands) -> None:
    open_slip(hands, FRIDA)
    row = hands.tab.slip.rows[0]
    assert "Frida" not in row.name.text()
    assert row.name.text().endswith("(not named)")
    assert not hands.tab.slip.again.isEnabled()
    spoken = hands.tab.slips.list.slips.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Frida" not in spoken


@pytest.mark.parametrize("typed", ["{}", "lower", "bare", "spaced"])
def test_a_number_is_taken_as_it_is_typed(hands: Hands, typed: str) -> None:
    number = give(hands)
    ways = {
        "lower": number.lower(),
        "bare": number.replace("-", ""),
        "spaced": number.replace("-", " "),
    }
    go_to_given(hands)
    hands.type(ways.get(typed, number))
    hands.press(ENTER)
    assert hands.tab.slip.heading.text() == number
    assert hands.focus() is hands.tab.slip.rows[0].states.chips[State.TAKEN_UP]


def test_a_wrong_number_is_told_in_one_sentence(hands: Hands) -> None:
    go_to_given(hands)
    hands.type("j0001z")
    hands.press(ENTER)
    field = hands.tab.slips.field
    assert field.error() == "“j0001z” is no number of a slip. It looks like J-3147-K."
    switch("sv")
    assert "J-3147-K" in field.error()
    assert field.error() != "“j0001z” is no number of a slip. It looks like J-3147-K."
    hands.press(Qt.Key.Key_Escape)
    assert field.text() == field.error() == ""


def test_an_outcome_by_one_digit_and_taken_back(hands: Hands) -> None:
    number = open_slip(hands)
    hands.press(Qt.Key.Key_1)
    assert outcome(hands, number) == Outcome(State.TAKEN_UP)
    assert chosen(hands) == (State.TAKEN_UP,)
    assert hands.tab.slip.rows[0].pill.text() == "Went there"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert outcome(hands, number) == Outcome()
    assert chosen(hands) == ()
    hands.press(Qt.Key.Key_2)
    hands.press(Qt.Key.Key_2)
    assert outcome(hands, number) == Outcome()


def test_turned_away_is_kept_once_it_is_said_why(hands: Hands) -> None:
    number = open_slip(hands)
    row = hands.tab.slip.rows[0]
    hands.press(Qt.Key.Key_3)
    assert outcome(hands, number) == Outcome()
    assert hands.focus() is row.whys.chips[Why.NOT_THEIRS]
    hands.press(Qt.Key.Key_3)
    assert outcome(hands, number) == Outcome(State.TURNED_AWAY, KELA, Why.PAPERS_MISSING)
    assert row.by.text() == "Turned away by: the service itself"
    hands.click(row.another)
    hands.type("kvarn")
    hands.press(ENTER)
    by = outcome(hands, number).by
    assert by == KVARNEN
    assert "Kvarnen" in row.by.text()
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert outcome(hands, number).by == KELA


def test_each_service_has_an_outcome_of_its_own(hands: Hands) -> None:
    number = open_slip(hands, KELA, KVARNEN)
    hands.press(Qt.Key.Key_1)
    hands.click(hands.tab.slip.rows[1].states.chips[State.DID_NOT_GO])
    assert outcome(hands, number, 1).state is State.TAKEN_UP
    assert outcome(hands, number, 2).state is State.DID_NOT_GO
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert outcome(hands, number, 1).state is State.TAKEN_UP
    assert outcome(hands, number, 2).state is State.ISSUED
    spoken = hands.tab.slips.list.slips.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("1 of 2 known")


def test_arrows_go_through_the_list_and_enter_goes_into_the_slip(hands: Hands) -> None:
    first, second = give(hands), give(hands, KVARNEN)
    go_to_given(hands)
    hands.press(DOWN)
    assert hands.tab.slip.heading.text() == second
    hands.press(DOWN)
    assert hands.tab.slip.heading.text() == first
    assert hands.focus() is hands.tab.slips.field.edit
    hands.press(ENTER)
    hands.press(Qt.Key.Key_4)
    assert outcome(hands, first).state is State.UNKNOWN


def test_voided_with_a_reason_and_restored_by_undo_and_by_its_link(hands: Hands) -> None:
    number = open_slip(hands)
    hands.press(Qt.Key.Key_Delete)
    hands.press(Qt.Key.Key_3)
    hands.press(ENTER)
    card = hands.tab.slip
    assert kept(hands, number).void_reason == "left_here"
    assert card.voided.fact.text() == "This slip is void: The visitor did not take it"
    assert not card.rows[0].isEnabled()
    assert hands.focus() is card.voided.action
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert kept(hands, number).void_reason is None
    assert card.voided.isHidden()
    hands.click(card.void)
    hands.press(ENTER)
    hands.click(card.voided.action)
    assert kept(hands, number).void_reason is None
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert kept(hands, number).void_reason == "wrong_service"


def test_a_clerk_voids_only_their_own_of_today(opened: Opens, clock: SetClock) -> None:
    hands = opened("clerk")
    own = open_slip(hands)
    assert hands.tab.slip.void.isVisible()
    clock.forward(days=1)
    hands.press(Qt.Key.Key_F, CONTROL)
    hands.type(own)
    hands.press(ENTER)
    assert not hands.tab.slip.void.isVisible()
    hands.press(Qt.Key.Key_Delete)
    assert not hands.tab.life.acts.reasons.isVisible()
    hands.press(Qt.Key.Key_1)
    assert outcome(hands, own).state is State.TAKEN_UP


def test_made_anew_for_the_same_services_with_a_number_of_its_own(hands: Hands) -> None:
    number = open_slip(hands, KELA, KVARNEN)
    hands.click(hands.tab.slip.again)
    assert not hands.tab.modes.given
    assert hands.tab.form.answers.services.codes() == (KELA, KVARNEN)
    hands.page()
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    last = hands.tab.making.handing.last
    assert last is not None
    assert last.number != number


def test_printed_again_with_its_number_and_all_that_stood_on_it(
    hands: Hands, clock: SetClock
) -> None:
    wish = SlipWish((KELA, KVARNEN), "en", "sv", "pietarsaari", Paper.A4, "housing", ("kela_card",))
    with hands.desk.write() as unit:
        number = hand_out(unit, wish, Way.COPY).number
    hands.window.news.try_again()
    clock.forward(hours=1)
    go_to_given(hands)
    hands.type(number)
    hands.press(ENTER)
    hands.click(hands.tab.slip.reprint)
    assert not hands.tab.modes.given
    assert hands.focus() is hands.tab.preview.print
    assert hands.tab.making.wish() == wish
    page = hands.page()
    assert page.number == number
    assert hands.tab.form.number.text() == f"Number {number}."
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert [one for _act, one in hands.logged()] == [number] * 2
    assert kept(hands, number).printed_at == clock.now
    go_to_given(hands)
    assert hands.tab.slip.about.text().startswith("Given out today at 12.00, again today at 13.00")
    hands.click(hands.tab.slip.again)
    hands.click(hands.tab.form.answers.bring.chips["identity_document"])
    assert hands.page().number == "J-____-_"


def test_made_anew_it_has_what_stood_on_the_old_one(hands: Hands) -> None:
    wish = SlipWish((KELA,), "en", "sv", "pietarsaari", matter="housing", bring=("kela_card",))
    with hands.desk.write() as unit:
        number = hand_out(unit, wish, Way.COPY).number
    hands.window.news.try_again()
    go_to_given(hands)
    hands.type(number)
    hands.press(ENTER)
    hands.click(hands.tab.slip.again)
    assert hands.tab.making.wish() == wish
    assert hands.page().number == "J-____-_"


def test_the_slip_that_has_just_left_is_gone_back_to(hands: Hands) -> None:
    hands.slip()
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    last = hands.tab.making.handing.last
    assert last is not None
    go_to_given(hands)
    assert listed(hands)[0] == last.number
    hands.press(DOWN)
    hands.click(hands.tab.slip.again)
    assert hands.tab.making.handing.last is last
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert [number for _act, number in hands.logged()] == [last.number] * 2


def test_nothing_is_printed_that_is_not_seen(hands: Hands) -> None:
    hands.slip()
    go_to_given(hands)
    hands.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert hands.logged() == []


def test_a_place_that_moved_is_told_and_its_slips_listed(hands: Hands, clock: SetClock) -> None:
    number = give(hands, KVARNEN)
    go_to_given(hands)
    assert not hands.tab.slips.moved.isVisible()
    whole = len(listed(hands))
    clock.forward(hours=1)
    move(hands.desk)
    hands.window.news.try_again()
    moved = hands.tab.slips.moved
    hands.tab.life.on_written(Changes.DIRECTORY, None, visible=True)
    assert moved.isVisible()
    hands.click(moved.action)
    assert number in listed(hands)
    assert len(listed(hands)) < whole
    hands.press(Qt.Key.Key_F, CONTROL)
    hands.press(DOWN)
    assert hands.tab.slip.moved.isVisible()
    hands.click(moved.action)
    assert len(listed(hands)) == whole
    hands.click(moved.action)
    for one in listed(hands):
        hands.press(Qt.Key.Key_F, CONTROL)
        hands.type(one)
        hands.press(ENTER)
        hands.press(Qt.Key.Key_1)
    assert not moved.isVisible()
    assert len(listed(hands)) == whole


def move(desk: Desk) -> None:
    with desk.write() as unit:
        place = Address({"fi": "Uusikatu 2", "sv": "Nygatan 2"}, {}, {}, "kruunupyy")
        found = directory.service(unit, KVARNEN)
        directory_keeping.save_service(unit, replace(found, address=place))


def test_nobody_has_given_a_slip_yet(opened: Opens) -> None:
    hands = opened(location="romaniportti")
    go_to_given(hands)
    empty = hands.tab.slips.empty
    assert empty.isVisible()
    assert empty.sentence.text() == "No slip has been given out here yet."


def test_pages_follow_while_one_goes_down(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given, "PAGE", 3)
    monkeypatch.setattr("app.ui.referrals.given.model.PAGE", 3)
    numbers = [give(hands) for _ in range(7)]
    go_to_given(hands)
    slips = hands.tab.slips.list
    QAbstractItemModelTester(slips.slips, QAbstractItemModelTester.FailureReportingMode.Warning)
    for _step in range(7):
        hands.press(DOWN)
        slips.slips.fetchMore(slips.rootIndex())
    assert listed(hands)[:7] == numbers[::-1]
    assert len(set(listed(hands))) == len(listed(hands))


def test_f6_goes_between_the_list_and_the_slip(hands: Hands) -> None:
    open_slip(hands)
    hands.press(Qt.Key.Key_F6)
    assert not hands.tab.slip.isAncestorOf(hands.focus())
    hands.window.frame.pages.next_pane()
    hands.tab.slips.field.edit.setFocus()
    hands.press(Qt.Key.Key_F6)
    assert hands.tab.slip.isAncestorOf(hands.focus())


def test_every_word_follows_the_language(hands: Hands) -> None:
    open_slip(hands)
    switch("fi")
    QApplication.sendPostedEvents()
    assert hands.tab.modes.segments["given"].text() == "Annetut laput"
    assert hands.tab.slip.rows[0].states.chips[State.TAKEN_UP].text() == "Meni perille"
    assert hands.tab.slip.about.text().startswith("Annettu tänään klo")


def test_at_large_text_what_the_keyboard_reaches_is_in_view(hands: Hands, theme: Theme) -> None:
    theme.set_text_size(200)
    open_slip(hands, KELA, KVARNEN)
    card = hands.tab.slip
    chip = card.rows[1].states.chips[State.TURNED_AWAY]
    chip.setFocus()
    hands.press(Qt.Key.Key_3)
    why = hands.focus()
    assert why is card.rows[1].whys.chips[Why.NOT_THEIRS]
    hands.qtbot.waitUntil(lambda: not why.visibleRegion().isEmpty())
    whole = why.rect()
    hands.qtbot.waitUntil(lambda: why.visibleRegion().boundingRect() == whole)
