"""The card of a client, as people with different rights see it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.client import Client, Origin, Relation, Relative, Told, Why
from app.domain.isolates import bare
from app.domain.responsibility.values import Group
from app.services import clients, protection
from app.services.lookup import look_up
from app.services.unit import Changes, Desk
from app.ui.clients.pages import Nothing
from app.ui.language import switch
from app.ui.referrals.tab import ReferralsTab
from app.ui.theme import Theme, install
from tests.clients import person, recorded
from tests.desks import SetClock
from tests.ui.clients.conftest import CLERK, CONTROL, UNNAMED, Hands, Opens

SHIFT = Qt.KeyboardModifier.ShiftModifier


def found(desk: Desk, words: str) -> Client:
    with desk.read() as unit:
        one = look_up(unit, words).found[0]
        return clients.open_record(unit, one.id, Why.CORRECTION)


def facts(hands: Hands) -> dict[str, str]:
    """The facts in view by their words."""
    shown = [one for one in hands.tab.card.facts.facts.values() if not one.isHidden()]
    return {one.word.text(): one.value.text() for one in shown}


def told(hands: Hands) -> str:
    """Everything that stands on the card."""
    card = hands.tab.card
    line = (card.head.name.text(), card.head.quiet.text(), card.responsible.remarks.text())
    charges = (charge.who for charge in card.responsible.charges.lines)
    return " ".join((*line, *facts(hands).values(), *charges))


def test_it_says_who_this_is(hands: Hands) -> None:
    hands.open("warsame")
    head = hands.tab.card.head
    client = hands.tab.client
    assert client is not None
    assert head.name.text() == "\u2068Mohamed Warsame\u2069"
    assert head.quiet.text() == (
        f"also written \u2068Maxamed Warsame\u2069 · b. 14.2.1991, 35 years old · {client.number}"
    )
    assert hands.tab.card.opened.text() == "Opened by you at 12.00"


def test_it_says_the_facts_and_hides_what_is_shown_on_demand(hands: Hands) -> None:
    hands.open("warsame")
    assert facts(hands) == {
        "Contact language": "Somali, interpreter needed",
        "Integration language": "Swedish",
        "Municipality": "Jakobstad (Pietarsaari)",
        "Labour market": "Not a jobseeker",
        "Groups": "Quota refugee",
    }
    assert not hands.tab.card.facts.contact.value.isVisible()


def test_how_to_reach_a_client_is_shown_when_asked_for_and_logged(hands: Hands) -> None:
    hands.open("warsame")
    fact = hands.tab.card.facts.contact
    hands.click(fact.link)
    assert fact.value.isVisible()
    assert "4321" in fact.value.text()
    assert "Storgatan" in fact.value.text()
    assert hands.logged()[-1] == ("client.contact", "")
    hands.open("muhammad rahimi")
    assert not fact.value.isVisible()
    assert "4321" not in fact.value.text()


def test_sensitive_groups_are_shown_for_a_reason_and_then_counted_in(
    desk: Desk, opened: Opens
) -> None:
    sensitive = frozenset({Group.TRAFFICKING_VICTIM})
    recorded(desk, "Roya", municipality="luoto", labour="not_jobseeker", sensitive=sensitive)
    hands = opened()
    hands.open("roya")
    card = hands.tab.card
    assert card.responsible.answer is not None
    assert card.responsible.answer.wellbeing is None
    assert "Without the sensitive groups" in card.responsible.remarks.text()
    hands.press(Qt.Key.Key_G, CONTROL | SHIFT)
    hands.press(Qt.Key.Key_2)
    assert card.facts.groups.value.text() == "Victim of trafficking"
    assert hands.logged()[-1] == ("client.sensitive", "assessment")
    assert card.responsible.answer.wellbeing is not None
    assert "Without the sensitive groups" not in card.responsible.remarks.text()


def test_it_says_what_others_told_and_who_speaks_for_the_client(desk: Desk, opened: Opens) -> None:
    guardian = recorded(desk, "Hawa", "Aden")
    recorded(
        desk,
        "Roya",
        birth_year=2012,
        relatives=(
            Relative(Relation.GUARDIAN, client=guardian.id),
            Relative(Relation.REPRESENTATIVE, "Siv Ledarholm", "050 000 8689"),
            Relative(Relation.SIBLING, "Ali"),
        ),
        origins={"birth_year": Told(Origin.AUTHORITY)},
    )
    hands = opened()
    hands.open("roya")
    speaking = facts(hands)["Speaks for the client"].replace("\N{NO-BREAK SPACE}", " ")
    assert bare(speaking) == "Guardian Hawa Aden\nRepresentative Siv Ledarholm 050 000 8689"
    assert hands.tab.card.facts.others.text() == (
        f"Not from the client: birth date (an authority · {desk.actor.name} 24.11.2026)"
    )


def test_it_says_who_is_responsible_by_which_row(hands: Hands) -> None:
    hands.open("warsame")
    part = hands.tab.card.responsible
    assert part.answer is not None
    assert part.answer.rows[0] in part.pill.text()
    assert {line.lines for line in part.charges.lines} != {""}


def test_without_a_municipality_it_says_what_is_missing(hands: Hands) -> None:
    hands.open("muhammad rahimi")
    words = "Record the municipality and the standing on the labour market first."
    assert hands.tab.card.responsible.remarks.text() == words
    assert hands.tab.card.responsible.charges.lines == ()


def test_of_a_protected_client_nothing_tells_the_town(hands: Hands) -> None:
    hands.open("zahra")
    hands.press(Qt.Key.Key_1)
    card = hands.tab.card
    assert not card.responsible.isVisible()
    assert "Municipality" not in facts(hands)
    hands.click(card.facts.contact.link)
    assert card.facts.contact.value.text() == "–"
    assert "Larsmo" not in told(hands)
    assert card.head.order.text() == "Non-disclosure order"
    assert card.opened.text() == "Opened by you at 12.00: visit"


def test_an_order_that_ends_soon_is_told(desk: Desk, opened: Opens, clock: SetClock) -> None:
    zahra = found(desk, "zahra")
    with desk.write() as unit:
        protection.protect(unit, zahra.id, clock.now.date() + timedelta(days=18))
    hands = opened()
    hands.open("zahra")
    hands.press(Qt.Key.Key_1)
    head = hands.tab.card.head
    assert head.order.text() == "Non-disclosure order until 12.12.2026"
    assert head.notice.fact.text() == "The non-disclosure order ends Sat 12.12.: 18 days left"


def test_esc_puts_the_client_away(hands: Hands) -> None:
    hands.open("warsame")
    hands.press(Qt.Key.Key_F6)
    hands.press(Qt.Key.Key_Escape)
    assert hands.tab.client is None
    assert isinstance(hands.tab.pages.currentWidget(), Nothing)
    assert "Warsame" not in told(hands)
    assert hands.focus() is hands.tab.lookup.field.edit


def test_what_somebody_else_amends_is_shown(desk: Desk, opened: Opens) -> None:
    hands = opened(UNNAMED)
    hands.open("hodan")
    client = hands.tab.client
    assert client is not None
    with desk.write() as unit:
        clients.amend(unit, client.id, person("Hodan", "Amended"), client.revision)
    hands.tab.workplace.runner.changed.emit(Changes.CLIENTS, None)
    assert hands.tab.card.head.name.text() == "\u2068Hodan Amended\u2069"
    assert hands.names() == ["Hodan Amended"]


@pytest.mark.parametrize("who", [UNNAMED, CLERK])
def test_who_comes_under_an_order_goes_from_the_screen(desk: Desk, opened: Opens, who: str) -> None:
    hands = opened(who)
    hands.open("hodan")
    with desk.write() as unit:
        protection.protect(unit, look_up(unit, "hodan").found[0].id, date.max)
    hands.tab.workplace.runner.changed.emit(Changes.CLIENTS, None)
    assert isinstance(hands.tab.pages.currentWidget(), Nothing)
    assert hands.names() == []
    assert "Hodan" not in told(hands)
    assert hands.tab.glance.name.text() == ""


def test_ctrl_h_begins_a_slip_in_the_clients_language(hands: Hands) -> None:
    hands.open("warsame")
    hands.press(Qt.Key.Key_H, CONTROL)
    slips = hands.window.frame.pages.current()
    assert isinstance(slips, ReferralsTab)
    assert slips.form.answers.language.code() == "so"
    assert slips.responsible.question.municipality.current == "pietarsaari"


def test_no_name_stands_in_the_title_of_the_window(hands: Hands) -> None:
    hands.open("warsame")
    assert hands.window.windowTitle() == "Kotoportti"


def test_every_word_follows_the_language(hands: Hands) -> None:
    hands.open("warsame")
    hands.click(hands.tab.card.facts.contact.link)
    switch("sv")
    assert facts(hands)["Kontaktspråk"] == "Somaliska, tolk: behövs"
    assert hands.tab.card.head.buttons["client.referral"].text() == "Ny hänvisning"
    assert hands.tab.lookup.count.text() == "1 träff"
    assert "4321" in hands.tab.card.facts.contact.value.text()


def test_at_200_percent_one_column_at_a_time(hands: Hands, theme: Theme) -> None:
    install(QApplication.instance(), "light", 200)  # type: ignore[arg-type]
    hands.window.resize(1366, 688)
    hands.press(Qt.Key.Key_F, CONTROL)
    assert hands.tab.columns.narrow
    assert not hands.tab.pages.isVisible()
    hands.open("warsame")
    assert hands.tab.card.isVisible()
    assert not hands.tab.lookup.isVisible()
    bar = hands.tab.card.area.verticalScrollBar()
    hands.press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    hands.press(Qt.Key.Key_F, CONTROL)
    assert hands.tab.lookup.isVisible()
