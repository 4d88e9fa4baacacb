"""The directory is kept by the keys and clicks of a supervisor."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.directory import Mark, Organisation, Service
from app.domain.place import ExceptionalDay, Hours, Span, Week
from app.domain.roles import Role
from app.localization import use
from app.services import directory
from app.services import directory_keeping as keeping
from app.services.organisation_keeping import save_organisation
from app.ui.settings.panes import Scroll
from app.ui.settings.services.book import Shown
from app.ui.settings.services.page import ServicesPage
from app.ui.theme import Theme
from tests.desks import colleague
from tests.services.kept_services import change_service
from tests.ui.settings.conftest import Opens
from tests.ui.settings.hands import Hands

TODAY = date(2026, 11, 24)
NINE = Span(time(9), time(15))


@pytest.fixture
def page(hands: Hands) -> ServicesPage:
    return hands.page(ServicesPage)


def service(hands: Hands, service_id: str = "edu-kvarnen") -> Service:
    with hands.desk.read() as unit:
        return directory.service(unit, service_id)


def go(hands: Hands, page: ServicesPage, service_id: str = "edu-kvarnen") -> None:
    hands.click_row(page.list.rows, service_id)
    assert page.list.rows.key() == service_id


def turn(hands: Hands, page: ServicesPage, view: str) -> None:
    hands.click(page.views.segments[view])


def test_what_is_shown_is_not_unsaved(hands: Hands, page: ServicesPage) -> None:
    for service_id in ("edu-kvarnen", "ip-romaniportti", "ngo-frida", "sug-nollalinja"):
        go(hands, page, service_id)
        assert not page.is_unsaved()
        assert not hands.dialog.save.isEnabled()


def test_telephone_and_names_are_changed_and_come_back(hands: Hands, page: ServicesPage) -> None:
    before = service(hands)
    go(hands, page)
    hands.type(page.facts.contact.phone, "06 123 456")
    hands.type(page.facts.name.fields["en"], "Kvarnen")
    hands.save()
    after = service(hands)
    assert (after.phone, after.name["en"]) == ("06 123 456", "Kvarnen")
    assert hands.told() == "Service changed: Kvarnen"
    hands.undo()
    assert service(hands).phone == before.phone
    assert page.facts.contact.phone.text() == ""


def test_a_service_moves(hands: Hands, page: ServicesPage) -> None:
    go(hands, page)
    assert "Integration Portal Kronoby" in page.facts.address.shared.text()
    for language in ("fi", "sv"):
        hands.type(page.facts.address.street.fields[language], "Uusikatu 1")
        hands.type(page.facts.address.spot.fields[language], "")
    hands.type(page.facts.address.post, "68500")
    hands.save()
    moved = service(hands).address
    assert moved is not None
    assert (moved.street["fi"], moved.postal_code) == ("Uusikatu 1", "68500")
    assert page.facts.address.shared.isHidden()


def test_checked_today_and_switched_on(hands: Hands, page: ServicesPage) -> None:
    go(hands, page, "sug-dvv")
    assert page.facts.state.pills[Mark.OFF].isVisible()
    page.facts.state.on.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.click(page.facts.state.check)
    assert not page.facts.state.pills[Mark.OFF].isVisible()
    assert not page.facts.state.check.isEnabled()
    hands.save()
    found = service(hands, "sug-dvv")
    assert (found.enabled, found.checked_on) == (True, TODAY)


def test_hours_of_a_week_a_season_and_a_day(hands: Hands, page: ServicesPage) -> None:
    go(hands, page)
    turn(hands, page, "hours")
    editor = page.hours
    assert editor.unknown.isVisible()
    hands.click(editor.links["usual"])
    hands.type(editor.week.since, "1.1.2026")
    hands.type(editor.week.days[1], "9-15")
    hands.click(editor.links["season"])
    hands.type(editor.week.since, "1.6.2026")
    assert not page.is_right()
    hands.type(editor.week.until, "31.5.2026")
    assert editor.week.until.error() == "The season ends before it begins."
    hands.type(editor.week.until, "31.8.2026")
    hands.click(editor.links["day"])
    hands.type(editor.day.day, "24.12.2026")
    hands.type(editor.day.reason, "Christmas")
    hands.save()
    wanted = Hours(
        (
            Week(date(2026, 1, 1), {1: (NINE,)}),
            Week(date(2026, 6, 1), {}, date(2026, 8, 31)),
        ),
        (ExceptionalDay(date(2026, 12, 24), (), "Christmas"),),
    )
    assert service(hands).hours == wanted
    assert editor.rows.count() == 3
    assert not editor.unknown.isVisible()
    hands.undo()
    assert service(hands).hours == Hours()


def test_an_entry_of_the_hours_is_removed(hands: Hands, page: ServicesPage) -> None:
    with hands.desk.write() as unit:
        known = directory.service(unit, "edu-kvarnen")
        weeks = (Week(date(2026, 1, 1), {1: (NINE,)}), Week(date(2026, 9, 1), {2: (NINE,)}))
        keeping.save_service(unit, replace(known, hours=Hours(weeks)))
    page.read()
    go(hands, page)
    turn(hands, page, "hours")
    assert page.hours.week.since.text() == "1.9.2026"
    hands.click(page.hours.week.remove)
    hands.save()
    assert service(hands).hours == Hours(weeks[:1])


def test_hours_that_overlap_are_told_and_not_saved(hands: Hands, page: ServicesPage) -> None:
    go(hands, page)
    turn(hands, page, "hours")
    hands.type(page.hours.week.since, "1.1.2026")
    hands.type(page.hours.week.days[0], "9–13, 12–15")
    assert page.hours.week.days[0].error() == "Two opening times of the day overlap at 12.00."
    assert not hands.dialog.save.isEnabled()
    hands.type(page.hours.week.days[0], "9–13")
    for last in ("30.6.2026", "31.7.2026"):
        hands.click(page.hours.links["season"])
        hands.type(page.hours.week.since, "1.6.2026")
        hands.type(page.hours.week.until, last)
    assert page.notice.isVisible()
    assert "1.6.2026" in page.notice.banner.fact.text()
    assert not hands.dialog.save.isEnabled()


def test_what_is_half_typed_stays_when_another_row_is_asked(
    hands: Hands, page: ServicesPage
) -> None:
    go(hands, page)
    turn(hands, page, "hours")
    hands.type(page.hours.week.since, "1.1.2026")
    hands.click(page.hours.links["day"])
    hands.type(page.hours.day.day, "not a day")
    hands.click_row(page.hours.rows, "0")
    assert page.hours.day.isVisible()
    assert page.hours.day.day.text() == "not a day"


def test_a_portal_location_has_its_hours_elsewhere(hands: Hands, page: ServicesPage) -> None:
    go(hands, page, "ip-kotoutumisportti-kruunupyy")
    turn(hands, page, "hours")
    assert not page.hours.panes.isVisible()
    assert page.hours.unknown.fact.text() == "This is a portal location."


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("phone", "none", "A telephone number has digits, spaces, + and hyphens."),
        ("email", "nobody", "An e-mail address looks like name@example.fi."),
        ("web", "example.fi", "A web address begins with https:// or http://."),
        ("web", f"https://example.fi/{'x' * 200}", "At most 200 characters."),
    ],
)
def test_what_is_no_contact(
    field: str, text: str, sentence: str, hands: Hands, page: ServicesPage
) -> None:
    go(hands, page)
    edited = getattr(page.facts.contact, field)
    edited.set_text(text[:-1])
    edited.edit.setFocus()
    edited.edit.end(False)
    edited.edit.insert(text[-1])
    edited.edited.emit(text)
    assert edited.error() == sentence
    assert not hands.dialog.save.isEnabled()


def test_a_new_service_of_a_new_organisation(hands: Hands, page: ServicesPage) -> None:
    hands.click(page.list.add)
    assert not page.is_right()
    hands.type(page.facts.name.fields["fi"], "Uusi kahvila")
    hands.choose(page.facts.organisation.choice, "")
    page.facts.organisation.edited.emit()
    assert not page.is_right()
    hands.type(page.facts.new_name.fields["fi"], "Uusi yhdistys")
    hands.click(page.facts.towns.chips["luoto"])
    hands.type(page.facts.languages, "FI, sv")
    hands.save()
    with hands.desk.read() as unit:
        new = directory.services(unit)[-1]
        who = directory.organisations(unit)[new.organisation]
    assert (new.name["fi"], who.name["fi"]) == ("Uusi kahvila", "Uusi yhdistys")
    assert (new.municipalities, new.languages) == (("luoto",), ("fi", "sv"))
    assert page.list.rows.key() == new.id
    assert not page.is_unsaved()
    hands.undo()
    assert not service(hands, new.id).enabled


def test_search_and_what_is_listed(hands: Hands, page: ServicesPage) -> None:
    hands.type(page.list.typed, "folkhaelsan")
    assert page.list.count.text() == "5 services"
    hands.press(Qt.Key.Key_Return)
    assert page.title.text() == "Folkhälsan"
    hands.type(page.list.typed, "")
    hands.choose(page.list.shown.choice, Shown.GONE)
    page.list.shown.edited.emit()
    assert page.list.rows.count() == 15
    details = {page.list.rows.row_at(i).detail.split(" · ")[0] for i in range(15)}
    assert details == {"Switched off", "Ended"}
    assert all(page.list.rows.row_at(i).quiet for i in range(15))


def test_history_tells_what_changed_and_gives_it_back(hands: Hands, page: ServicesPage) -> None:
    go(hands, page)
    hands.type(page.facts.contact.phone, "06 1")
    hands.save()
    turn(hands, page, "history")
    assert page.history.lines() == [
        "24.11.2026 12.00 · Henna Sandkvist",
        "Telephone: – → 06 1",
    ]
    hands.click(page.history.backs[0])
    assert page.facts.contact.phone.text() == ""
    hands.save()
    assert service(hands).phone == ""
    turn(hands, page, "history")
    assert len(page.history.backs) == 2


def test_what_is_typed_is_not_lost_by_going_elsewhere(hands: Hands, page: ServicesPage) -> None:
    go(hands, page)
    hands.type(page.facts.contact.phone, "06 1")
    hands.click_row(page.list.rows, "org-kela")
    assert hands.dialog.unsaved.is_asking()
    assert page.list.rows.key() == "edu-kvarnen"
    hands.press(Qt.Key.Key_Return)
    assert page.list.rows.key() == "org-kela"
    assert service(hands).phone == "06 1"


def test_what_somebody_else_has_changed_is_told(hands: Hands, page: ServicesPage) -> None:
    go(hands, page)
    hands.type(page.facts.contact.email, "a@example.fi")
    with hands.desk.write() as unit:
        change_service(unit, "edu-kvarnen", enabled=False)
    hands.save()
    assert page.notice.banner.fact.text().startswith("Somebody else has changed this service")
    assert page.facts.contact.email.text() == "a@example.fi"
    assert service(hands).email == ""


def test_all_words_follow_the_language(hands: Hands, page: ServicesPage) -> None:
    go(hands, page)
    use("sv")
    QApplication.sendEvent(hands.dialog, QEvent(QEvent.Type.LanguageChange))
    assert page.facts.contact.phone.label.text() == "Telefon"
    assert page.list.rows.row_at(0).title.startswith("Integrationsporten")
    assert page.facts.kind.choice.currentText() == "Utbildare"
    assert page.hours.list.heading.text() == "Öppettider"


def test_only_who_keeps_the_directory_has_the_page(opened: Opens, hands: Hands) -> None:
    supervisor = opened(colleague(hands.desk, "aino", Role.SUPERVISOR))
    assert list(supervisor.dialog.pages) == ["services", "named", "statistics"]
    keeper = opened(colleague(hands.desk, "oskar", Role.ADMINISTRATOR))
    assert "services" not in keeper.dialog.pages


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_scrolls_within_what_scrolls(
    hands: Hands, page: ServicesPage, theme: Theme, size: int, qtbot: QtBot
) -> None:
    theme.set_text_size(size)
    go(hands, page)

    def one_scrolls() -> None:
        scrolling = [
            area
            for area in hands.dialog.findChildren(Scroll)
            if area.isVisible() and area.verticalScrollBar().isVisible()
        ]
        assert not any(a.isAncestorOf(b) for a in scrolling for b in scrolling if a is not b)

    for wide, high in ((1100, 740), (1000, 600), (1366, 688)):
        hands.dialog.resize(wide, high)
        for view in ("facts", "hours", "history"):
            turn(hands, page, view)
            qtbot.waitUntil(one_scrolls)


def test_an_error_below_one_field_moves_none_beside_it(
    hands: Hands, page: ServicesPage, qtbot: QtBot
) -> None:
    go(hands, page)
    fields = page.facts.name.fields
    places = [fields[code].box.mapTo(page, QPoint(0, 0)).y() for code in ("fi", "sv", "en")]
    assert len(set(places)) == 1
    hands.type(fields["sv"], "x" * 201)
    qtbot.waitUntil(lambda: fields["sv"].message.isVisible())
    QApplication.sendPostedEvents()
    assert fields["sv"].message.height() > 0
    after = [fields[code].box.mapTo(page, QPoint(0, 0)).y() for code in ("fi", "sv", "en")]
    assert after == places


def organisation(hands: Hands, organisation_id: str = "org-kela") -> Organisation:
    with hands.desk.read() as unit:
        return directory.organisations(unit)[organisation_id]


def test_an_organisation_is_renamed_and_comes_back(hands: Hands, page: ServicesPage) -> None:
    before = organisation(hands)
    go(hands, page, "org-kela")
    turn(hands, page, "organisation")
    form = page.organisation
    assert "Kela" in form.about.text()
    hands.type(form.name.fields["fi"], "Kela uusi")
    hands.type(form.email, "no address")
    assert not hands.dialog.save.isEnabled()
    hands.type(form.email, "kela@example.org")
    hands.save()
    after = organisation(hands)
    assert (after.name["fi"], after.email) == ("Kela uusi", "kela@example.org")
    assert hands.told() == f"Organisation changed: {after.name['en']}"
    assert service(hands, "org-kela").name["fi"] != "Kela uusi"
    assert not page.is_unsaved()
    turn(hands, page, "history")
    assert "E-mail of the organisation: – → kela@example.org" in page.history.lines()
    hands.undo()
    assert organisation(hands) == before
    turn(hands, page, "organisation")
    assert form.email.text() == ""


def test_what_an_organisation_was_is_taken_from_the_history(
    hands: Hands, page: ServicesPage
) -> None:
    before = organisation(hands)
    with hands.desk.write() as unit:
        save_organisation(unit, replace(before, web="https://example.org"))
    page.read()
    go(hands, page, "org-kela")
    turn(hands, page, "history")
    hands.click(page.history.backs[0])
    assert page.organisation.isVisible()
    assert page.is_unsaved()
    hands.save()
    assert organisation(hands) == before


def test_service_and_organisation_are_saved_and_undone_together(
    hands: Hands, page: ServicesPage
) -> None:
    go(hands, page, "org-kela")
    hands.type(page.facts.contact.phone, "06 123 456")
    turn(hands, page, "organisation")
    hands.type(page.organisation.web, "https://example.org")
    hands.save()
    assert (service(hands, "org-kela").phone, organisation(hands).web) == (
        "06 123 456",
        "https://example.org",
    )
    hands.undo()
    assert (service(hands, "org-kela").phone, organisation(hands).web) == ("", "")


def test_a_season_that_comes_again_every_year(hands: Hands, page: ServicesPage) -> None:
    go(hands, page)
    turn(hands, page, "hours")
    editor = page.hours
    assert not editor.week.yearly.isVisible()
    hands.click(editor.links["season"])
    hands.type(editor.week.since, "1.6.2026")
    hands.type(editor.week.until, "1.6.2027")
    editor.week.yearly.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert editor.week.until.error() == (
        "A season that comes again every year is shorter than a year."
    )
    assert not hands.dialog.save.isEnabled()
    hands.type(editor.week.until, "31.8.2026")
    hands.save()
    season = Week(date(2026, 6, 1), {}, date(2026, 8, 31), yearly=True)
    assert service(hands).hours == Hours((season,))
    page.read()
    assert editor.week.yearly.isChecked()
    assert not page.is_unsaved()
