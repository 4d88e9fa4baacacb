"""Painters that end, and places for those who read from the right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStyle, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.paint import mirrored, painter_on

places = st.builds(QRect, *[st.integers(-500, 500)] * 2, *[st.integers(0, 500)] * 2)


@given(st.sampled_from(Qt.LayoutDirection), places, places)
def test_a_place_is_mirrored_as_qt_does_it(
    direction: Qt.LayoutDirection, within: QRect, place: QRect
) -> None:
    assert mirrored(direction, within, place) == QStyle.visualRect(direction, within, place)


def test_a_fault_while_painting_ends_the_painter(qtbot: QtBot) -> None:
    painters: list[QPainter] = []

    class Broken(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            with painter_on(self) as painter:
                painters.append(painter)
                raise ZeroDivisionError

    broken, image = Broken(), QPixmap(8, 8)
    qtbot.addWidget(broken)
    with pytest.raises(ZeroDivisionError):
        broken.render(image)
    assert not painters[0].isActive()
