"""A chart on its panel: walked through by keys, turned into a table, copied."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.documents.sheet import Sheet, SheetRow
from app.ui.charts.chart_card import ChartCard, Shown
from app.ui.charts.ink import DIAGONAL, DOTS, SOLID
from app.ui.charts.legend import TICK, Key
from app.ui.theme import DARK, LIGHT, Theme
from tests.ui import conftest
from tests.ui.charts.pictures import columns, share

KEYS = (
    Key(SOLID, "Jakobstad"),
    Key(DIAGONAL, "Nykarleby"),
    Key(DOTS, "Kronoby"),
    Key(TICK, "2025"),
)
SHEET = Sheet(("Month", "Visits"), (SheetRow(("January 2026", 207)),))
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def card(shown: conftest.Shown) -> ChartCard:
    card = ChartCard()
    card.show_all(
        Shown("Visits by month", columns(), SHEET, KEYS, "A note.", ("For internal use only",))
    )
    card.resize(620, 320)
    shown(card)
    card.chart.setFocus()
    return card


def test_the_whole_chart_can_be_read_out(card: ChartCard) -> None:
    assert card.chart.accessibleName() == "Visits by month"
    assert card.chart.accessibleDescription().startswith("January 2026: 207 visits, Jakobstad 172")


@pytest.mark.usefixtures("screen_reader")
def test_arrows_read_each_mark_and_write_it_below(card: ChartCard) -> None:
    heard: list[int] = []
    card.chart.stood.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home):
        QTest.keyClick(card.chart, key)
    assert heard == [1, 2, 2, 0]
    assert card.note.text().startswith("January 2026: 207 visits")
    card.link.setFocus()
    assert card.note.text() == "A note."


def test_a_click_stands_on_a_mark(card: ChartCard) -> None:
    assert card.chart.picture is not None
    place = card.chart.picture.places(card.chart.rect())[1]
    QTest.mouseClick(card.chart, Qt.MouseButton.LeftButton, pos=place.center())
    assert card.chart.at == 1


def test_the_keyboard_goes_along_into_the_table_and_back(card: ChartCard) -> None:
    QTest.mouseClick(card.link, Qt.MouseButton.LeftButton)
    assert card.is_table()
    card.show_table(False)
    card.chart.setFocus()
    card.show_table(True)
    assert card.table.hasFocus()
    assert card.link.text() == "Chart"
    card.show_table(False)
    assert card.chart.hasFocus()


def test_nothing_is_copied_before_the_guard_lets_it(card: ChartCard) -> None:
    asked: list[tuple[str, Callable[[], None]]] = []
    card.guard = lambda form, put: asked.append((form, put))
    QApplication.clipboard().setText("before")
    QTest.keyClick(card.chart, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "before"
    form, put = asked[0]
    put()
    assert form == "table"
    assert QApplication.clipboard().text() != "before"


def test_copied_as_a_table(card: ChartCard) -> None:
    QTest.keyClick(card.chart, Qt.Key.Key_C, CONTROL)
    text = QApplication.clipboard().text()
    assert text == ("Visits by month\nFor internal use only\n\nMonth\tVisits\nJanuary 2026\t207\n")


def test_copied_as_a_picture_on_white_paper_in_dark_too(card: ChartCard, theme: Theme) -> None:
    theme.set_mode("dark")
    QTest.keyClick(card.chart, Qt.Key.Key_C, CONTROL | SHIFT)
    image = QApplication.clipboard().image()
    assert image.width() >= 2 * card.chart.width()
    assert share(image, LIGHT.surface) > 0.4
    assert share(image, LIGHT.c1) > 0.05
    assert share(image, DARK.c1) == 0


# The offscreen platform cannot hold the keyboard for a popup, which every screen can.
@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_the_menu_does_the_same_by_keys(card: ChartCard) -> None:
    card.open_menu(card.mapToGlobal(QPoint(0, 0)))
    menu = card.findChild(QMenu)
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert card.is_table()


def test_the_legend_stands_where_it_has_room(card: ChartCard) -> None:
    assert card.beside_heading.isVisible()
    card.resize(420, 320)
    assert not card.beside_heading.isVisible()
    assert card.below_heading.isVisible()
    card.show_table(True)
    assert not card.below_heading.isVisible()


def test_dark_and_light_are_painted_in_their_colours(card: ChartCard, theme: Theme) -> None:
    theme.set_mode("dark")
    assert share(card.chart.grab().toImage(), DARK.c1) > 0.05
    theme.set_mode("light")
    assert share(card.chart.grab().toImage(), LIGHT.c1) > 0.05
