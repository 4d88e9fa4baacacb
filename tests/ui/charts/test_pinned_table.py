"""Names and sums stay in sight while one scrolls through the columns between them."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.documents.sheet import Sheet, SheetRow
from app.ui.charts.sheet_view import SheetView
from app.ui.theme import Theme
from tests.ui.conftest import Shown

WEEKS = 40
HEAD = ("Location", *(f"w{week}" for week in range(1, WEEKS + 1)), "Total")
LAST = len(HEAD) - 1


def weeks(sums: bool = True) -> Sheet:
    rows = [
        SheetRow((name, *(start + week for week in range(WEEKS)), 9999))
        for name, start in (("Jakobstad", 100), ("Nykarleby", 200))
    ]
    return Sheet(HEAD, tuple(rows), sums)


@pytest.fixture
def view(shown: Shown) -> SheetView:
    view = SheetView()
    view.resize(420, 140)
    view.load(weeks())
    shown(view)
    view.setFocus()
    return view


def at(view: SheetView, x: int) -> int:
    """The column that one sees at `x` of the first row."""
    return view.indexAt(QPoint(x, view.rowHeight(0) // 2)).column()


def strip(view: SheetView, column: int) -> QImage:
    """What the first row and the head show where this column is."""
    place = view.visualRect(view.sheet_model.index(0, column))
    whole = view.grab().toImage()
    inner = QRect(place.left() + 2, 0, place.width() - 4, view.viewport().y() + place.height() - 2)
    return whole.copy(inner.translated(view.viewport().x(), 0))


@pytest.mark.parametrize("share", [0, 0.3, 1])
def test_first_and_last_are_in_sight_however_far_one_scrolls(view: SheetView, share: float) -> None:
    bar = view.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(round(bar.maximum() * share))
    assert at(view, 3) == 0
    assert at(view, view.viewport().width() - 3) == LAST
    for column in (0, LAST):
        place = view.visualRect(view.sheet_model.index(1, column))
        assert view.viewport().rect().contains(place)


def test_they_look_as_they_did_before(view: SheetView) -> None:
    view.clearFocus()
    view.setCurrentIndex(view.sheet_model.index(1, 5))
    bar = view.horizontalScrollBar()
    bar.setValue(0)
    names = strip(view, 0)
    bar.setValue(bar.maximum())
    sums = strip(view, LAST)
    bar.setValue(bar.maximum() // 2)
    assert strip(view, 0) == names
    assert strip(view, LAST) == sums


def test_arrows_bring_each_cell_between_them(view: SheetView) -> None:
    for key, columns in (
        (Qt.Key.Key_Right, range(1, LAST + 1)),
        (Qt.Key.Key_Left, range(LAST - 1, -1, -1)),
    ):
        for column in columns:
            QTest.keyClick(view, key)
            place = view.visualRect(view.currentIndex())
            assert view.currentIndex().column() == column
            assert at(view, place.left() + 1) == at(view, place.right() - 1) == column


def test_a_step_onto_the_sums_does_not_scroll(view: SheetView) -> None:
    bar = view.horizontalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().column() == LAST
    assert bar.value() == 0
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert bar.value() == bar.maximum()


def test_a_table_without_sums_keeps_its_names_only(view: SheetView) -> None:
    view.load(weeks(sums=False))
    view.horizontalScrollBar().setValue(60)
    assert at(view, 3) == 0
    assert at(view, view.viewport().width() - 3) != LAST


def test_nothing_is_pinned_where_all_have_room(view: SheetView) -> None:
    view.load(Sheet(("Location", "Jan", "Total"), (SheetRow(("Jakobstad", 1, 2)),)))
    assert view.pins() == []


def test_where_nothing_would_fit_between_nothing_is_pinned(view: SheetView, theme: Theme) -> None:
    theme.set_text_size(200)
    view.resize(150, 140)
    view.horizontalScrollBar().setValue(200)
    assert view.pins() == []
