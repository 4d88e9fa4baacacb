"""Likely duplicates beside the form and on the card, and two records merged by keys."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.client import Client, ClientName, NameKind, Record
from app.domain.merging.fields import Field, Side
from app.domain.responsibility.values import Group
from app.services import clients, differing, duplicates
from app.services.unit import Desk
from app.ui.clients.duplicates.alike import Alike
from app.ui.clients.duplicates.panel import DuplicatesPanel
from app.ui.clients.duplicates.row import DuplicateRow
from app.ui.clients.merging.merged import Merged
from app.ui.clients.merging.page import MergePage
from app.ui.language import switch
from tests.clients import hidden, recorded
from tests.ui.clients.conftest import CONTROL, UNNAMED, Hands, Opens

BORN = date(1991, 2, 14)


@pytest.fixture
def twice(desk: Desk) -> Client:
    """Mohamed Warsame once more, otherwise spelt, with other facts."""
    names = (ClientName("Maxamed", "Warsame"), ClientName("Mohamed", "Abdi", NameKind.FORMER))
    record = Record(
        names,
        born=BORN,
        birth_year=1991,
        contact_language="sv",
        municipality="luoto",
        groups=frozenset({Group.CHILD_HOME_CARE_ALLOWANCE}),
        phone="050 111 2222",
        koto_aj="KA-2026/77",
    )
    with desk.write() as unit:
        return clients.record(unit, record)


def alike(hands: Hands) -> Alike:
    return hands.tab.card.alike


def merged(hands: Hands) -> Merged:
    return hands.tab.card.merged


def page(hands: Hands) -> MergePage:
    shown = hands.tab.pages.currentWidget()
    assert isinstance(shown, MergePage)
    return shown


def panel(hands: Hands) -> DuplicatesPanel:
    return hands.tab.recording.beside.panel


def in_hand(hands: Hands) -> Client:
    assert hands.tab.client is not None
    return hands.tab.client


def beside(hands: Hands) -> MergePage:
    """Both records of Mohamed Warsame side by side, the first one to be kept."""
    hands.open("050 765 4321")
    hands.click(alike(hands).rows.rows[0].merge)
    return page(hands)


def test_the_card_says_who_may_be_the_same_person(hands: Hands, twice: Client) -> None:
    hands.open("050 765 4321")
    (row,) = alike(hands).rows.rows
    assert alike(hands).isVisible()
    assert row.duplicate.id == twice.id
    assert row.why.text() == "Same birth date · same name"
    hands.click(row.open)
    assert in_hand(hands).id == twice.id
    hands.open("rahimi")
    assert not alike(hands).isVisible()


def test_a_different_person_is_remembered_until_undo(hands: Hands, twice: Client) -> None:
    hands.open("050 765 4321")
    hands.click(alike(hands).rows.rows[0].apart)
    assert not alike(hands).isVisible()
    hands.open("050 111 2222")
    assert not alike(hands).isVisible()
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert [row.duplicate.name for row in alike(hands).rows.rows] == ["Mohamed Warsame"]


def test_who_may_not_merge_is_not_offered_it(opened: Opens, twice: Client) -> None:
    hands = opened(UNNAMED)
    hands.open("050 765 4321")
    (row,) = alike(hands).rows.rows
    assert row.open.isVisible()
    assert not row.merge.isVisible()
    assert "client.merge" not in [action.name for action in hands.tab.actions()]
    assert not merged(hands).isVisible()


def test_only_what_differs_is_asked_for_and_something_is_proposed(
    hands: Hands, twice: Client
) -> None:
    lines = beside(hands).lines
    assert list(lines.options) == [
        Field.NAME,
        Field.OTHER_NAMES,
        Field.CONTACT_LANGUAGE,
        Field.INTERPRETING,
        Field.INTEGRATION_LANGUAGE,
        Field.MUNICIPALITY,
        Field.LABOUR,
        Field.GROUPS,
        Field.PHONE,
        Field.EMAIL,
        Field.ADDRESS,
        Field.KOTO_AJ,
    ]
    line = lines.options[Field.GROUPS]
    assert line[Side.BOTH].isChecked()
    assert lines.options[Field.EMAIL][Side.KEPT].isChecked()
    assert lines.options[Field.KOTO_AJ][Side.OTHER].isChecked()
    assert lines.options[Field.CONTACT_LANGUAGE][Side.OTHER].text() == "Swedish"


def test_digits_choose_line_by_line_and_the_result_is_shown(hands: Hands, twice: Client) -> None:
    shown = beside(hands)
    assert shown.lines.options[Field.NAME][Side.KEPT].hasFocus()
    hands.press(Qt.Key.Key_2)
    assert shown.lines.options[Field.NAME][Side.OTHER].isChecked()
    assert shown.lines.options[Field.OTHER_NAMES][Side.BOTH].hasFocus()
    assert shown.preview.lines[Field.NAME][1].text() == "\u2068Maxamed Warsame\u2069"
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_3)
    assert shown.lines.options[Field.CONTACT_LANGUAGE][Side.KEPT].hasFocus()
    assert shown.preview.lines[Field.PHONE][1].text() == "050 765 4321"
    assert not shown.preview.lines[Field.ARRIVED_ON][1].isVisible()


def test_merged_by_keys_and_undone_by_keys(hands: Hands, twice: Client) -> None:
    beside(hands)
    kept = in_hand(hands).id
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert in_hand(hands).id == kept
    assert in_hand(hands).record.koto_aj == "KA-2026/77"
    assert hands.search(str(twice.number)) == ["Mohamed Warsame"]
    assert [line.text() for line in merged(hands).lines] == [
        f"\u2068Maxamed Warsame\u2069 · {twice.number} · 24.11.2026"
    ]
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert in_hand(hands).record.koto_aj == ""
    assert not merged(hands).isVisible()
    assert hands.search(str(twice.number)) == ["Maxamed Warsame"]


def test_an_older_merge_is_taken_apart_from_the_card(hands: Hands, twice: Client) -> None:
    beside(hands).merge()
    hands.window.undo.forget()
    hands.click(merged(hands).apart)
    question = merged(hands).question
    assert question.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert merged(hands).apart.hasFocus()
    hands.click(merged(hands).apart)
    hands.press(Qt.Key.Key_Return)
    assert not merged(hands).isVisible()
    assert [row.duplicate.id for row in alike(hands).rows.rows] == [twice.id]


def test_esc_merges_nothing(hands: Hands, twice: Client) -> None:
    shown = beside(hands)
    hands.press(Qt.Key.Key_Escape)
    assert shown.pair is None
    assert hands.tab.pages.currentWidget() is hands.tab.card
    assert [row.duplicate.id for row in alike(hands).rows.rows] == [twice.id]


def test_the_other_one_can_be_kept(hands: Hands, twice: Client) -> None:
    shown = beside(hands)
    hands.click(shown.turn)
    assert shown.pair is not None
    assert shown.pair.compared.kept.id == twice.id
    shown.merge()
    assert in_hand(hands).id == twice.id


def test_a_client_is_merged_with_one_who_is_looked_up(hands: Hands) -> None:
    hands.open("warsame")
    kept = in_hand(hands)
    hands.press(Qt.Key.Key_M, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    shown = page(hands)
    assert shown.waits
    assert shown.lead.text() == (
        "Look up the other record of \u2068Mohamed Warsame\u2069, then press Enter."
    )
    assert not shown.foot.save.isEnabled()
    hands.open("rahimi")
    assert shown.pair is not None
    assert shown.pair.compared.kept.id == kept.id
    assert shown.pair.compared.other.record.name == "Muhammad Rahimi"


def test_a_client_who_is_looked_up_may_be_the_same_one(hands: Hands) -> None:
    hands.open("warsame")
    hands.press(Qt.Key.Key_M, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    hands.open("warsame")
    banner = page(hands).notice.banner
    assert banner.fact.text() == "These are one and the same client. Choose another one."


def test_what_somebody_else_changed_meanwhile_is_compared_anew(
    hands: Hands, desk: Desk, twice: Client
) -> None:
    shown = beside(hands)
    with desk.write() as unit:
        clients.amend(unit, twice.id, replace(twice.record, phone="050 333 4444"), 0)
    shown.merge()
    assert shown.notice.isVisible()
    assert shown.lines.options[Field.PHONE][Side.OTHER].text() == "050 333 4444"
    hands.click(shown.lines.options[Field.PHONE][Side.OTHER])
    shown.merge()
    assert in_hand(hands).record.phone == "050 333 4444"


def test_of_a_protected_person_no_address_is_shown(hands: Hands, desk: Desk) -> None:
    recorded(desk, "Zahra", "Hidden", municipality="kruunupyy", phone="050 1")
    hands.open("zahra")
    hands.press(Qt.Key.Key_1)
    hands.click(alike(hands).rows.rows[0].merge)
    assert list(page(hands).lines.options) == [Field.PHONE]
    for field in (Field.MUNICIPALITY, Field.ADDRESS):
        assert not page(hands).preview.lines[field][1].isVisible()


def test_while_a_new_client_is_typed_who_is_alike_is_shown(hands: Hands, twice: Client) -> None:
    hands.search("Mohamed Warsame")
    hands.press(Qt.Key.Key_N, CONTROL)
    assert [row.duplicate.name for row in _typed(hands)] == ["Mohamed Warsame"]
    hands.click(panel(hands).rows.rows[0].apart)
    assert [row.duplicate.name for row in _typed(hands)] == ["Maxamed Warsame"]
    hands.click(panel(hands).rows.rows[0].open)
    assert in_hand(hands).id == twice.id


def test_who_was_said_to_be_another_person_stays_so(hands: Hands, desk: Desk) -> None:
    hands.search("Muhammed Rahimi")
    hands.press(Qt.Key.Key_N, CONTROL)
    _typed(hands)
    hands.click(panel(hands).rows.rows[0].apart)
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert in_hand(hands).record.name == "Muhammed Rahimi"
    with desk.read() as unit:
        assert duplicates.of_client(unit, in_hand(hands).id) == []
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.search("Muhammed Rahimi") == ["Muhammad Rahimi"]


def test_that_somebody_was_shown_is_logged_once_for_each_form(hands: Hands, twice: Client) -> None:
    hands.search("Mohamed Warsame")
    hands.press(Qt.Key.Key_N, CONTROL)
    before = len(hands.logged())
    for _time in range(2):
        _typed(hands)
    assert hands.logged()[before:] == [("client.search", "")]


def test_codes_shared_with_a_protected_client_are_told_to_who_was_named(
    opened: Opens, desk: Desk
) -> None:
    secret = hidden(desk, "Yusuf", "Haidari", koto_aj="KA-1")
    other = recorded(desk, "Zarina", koto_aj="KA-1")
    assert not opened(UNNAMED).tab.shared.isVisible()
    hands = opened()
    notice = hands.tab.shared
    assert notice.fact.text() == "2 clients share a code with a protected one"
    told = []
    for _turn in range(2):
        hands.click(notice.action)
        if hands.tab.client is None:
            told.append(hands.tab.reason.client_id)
        else:
            told.append(in_hand(hands).id)
    assert set(told) == {secret.id, other.id}
    with desk.write() as unit:
        differing.tell_apart(unit, secret.id, other.id)
    notice.read()
    assert not notice.isVisible()


def test_every_text_follows_the_language(hands: Hands, twice: Client) -> None:
    shown = beside(hands)
    switch("sv")
    assert shown.heading.text() == "Slå ihop två kunder"
    assert shown.lines.options[Field.CONTACT_LANGUAGE][Side.OTHER].text() == "svenska"
    hands.press(Qt.Key.Key_Escape)
    assert alike(hands).heading.text() == "Kanske samma person"
    assert alike(hands).rows.rows[0].apart.accessibleDescription() == "Maxamed Warsame"


def _typed(hands: Hands) -> list[DuplicateRow]:
    """The rows beside the form once the fingers have come to rest."""
    panel(hands).rest.timeout.emit()
    return list(panel(hands).rows.rows)
