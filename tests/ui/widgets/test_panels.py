"""Banner, card, empty list, pill, and labels."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.theme import LIGHT, Theme
from app.ui.widgets.banner import KINDS, Banner
from app.ui.widgets.card import Card
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.pill import INKS, Pill
from tests.ui.conftest import Shown


def test_a_banner_says_the_fact_the_rule_and_offers_one_action(shown: Shown, qtbot: QtBot) -> None:
    banner = Banner("warning")
    banner.set_content("Review by Sat 12.9.2026", "line 189", "Open review", "Ctrl 3")
    shown(banner)
    assert (banner.accessibleName(), banner.accessibleDescription()) == (
        "Review by Sat 12.9.2026",
        "line 189",
    )
    with qtbot.waitSignal(banner.acted):
        QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    banner.set_content("Review by Sat 12.9.2026")
    assert not banner.action.isVisible()
    assert not banner.help.isVisible()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_banner_has_its_fill_and_sign(qtbot: QtBot, kind: str) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.set_kind(kind)
    banner.set_content("Disk is full.")
    dot = banner.grab().toImage().pixelColor(6, 6).name().upper()
    assert dot == getattr(LIGHT, f"{kind}_soft")
    assert banner.icon.name == KINDS[kind].icon


def test_a_card_shows_heading_and_link_where_it_has_them(shown: Shown, qtbot: QtBot) -> None:
    card = Card(ruled=True)
    card.content.addWidget(QLabel("list"))
    shown(card)
    assert not card.heading.isVisible()
    card.set_heading("Latest visits")
    card.set_link("Today's list")
    assert card.heading.isVisible()
    assert card.accessibleName() == "Latest visits"
    with qtbot.waitSignal(card.linked):
        QTest.mouseClick(card.link, Qt.MouseButton.LeftButton)


def test_an_empty_list_has_one_sentence_and_one_button(shown: Shown, qtbot: QtBot) -> None:
    empty = EmptyState()
    shown(empty)
    empty.set_texts("No visits today yet.")
    assert not empty.button.isVisible()
    empty.set_texts("No visits today yet.", "Record visit", "F2")
    with qtbot.waitSignal(empty.acted):
        QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", INKS)
def test_a_pill_says_its_state_in_a_word(
    qtbot: QtBot, screen_reader: None, theme: Theme, kind: str
) -> None:
    pill = Pill()
    qtbot.addWidget(pill)
    pill.set_state(kind, "4 days late")
    pill.resize(pill.sizeHint())
    spoken = QAccessible.queryAccessibleInterface(pill)
    assert spoken.text(QAccessible.Text.Name) == "4 days late"
    assert pill.height() == theme.units(1.1)
    dot = pill.grab().toImage().pixelColor(pill.width() // 2, 1).name().upper()
    assert dot == getattr(LIGHT, INKS[kind][0])


def test_a_long_line_is_cut_and_whole_in_its_tip(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("A sentence that is longer than its place")
    label.resize(60, 20)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_words_are_never_taken_for_markup(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    label.setText("<b>Ada</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_tone_of_a_label_can_change(qtbot: QtBot) -> None:
    label = Label("help", "dim")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.palette().color(label.foregroundRole()).name().upper() == LIGHT.dim
    label.set_tone("danger")
    assert label.palette().color(label.foregroundRole()).name().upper() == LIGHT.danger
