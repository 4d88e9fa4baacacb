"""From who is responsible to a slip."""

import pytest
from PySide6.QtCore import Qt

from app.domain.responsibility.values import Labour
from app.ui.theme import Theme
from tests.ui.referrals.conftest import CONTROL, Hands


def ask(hands: Hands) -> None:
    """Where an unemployed person of Nykarleby belongs."""
    question = hands.tab.responsible.question
    question.municipality.chosen.emit("uusikaarlepyy")
    question.labour.chosen.emit(Labour.UNEMPLOYED_JOBSEEKER)


def test_the_answer_becomes_a_service_of_the_slip_in_one_key(hands: Hands) -> None:
    ask(hands)
    panel = hands.tab.responsible
    panel.question.municipality.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert panel.answer is not None
    assert hands.tab.form.answers.services.codes() == (panel.answer.first,)
    chips = hands.tab.form.answers.language.group.chips
    assert hands.focus() is next(iter(chips.values()))
    hands.speak("en")
    assert "Employment Area" in hands.page().text or "työllisyysalue" in hands.page().text


def test_a_new_slip_is_for_somebody_else(hands: Hands) -> None:
    ask(hands)
    hands.press(Qt.Key.Key_H, CONTROL)
    assert hands.tab.responsible.answer is None


@pytest.mark.parametrize(("size", "both"), [(100, True), (200, False)])
def test_both_or_one_of_them_is_in_view(hands: Hands, theme: Theme, size: int, both: bool) -> None:
    theme.set_text_size(size)
    hands.press(Qt.Key.Key_F, CONTROL)
    ask(hands)
    left = hands.tab.left
    assert left.directory.isVisible()
    assert left.area.isVisible() == both
    choice = hands.tab.columns.switch
    assert ("responsible" in choice.segments) != both
    hands.press(Qt.Key.Key_F6)
    assert hands.tab.responsible.isAncestorOf(hands.focus())
    assert left.area.isVisible()
    if not both:
        assert choice.current() == "responsible"
        hands.click(choice.segments["directory"])
        assert left.directory.isVisible()
        hands.click(choice.segments["responsible"])
        assert left.area.isVisible()
        assert not left.directory.isVisible()
    hands.press(Qt.Key.Key_F, CONTROL)
    assert left.directory.isVisible()


def test_the_choice_of_parts_leaves_with_the_slips_given(hands: Hands, theme: Theme) -> None:
    theme.set_text_size(200)
    hands.press(Qt.Key.Key_F6)
    hands.tab.turn()
    assert list(hands.tab.columns.switch.segments) == ["directory", "form"]
    hands.tab.turn()
    assert list(hands.tab.columns.switch.segments) == ["directory", "responsible", "form", "page"]
