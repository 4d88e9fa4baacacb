"""Rows that break like words, and columns."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.flow_layout import FlowLayout

fast = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _laid(qtbot: QtBot, widths: list[int], room: int, columns: int = 0) -> list[QRect]:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=4)
    flow.set_columns(columns, 50, 90)
    parts = [QWidget() for _ in widths]
    for part, width in zip(parts, widths, strict=True):
        part.setFixedSize(width, 20)
        part.setMaximumWidth(1000 if columns else width)
        flow.addWidget(part)
    flow.setGeometry(QRect(0, 0, room, 500))
    assert flow.heightForWidth(room) == max(part.geometry().bottom() for part in parts) + 1
    return [part.geometry() for part in parts]


@given(st.lists(st.integers(5, 90), min_size=1, max_size=12), st.integers(90, 400))
@fast
def test_nothing_overlaps_and_nothing_sticks_out(
    qtbot: QtBot, widths: list[int], room: int
) -> None:
    places = _laid(qtbot, widths, room)
    assert all(place.left() >= 0 and place.right() < room for place in places)
    for i, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[i + 1 :])


@pytest.mark.parametrize(("room", "columns"), [(300, 3), (161, 3), (110, 2), (50, 1)])
def test_as_many_columns_as_fit(qtbot: QtBot, room: int, columns: int) -> None:
    places = _laid(qtbot, [10] * 6, room, columns=3)
    assert len({place.left() for place in places}) == columns


def test_hidden_parts_take_no_room(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=4)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        part.setFixedSize(30, 20)
        flow.addWidget(part)
    box.resize(200, 50)
    box.show()
    parts[1].hide()
    flow.activate()
    assert parts[2].x() == 34


def test_right_to_left_begins_at_the_right(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = FlowLayout(box, gap=4)
    part = QWidget()
    part.setFixedSize(30, 20)
    flow.addWidget(part)
    flow.setGeometry(QRect(0, 0, 200, 50))
    assert part.geometry().right() == 199


def test_a_part_too_wide_for_its_row_is_as_high_as_it_needs_to_be(qtbot: QtBot) -> None:
    box, group = QWidget(), QWidget()
    qtbot.addWidget(box)
    outer, inner = FlowLayout(box, gap=4), FlowLayout(group, gap=4)
    for _ in range(4):
        part = QWidget()
        part.setFixedSize(40, 20)
        inner.addWidget(part)
    outer.addWidget(group)
    outer.setGeometry(QRect(0, 0, 90, 500))
    assert group.size() == QSize(90, 44)
    assert outer.heightForWidth(90) == 44
