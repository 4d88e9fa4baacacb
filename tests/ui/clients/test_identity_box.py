"""An identity code on the card: kept, shown for a reason, forgotten, and otherwise nowhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.client import Client
from app.domain.identity import Need
from app.services import identity
from app.services.unit import Desk
from app.ui.clients.identity.box import IdentityBox
from app.ui.language import switch
from tests.clients import recorded
from tests.services.test_clients import BORN, CODE, log
from tests.ui.clients.boxes import Boxed
from tests.ui.clients.conftest import CONTROL, Hands

KEY = Qt.Key


@pytest.fixture
def boxed(desk: Desk, qtbot: QtBot) -> Boxed:
    return Boxed(desk, qtbot)


@pytest.fixture
def client(desk: Desk) -> Client:
    return recorded(desk, "Yusuf", "Haidari", born=BORN)


@pytest.fixture
def box(boxed: Boxed, client: Client) -> IdentityBox:
    return boxed.show(IdentityBox, client)


@pytest.fixture
def coded(boxed: Boxed, client: Client) -> IdentityBox:
    """A box of a client whose code is kept."""
    with boxed.desk.write() as unit:
        identity.keep(unit, client.id, CODE, Need.PLAN)
    return boxed.show(IdentityBox, client)


def kept(desk: Desk, client: Client) -> Need | None:
    with desk.read() as unit:
        return identity.kept(unit, client.id)


def seen(widget: QWidget) -> str:
    """All words that stand in a widget."""
    labels = [one.text() for one in widget.findChildren(QLabel)]
    return " ".join([*labels, *(one.text() for one in widget.findChildren(QLineEdit))])


def test_a_code_is_kept_by_keys_and_taken_back(
    boxed: Boxed, box: IdentityBox, client: Client
) -> None:
    assert box.state.text() == "not kept"
    assert not box.reveal.isVisible()
    boxed.click(box.begin)
    boxed.type(CODE.lower())
    assert not box.form.keep.isEnabled()
    boxed.press(KEY.Key_Tab)
    boxed.press(KEY.Key_2)
    box.form.field.edit.setFocus()
    boxed.press(KEY.Key_Return)
    assert kept(boxed.desk, client) is Need.PLAN
    assert box.state.text() == "kept for the plan"
    assert CODE not in seen(box)
    assert boxed.told == ["Identity code kept"]
    boxed.undo.take_back_last()
    assert kept(boxed.desk, client) is None
    assert box.state.text() == "not kept"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("131052-30", ""),
        ("131052-308U", "This is no identity code: a sign is wrong. Check it."),
        ("120464-126J", "The identity code is of another birth date. Check both."),
    ],
)
def test_a_code_is_checked_while_one_types(
    boxed: Boxed, box: IdentityBox, client: Client, code: str, sentence: str
) -> None:
    boxed.click(box.begin)
    boxed.type(code)
    next(iter(box.form.needs.chips.values())).setFocus()
    boxed.press(KEY.Key_1)
    assert box.form.field.error() == sentence
    assert not box.form.keep.isEnabled()
    box.form.field.edit.setFocus()
    boxed.press(KEY.Key_Return)
    assert kept(boxed.desk, client) is None
    boxed.press(KEY.Key_Escape)
    assert not box.form.isVisible()
    assert code not in seen(box)


def test_a_code_is_shown_for_a_reason_that_is_logged_and_then_hides_itself(
    boxed: Boxed, coded: IdentityBox
) -> None:
    before = len(log(boxed.desk))
    boxed.click(coded.reveal)
    assert CODE not in seen(coded)
    boxed.press(KEY.Key_2)
    assert coded.code.text() == CODE
    shown = [(action, why) for action, _subject, why in log(boxed.desk)[before:]]
    assert shown == [("identity.show", "assessment")]
    coded.timer.timeout.emit()
    assert CODE not in seen(coded)


def test_a_code_on_the_screen_goes_with_its_client(
    boxed: Boxed, coded: IdentityBox, desk: Desk
) -> None:
    def reveal() -> None:
        boxed.click(coded.reveal)
        boxed.press(KEY.Key_2)
        assert coded.code.text() == CODE

    reveal()
    boxed.click(coded.reveal)
    assert CODE not in seen(coded)
    reveal()
    coded.set_client(recorded(desk, "Roya"))
    assert CODE not in seen(coded)
    assert coded.state.text() == "not kept"


def test_a_code_that_is_forgotten_comes_back_by_undo(
    boxed: Boxed, coded: IdentityBox, client: Client
) -> None:
    boxed.click(coded.drop)
    assert kept(boxed.desk, client) is None
    assert boxed.told == ["Identity code forgotten"]
    boxed.undo.take_back_last()
    assert kept(boxed.desk, client) is Need.PLAN


def test_the_card_leads_to_it_and_shows_all_that_is_asked(hands: Hands) -> None:
    hands.window.resize(1366, 400)
    hands.open("Warsame")
    hands.press(KEY.Key_K, CONTROL)
    hands.type("identity")
    hands.press(KEY.Key_Return)
    box, area = hands.tab.card.identity, hands.tab.card.area
    assert hands.focus() is box.begin
    hands.press(KEY.Key_Space)
    hands.qtbot.waitUntil(lambda: not box.form.keep.visibleRegion().isEmpty())
    assert area.verticalScrollBar().value() > 0
    hands.press(KEY.Key_Escape)
    assert hands.focus() is box.begin


def test_all_texts_follow_the_language(coded: IdentityBox) -> None:
    english = seen(coded), coded.begin.text(), coded.drop.text(), coded.reveal.text()
    switch("fi")
    finnish = seen(coded), coded.begin.text(), coded.drop.text(), coded.reveal.text()
    assert all(one != other for one, other in zip(english, finnish, strict=True))
