import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.domain.reference import Kind
from app.services import chips, visits
from app.ui.settings.keys_page import KeysPage
from tests.desks import visit
from tests.ui.settings.hands import LEFT, Hands

ALT = Qt.KeyboardModifier.AltModifier
DELIVERED = ("ar", "fi", "uk", "sv", "en", "vi", "ru", "so", "fa")


@pytest.fixture
def page(hands: Hands) -> KeysPage:
    return hands.page(KeysPage)


def stored(hands: Hands, kind: Kind = Kind.LANGUAGE, code: str = "pietarsaari") -> tuple[str, ...]:
    with hands.desk.read() as unit:
        return chips.order(unit, code, kind)


def caps(page: KeysPage) -> str:
    return "".join(page.rows.row_at(i).cap for i in range(page.rows.count())).strip()


def test_a_language_moves_by_the_keyboard(hands: Hands, page: KeysPage) -> None:
    assert caps(page) == "ASDFGHJKL"
    hands.click_row(page.rows, "fi")
    hands.press(Qt.Key.Key_Up, ALT)
    hands.press(Qt.Key.Key_Up, ALT)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down, ALT)
    assert page.rows.key() == "ar"
    hands.save()
    assert stored(hands) == ("fi", "uk", "ar", *DELIVERED[3:])
    assert stored(hands, code="kruunupyy") == DELIVERED
    hands.undo()
    assert stored(hands) == DELIVERED
    assert tuple(page.rows.keys()[:9]) == DELIVERED


def test_a_language_is_dragged_onto_a_key(hands: Hands, page: KeysPage) -> None:
    tenth = page.rows.keys()[9]
    item, target = page.rows.item(9), page.rows.item(7)
    page.rows.scrollToItem(item)
    start, end = (page.rows.visualItemRect(one).center() for one in (item, target))
    view = page.rows.viewport()
    QTest.mousePress(view, LEFT, pos=start)
    for y in range(start.y(), end.y(), -4):
        QTest.mouseMove(view, QPoint(start.x(), y))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)
    assert page.rows.keys()[7] == tenth
    assert page.rows.key() == tenth


def test_the_buttons_do_what_the_keys_do(hands: Hands, page: KeysPage) -> None:
    hands.click_row(page.rows, "ar")
    hands.click(page.down)
    assert page.rows.keys()[:2] == ["fi", "ar"]
    hands.click(page.up)
    hands.click(page.up)
    assert page.rows.keys()[:2] == ["ar", "fi"]
    assert not hands.dialog.save.isEnabled()


def test_municipalities_have_five_keys_and_no_unknown(hands: Hands, page: KeysPage) -> None:
    hands.click(page.kinds.segments[Kind.MUNICIPALITY])
    assert caps(page) == "ZXCVB"
    assert "unknown" not in set(page.rows.keys())
    hands.click_row(page.rows, "pedersore")
    hands.press(Qt.Key.Key_Up, ALT)
    hands.save()
    assert stored(hands, Kind.MUNICIPALITY)[:2] == ("pedersore", "pietarsaari")
    assert stored(hands) == DELIVERED


def record(hands: Hands, *languages: str) -> None:
    with hands.desk.write() as unit:
        for language in languages:
            visits.record(unit, visit("work", language=language))


def test_the_last_days_are_a_suggestion_to_take(hands: Hands, page: KeysPage) -> None:
    record(hands, "so", "so", "tr")
    hands.click(page.propose)
    assert page.proposal.help.text().startswith("A Somali · S Turkish · D Arabic")
    assert stored(hands) == DELIVERED
    hands.click(page.proposal.action)
    assert not page.proposal.isVisible()
    hands.save()
    assert stored(hands) == ("so", "tr", "ar", "fi", "uk", "sv", "en", "vi", "ru")


def test_the_last_days_are_a_suggestion_to_leave(hands: Hands, page: KeysPage) -> None:
    record(hands, "so")
    hands.click(page.propose)
    hands.press(Qt.Key.Key_Escape)
    assert not page.proposal.isVisible()
    assert hands.dialog.isVisible()
    assert tuple(page.rows.keys()[:9]) == DELIVERED
    assert not hands.dialog.save.isEnabled()


def test_days_without_a_language_suggest_nothing(hands: Hands, page: KeysPage) -> None:
    hands.click(page.propose)
    assert page.proposal.fact.text() == "Nothing was recorded here in the last 90 days."
    record(hands, "ar")
    hands.click(page.propose)
    assert page.proposal.fact.text() == "The keys are in the order of the last 90 days."
    assert not page.proposal.action.isVisible()


def test_as_delivered(hands: Hands, page: KeysPage) -> None:
    hands.click_row(page.rows, "fi")
    hands.press(Qt.Key.Key_Up, ALT)
    hands.save()
    hands.click(page.delivered)
    hands.save()
    assert stored(hands) == DELIVERED


def test_romaniportti_has_no_such_keys(hands: Hands, page: KeysPage) -> None:
    hands.choose(page.place.choice, "romaniportti")
    assert not page.list.isVisible()
    assert "not recorded at this location" in page.none.sentence.text()
