"""Non-disclosure orders at the card: for named people; for all others there is no such thing."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.client import Client
from app.domain.roles import Role
from app.services import protection
from app.services.unit import Changes, Desk
from app.ui.clients.protection.box import ProtectionBox
from app.ui.clients.protection.ending import EndingNotice
from app.ui.language import switch
from tests.clients import recorded
from tests.desks import colleague
from tests.ui.clients.boxes import Boxed
from tests.ui.clients.conftest import CLERK, UNNAMED, Hands, Opens

KEY = Qt.Key
TODAY = date(2026, 11, 24)


@pytest.fixture
def boxed(desk: Desk, qtbot: QtBot) -> Boxed:
    """At the desk of who was named."""
    return Boxed(desk, qtbot)


@pytest.fixture
def client(desk: Desk) -> Client:
    return recorded(desk, "Yusuf", "Haidari", municipality="luoto")


@pytest.fixture
def box(boxed: Boxed, client: Client) -> ProtectionBox:
    return boxed.show(ProtectionBox, client)


def test_an_order_is_set_without_an_end_and_taken_back(boxed: Boxed, box: ProtectionBox) -> None:
    assert box.state.text() == "none"
    assert not box.end.isVisible()
    boxed.click(box.begin)
    boxed.press(KEY.Key_Return)
    assert boxed.anew(box).protected_until == protection.NO_END
    assert box.state.text() == "without an end"
    assert boxed.told == ["Non-disclosure order set"]
    boxed.undo.take_back_last()
    assert boxed.anew(box).protected_until is None


def test_an_order_is_extended_and_lifted_each_with_its_way_back(
    boxed: Boxed, box: ProtectionBox
) -> None:
    boxed.click(box.begin)
    boxed.type("1.5.2027")
    boxed.press(KEY.Key_Return)
    assert boxed.anew(box).protected_until == date(2027, 5, 1)
    assert box.state.text() == "until 1.5.2027"
    boxed.click(box.begin)
    assert box.form.field.text() == "1.5.2027"
    boxed.type("1.5.2028")
    boxed.press(KEY.Key_Return)
    assert boxed.anew(box).protected_until == date(2028, 5, 1)
    boxed.undo.take_back_last()
    assert boxed.anew(box).protected_until == date(2027, 5, 1)
    boxed.click(box.end)
    assert boxed.anew(box).record.municipality == "luoto"
    boxed.undo.take_back_last()
    assert boxed.anew(box).protected_until == date(2027, 5, 1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1.1.2026", "1.1.2026 has passed. Choose a later day."),
        ("30.2.2027", "Write the day as 24.11.2026."),
    ],
)
def test_a_day_that_is_none_or_has_passed_is_told(
    boxed: Boxed, box: ProtectionBox, text: str, sentence: str
) -> None:
    boxed.click(box.begin)
    boxed.type(text)
    assert box.form.field.error() == sentence
    assert not box.form.keep.isEnabled()
    boxed.press(KEY.Key_Return)
    boxed.press(KEY.Key_Escape)
    assert not box.form.isVisible()
    assert boxed.anew(box).protected_until is None


def test_who_was_not_named_sees_no_sign_that_there_are_orders(
    desk: Desk, client: Client, qtbot: QtBot
) -> None:
    roya = recorded(desk, "Roya")
    with desk.write() as unit:
        protection.protect(unit, roya.id, TODAY)
    other = Boxed(colleague(desk, "otso", Role.ADVISER), qtbot)
    box = other.show(ProtectionBox, client)
    assert not box.isVisible()
    notice = EndingNotice(other.workplace)
    qtbot.addWidget(notice)
    notice.read()
    assert notice.isHidden()


@pytest.fixture
def notice(boxed: Boxed, qtbot: QtBot) -> EndingNotice:
    notice = EndingNotice(boxed.workplace)
    qtbot.addWidget(notice)
    return notice


def test_orders_that_end_soon_are_told_by_their_number_alone(
    boxed: Boxed, notice: EndingNotice
) -> None:
    later, sooner, far = (recorded(boxed.desk, name) for name in ("Yusuf", "Roya", "Mina"))
    with boxed.desk.write() as unit:
        protection.protect(unit, later.id, TODAY + timedelta(days=30))
        protection.protect(unit, sooner.id, TODAY + timedelta(days=2))
        protection.protect(unit, far.id, TODAY + timedelta(days=31))
    notice.read()
    assert not notice.isHidden()
    assert notice.fact.text() == "2 non-disclosure orders end soon"
    opened: list[object] = []
    notice.open_wanted.connect(opened.append)
    boxed.click(notice.action)
    assert opened == [sooner.id]


def test_the_notice_goes_when_the_last_order_is_extended(
    boxed: Boxed, notice: EndingNotice, box: ProtectionBox, client: Client
) -> None:
    notice.read()
    boxed.click(box.begin)
    boxed.type("1.12.2026")
    boxed.press(KEY.Key_Return)
    assert not notice.isHidden()
    boxed.anew(box)
    boxed.click(box.begin)
    boxed.type("1.12.2027")
    boxed.press(KEY.Key_Return)
    assert notice.isHidden()


def test_all_texts_follow_the_language(box: ProtectionBox, notice: EndingNotice) -> None:
    def texts() -> list[str]:
        return [
            box.heading.text(),
            box.state.text(),
            box.begin.text(),
            box.form.field.label.text(),
            notice.help.text(),
        ]

    english = texts()
    switch("sv")
    assert not set(english) & set(texts())


# In the window


def test_the_tab_tells_named_people_of_an_order_that_ends_soon(opened: Opens, desk: Desk) -> None:
    client = recorded(desk, "Yusuf", "Haidari")
    with desk.write() as unit:
        protection.protect(unit, client.id, TODAY + timedelta(days=2))
    hands = opened()
    assert hands.tab.ending.isVisible()
    hands.click(hands.tab.ending.action)
    assert hands.tab.reason.client_id == client.id
    unnamed = opened(UNNAMED)
    assert not unnamed.tab.ending.isVisible()


def test_an_order_on_the_client_in_hand_hides_the_town_at_once(hands: Hands) -> None:
    hands.open("Warsame")
    box = hands.tab.card.protection
    hands.click(box.begin)
    hands.press(KEY.Key_Return)
    assert hands.tab.client is None
    assert hands.tab.reason.isVisible()
    hands.press(KEY.Key_1)
    assert hands.tab.client is not None
    assert hands.tab.client.record.municipality is None
    assert box.end.isVisible()


def test_the_card_of_who_was_not_named_has_no_place_for_orders(opened: Opens) -> None:
    hands = opened(UNNAMED)
    hands.open("Warsame")
    assert hands.tab.card.identity.isVisible()
    assert not hands.tab.card.protection.isVisible()


def test_a_clerk_is_told_nothing_when_clients_change(opened: Opens) -> None:
    runner = opened(CLERK).tab.workplace.runner
    refused: list[object] = []
    runner.worker.refused.connect(refused.append)
    runner.changed.emit(Changes.CLIENTS, None)
    assert refused == []
