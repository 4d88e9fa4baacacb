from PySide6.QtCore import Qt

from app.services import publishing
from app.services.threshold import threshold
from app.ui.language import switch
from app.ui.settings.statistics_page import StatisticsPage
from tests.services.test_publishing import OCTOBER, came
from tests.ui.settings.hands import Hands


def kept(hands: Hands) -> int:
    with hands.desk.read() as unit:
        return threshold(unit)


def test_the_threshold_is_saved_by_the_keyboard_and_taken_back(hands: Hands) -> None:
    page = hands.page(StatisticsPage)
    assert (page.threshold.value(), hands.dialog.save.isEnabled()) == (5, False)
    page.threshold.setFocus()
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Right)
    assert page.about.text() == "In the place of a smaller number of visits stands <7."
    hands.save()
    assert kept(hands) == 7
    assert hands.told() == "Threshold kept: 7"
    assert not hands.dialog.save.isEnabled()
    hands.undo()
    assert kept(hands) == 5
    assert page.threshold.value() == 5


def test_it_goes_from_three_to_ten(hands: Hands) -> None:
    page = hands.page(StatisticsPage)
    page.threshold.setFocus()
    hands.press(Qt.Key.Key_Home)
    assert page.threshold.value() == 3
    hands.press(Qt.Key.Key_End)
    assert page.threshold.value() == 10
    hands.save()
    assert kept(hands) == 10


def test_a_year_that_was_handed_out_stands_below_with_its_own(hands: Hands) -> None:
    assert hands.page(StatisticsPage).kept.isHidden()
    came(hands.desk, 10, benefits=12)
    with hands.desk.write() as unit:
        publishing.hand_out(unit, OCTOBER)
    page = hands.page(StatisticsPage)
    page.read()
    assert page.kept.text() == "2026: stays at 5, with which numbers have been handed out."
    page.threshold.setFocus()
    hands.press(Qt.Key.Key_Left)
    hands.save()
    assert page.kept.text().startswith("2026: stays at 5")
    assert kept(hands) == 4


def test_what_is_not_saved_is_asked_about_and_left_behind(hands: Hands) -> None:
    page = hands.page(StatisticsPage)
    page.threshold.setFocus()
    hands.press(Qt.Key.Key_Left)
    hands.click_row(hands.dialog.list, "locations")
    assert hands.dialog.unsaved.isVisible()
    hands.click(hands.dialog.unsaved.other)
    assert kept(hands) == 5
    assert hands.page(StatisticsPage).threshold.value() == 5


def test_all_texts_follow_the_language(hands: Hands) -> None:
    page = hands.page(StatisticsPage)
    english = page.lead.text(), page.name.text(), page.about.text()
    switch("sv")
    swedish = page.lead.text(), page.name.text(), page.about.text()
    assert not set(english) & set(swedish)
    assert page.threshold.accessibleName() == page.name.text()
    assert page.threshold.accessibleDescription() == page.about.text()
