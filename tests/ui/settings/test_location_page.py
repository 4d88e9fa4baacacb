from PySide6.QtCore import Qt

from app.domain.place import Ask
from app.ui.settings.location_page import LocationPage
from tests.ui.settings.hands import Hands


def test_a_text_is_saved_and_taken_back(hands: Hands) -> None:
    page, before = hands.page(LocationPage), hands.location()
    assert not hands.dialog.save.isEnabled()
    hands.type(page.name.fields["en"], "  Portal  of Jakobstad ")
    hands.type(page.phone, "06 123 456")
    hands.save()
    after = hands.location()
    assert (after.name["en"], after.phone) == ("Portal of Jakobstad", "06 123 456")
    assert hands.told() == "Location changed: Portal of Jakobstad"
    assert not hands.dialog.save.isEnabled()
    hands.undo()
    assert hands.location() == before
    assert page.name.fields["en"].text() == before.name["en"]


def test_what_is_wrong_stands_below_its_field_and_is_not_saved(hands: Hands) -> None:
    page, before = hands.page(LocationPage), hands.location()
    for field, wrong, right, sentence in (
        (page.name.fields["sv"], "", "Porten", "Write a name."),
        (page.street.fields["fi"], "x" * 201, "Katu 1", "At most 200 characters."),
        (page.email, "portal", "portal@example.fi", "An e-mail address looks like"),
        (page.phone, "call us", "06 123", "A telephone number has"),
    ):
        hands.type(field, wrong)
        assert field.error().startswith(sentence)
        assert not hands.dialog.save.isEnabled()
        hands.save()
        assert hands.location() == before
        hands.type(field, right)
        assert not field.error()
        assert hands.dialog.save.isEnabled()


def test_notes_are_allowed_with_a_warning(hands: Hands) -> None:
    page = hands.page(LocationPage)
    assert "health, belief or violence" in page.about_notes.text()
    page.notes.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.save()
    assert Ask.NOTE in hands.location().asks
    hands.undo()
    assert Ask.NOTE not in hands.location().asks
    assert not page.notes.isChecked()


def test_a_site_that_wants_one_has_a_waiting_line(hands: Hands) -> None:
    page = hands.page(LocationPage)
    page.line.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.save()
    assert hands.location().waiting_line
    hands.undo()
    assert not hands.location().waiting_line


def test_romaniportti_can_be_asked_nothing_more(hands: Hands) -> None:
    page = hands.page(LocationPage)
    hands.choose(page.place.choice, "romaniportti")
    assert page.name.fields["fi"].text() == "Romaniportti"
    assert not page.notes.isEnabled()
    assert "ethnic origin" in page.about_notes.text()
    hands.type(page.phone, "06 123")
    hands.save()
    known = hands.location("romaniportti")
    assert (known.phone, known.asks) == ("06 123", frozenset())


def test_another_location_waits_for_what_is_not_saved(hands: Hands) -> None:
    page = hands.page(LocationPage)
    hands.type(page.phone, "06 123")
    hands.choose(page.place.choice, "uusikaarlepyy")
    assert page.here.code == "pietarsaari"
    assert page.place.choice.currentData() == "pietarsaari"
    assert hands.dialog.unsaved.isVisible()
    hands.click(hands.dialog.unsaved.action)
    assert hands.location().phone == "06 123"
    assert page.place.choice.currentData() == "uusikaarlepyy"
    assert page.name.fields["en"].text() == "Integration Portal Nykarleby"


def test_the_store_says_why_it_refuses(hands: Hands) -> None:
    page = hands.page(LocationPage)
    hands.type(page.phone, "06 123")
    with hands.desk.store.write() as session:
        session.connection().exec_driver_sql("pragma query_only = on")
    hands.save()
    assert page.notice.isVisible()
    assert hands.dialog.save.isEnabled()
    assert page.phone.text() == "06 123"
