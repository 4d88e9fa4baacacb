"""A client linked at the desk: looked up in place, on a basis, or not at all."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.client import Client
from app.domain.link import Agreed, Link, Task, Way
from app.domain.visit import Visit
from app.services import consents, drafts, links, protection
from app.services.unit import Changes
from app.ui.check_in.tab import CheckInTab
from tests.clients import AGREED, hidden, linked_visit, recorded
from tests.ui.check_in.conftest import Hands

ENTER, ESCAPE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


@pytest.fixture
def client(hands: Hands) -> Client:
    return recorded(hands.desk, "Amina", "Haddad", birth_year=1994)


def find(hands: Hands, qtbot: QtBot, words: str) -> None:
    """Look somebody up in place and take the first."""
    hands.tab.link()
    hands.type(words)
    popup = hands.tab.linking.popup
    qtbot.waitUntil(lambda: not popup.looking.pending)
    hands.keys(ENTER)


def link_of(hands: Hands, visit: Visit) -> Link | None:
    with hands.desk.read() as unit:
        return links.of_visit(unit, visit.id)


def agree(hands: Hands, client: Client) -> UUID:
    with hands.desk.write() as unit:
        return consents.give(unit, client.id, AGREED).id


def test_a_client_with_a_consent_is_linked_by_name_and_enter(
    hands: Hands, client: Client, qtbot: QtBot
) -> None:
    consent = agree(hands, client)
    hands.keys("9", "A")
    find(hands, qtbot, "haddad amina")
    row = hands.tab.form.client
    assert "Amina Haddad" in row.name.text()
    assert row.about.text() == f"b. 1994 · {client.number}"
    assert (row.pill.isVisible(), row.pill.text()) == (True, "Consent 24.11.2026")
    assert hands.line().endswith("client linked")
    hands.keys("Z", ENTER)
    (visit,) = hands.visits()
    link = link_of(hands, visit)
    assert link is not None
    assert (link.client, link.consent) == (client.id, consent)
    assert visit.facts.municipality == "pietarsaari"
    assert hands.tab.form.is_empty()


def test_without_a_consent_one_is_asked_for_and_the_visit_stays_anonymous(
    hands: Hands, client: Client, qtbot: QtBot
) -> None:
    hands.keys("9")
    find(hands, qtbot, "haddad")
    assert hands.tab.form.client.below.isVisible()
    assert hands.line().endswith("without a name")
    hands.keys("A", ENTER)
    (visit,) = hands.visits()
    assert visit.facts.language == "ar"
    assert link_of(hands, visit) is None


def test_a_consent_given_now_is_kept_with_its_language(
    hands: Hands, client: Client, qtbot: QtBot
) -> None:
    hands.keys("9", "A")
    find(hands, qtbot, "haddad")
    hands.keys(Qt.Key.Key_Right, SPACE, ENTER)
    with hands.desk.read() as unit:
        (given,) = consents.of_client(unit, client.id)
    assert (given.way, given.language, given.given_on) == (Way.WRITTEN, "ar", date(2026, 11, 24))
    link = link_of(hands, hands.visits()[0])
    assert link is not None
    assert link.consent == given.id


def test_undo_takes_the_visit_its_link_and_its_consent_back_into_the_form(
    hands: Hands, client: Client, qtbot: QtBot
) -> None:
    hands.keys("9", "A")
    find(hands, qtbot, "haddad")
    hands.keys(SPACE, ENTER)
    hands.undo()
    assert hands.visits() == []
    with hands.desk.read() as unit:
        assert consents.of_client(unit, client.id) == []
    wish = hands.tab.form.wish()
    assert wish is not None
    assert (wish.client, wish.basis) == (client.id, Agreed(Way.SPOKEN, "ar"))
    assert "Amina Haddad" in hands.tab.form.client.name.text()


def test_the_same_key_lets_the_client_go(hands: Hands, client: Client, qtbot: QtBot) -> None:
    find(hands, qtbot, "haddad")
    hands.tab.link()
    assert hands.tab.form.client.client is None
    assert hands.tab.form.is_empty()


def test_escape_leaves_the_lookup_and_the_keys_of_the_form_are_live(
    hands: Hands, client: Client
) -> None:
    hands.keys("9")
    hands.tab.link()
    hands.type("haddad")
    hands.keys(ESCAPE)
    assert hands.tab.linking.popup.isHidden()
    hands.keys("A", ENTER)
    assert hands.visits()[0].facts.language == "ar"


def test_a_draft_keeps_who_the_client_is_and_nothing_else_of_them(
    hands: Hands, client: Client, qtbot: QtBot
) -> None:
    agree(hands, client)
    hands.keys("9")
    find(hands, qtbot, "haddad")
    hands.tab.leave()
    with hands.desk.read() as unit:
        draft = drafts.load(unit, "pietarsaari")
    assert draft is not None
    assert draft.whose == client.id
    again = CheckInTab(hands.workplace)
    qtbot.addWidget(again.widget)
    assert "Amina Haddad" in again.form.client.name.text()
    wish = again.form.wish()
    assert wish is not None
    assert not wish.anonymous


def test_a_draft_of_somebody_hidden_since_comes_back_without_them(
    hands: Hands, client: Client, qtbot: QtBot
) -> None:
    hands.keys("9")
    find(hands, qtbot, "haddad")
    hands.tab.leave()
    with hands.desk.write() as unit:
        protection.name_person(unit, hands.desk.actor.staff_id)
        protection.protect(unit, client.id, None)
        protection.unname_person(unit, hands.desk.actor.staff_id)
    again = CheckInTab(hands.workplace)
    qtbot.addWidget(again.widget)
    assert again.form.facts().topics == ("benefits",)
    assert again.form.wish() is None


def test_a_refused_link_loses_no_visit(hands: Hands, client: Client, qtbot: QtBot) -> None:
    consent = agree(hands, client)
    hands.keys("9")
    find(hands, qtbot, "haddad")
    with hands.desk.store.write() as session:
        session.connection().exec_driver_sql("update client_consent set withdrawn_on = 20261124")
    hands.keys(ENTER)
    assert hands.visits() == []
    assert hands.tab.form.facts().topics == ("benefits",)
    hands.tab.link()
    hands.keys(ENTER)
    assert link_of(hands, hands.visits()[0]) is None
    assert consent is not None


def test_amending_links_and_unlinks_a_recorded_visit(
    hands: Hands, client: Client, qtbot: QtBot
) -> None:
    hands.keys("9", ENTER)
    hands.tab.amend()
    find(hands, qtbot, "haddad")
    chips = hands.tab.form.client.basis.chips
    QTest.mouseClick(chips[Task.REVIEW], Qt.MouseButton.LeftButton)
    hands.enter()
    (visit,) = hands.visits()
    link = link_of(hands, visit)
    assert link is not None
    assert (link.client, link.task) == (client.id, Task.REVIEW)
    hands.undo()
    assert link_of(hands, visit) is None


def test_an_amended_visit_shows_its_client_who_can_be_let_go(hands: Hands, client: Client) -> None:
    linked_visit(hands.desk, client)
    hands.workplace.runner.changed.emit(Changes.VISITS, None)
    hands.tab.amend()
    assert "Amina Haddad" in hands.tab.form.client.name.text()
    assert hands.tab.form.client.basis.chosen() == (Task.PLAN,)
    hands.tab.link()
    hands.enter()
    (visit,) = hands.visits()
    assert link_of(hands, visit) is None
    hands.undo()
    assert link_of(hands, visit) is not None


def test_leaving_an_amendment_brings_back_who_stood_in_the_form(
    hands: Hands, client: Client, qtbot: QtBot
) -> None:
    hands.keys("8", ENTER)
    find(hands, qtbot, "haddad")
    hands.tab.amend()
    assert hands.tab.form.client.client is None
    hands.keys(ESCAPE)
    assert hands.tab.form.client.client == client.id


def test_a_protected_client_is_found_by_named_people_and_shown_with_the_order(
    hands: Hands, qtbot: QtBot
) -> None:
    secret = hidden(hands.desk, "Zahra", "Hidden")
    hands.keys("9", "Z")
    find(hands, qtbot, "zahra")
    row = hands.tab.form.client
    assert "Non-disclosure order" in row.about.text()
    QTest.mouseClick(row.basis.chips[Task.PLAN], Qt.MouseButton.LeftButton)
    hands.enter()
    (visit,) = hands.visits()
    assert visit.facts.municipality is None
    link = link_of(hands, visit)
    assert link is not None
    assert link.client == secret.id
