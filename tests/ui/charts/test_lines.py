"""Lines over time: told apart by their markers, with the compared period dashed."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.charts.ink import Ink, screen_ink
from app.ui.charts.lines import Lines
from app.ui.charts.number_places import number_tops
from app.ui.charts.over_time import Stretch
from app.ui.charts.strokes import (
    CIRCLE,
    CROSS,
    DASHED,
    DIAMOND,
    SQUARE,
    STROKES,
    TRIANGLE,
    paint_marker,
    paint_sign,
)
from app.ui.theme import DARK, LIGHT, Tokens
from tests.ui.charts.pictures import columns, drawn, lines, share

ROOM = QSize(480, 240)
HEIGHT, GAP, TOP, BOTTOM = 14.0, 4.0, 0.0, 200.0
MARKERS = (CIRCLE, SQUARE, TRIANGLE, CROSS, DIAMOND)


def sign(stroke: int, tokens: Tokens = LIGHT) -> QImage:
    """A stroke as a legend shows it, in shades of grey."""
    ink, image = Ink(tokens), QImage(QSize(80, 20), QImage.Format.Format_RGB32)
    image.fill(ink.color("surface"))
    painter = QPainter(image)
    paint_sign(painter, image.rect(), stroke, ink)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def marker(stroke: int) -> QImage:
    """The outline of a marker alone, black on white."""
    image = QImage(QSize(40, 40), QImage.Format.Format_RGB32)
    image.fill(screen_ink().color("surface"))
    painter = QPainter(image)
    paint_marker(painter, QPointF(20, 20), stroke, 10, screen_ink())
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Mono)


def test_they_are_read_out_like_columns() -> None:
    assert lines().spoken() == columns().spoken()


def test_the_sum_stands_beside_several_lines_where_a_sum_is_compared() -> None:
    assert lines().strokes == (CIRCLE, SQUARE, TRIANGLE, DIAMOND)
    assert lines(compared=False).strokes == (CIRCLE, SQUARE, TRIANGLE)
    assert Lines(("Jakobstad",), [Stretch("Jan", "January", (5,), 7)]).strokes == (CIRCLE,)


def test_the_scale_holds_what_is_drawn_and_no_more() -> None:
    assert lines().scale[-1] >= 210
    assert Lines(("a", "b"), [Stretch("", "", (90, 90))]).scale[-1] == 100


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.usefixtures("qapp")
def test_every_stroke_looks_different_without_colours(tokens: Tokens) -> None:
    signs = [sign(stroke, tokens) for stroke in STROKES]
    assert all(one != other for i, one in enumerate(signs) for other in signs[:i])


@pytest.mark.usefixtures("qapp")
def test_markers_differ_by_their_shape() -> None:
    shapes = [marker(stroke) for stroke in MARKERS]
    assert all(one != other for i, one in enumerate(shapes) for other in shapes[:i])


@pytest.mark.usefixtures("qapp")
def test_only_the_compared_period_is_dashed() -> None:
    def gaps(stroke: int) -> int:
        image = sign(stroke)
        row = [image.pixelColor(x, 10).lightness() for x in range(image.width())]
        surface = QColor(LIGHT.surface).lightness()
        return sum(one != surface == other for one, other in itertools.pairwise(row))

    assert gaps(DASHED) > 5
    assert all(gaps(stroke) <= 2 for stroke in MARKERS)  # the light edge of a marker


def test_lines_are_painted_where_their_values_are() -> None:
    high = Lines(("a", "b"), [Stretch("", "", (100, 10)) for _month in range(3)])
    image = drawn(high, ROOM)
    upper, lower = image.copy(0, 0, 480, 120), image.copy(0, 120, 480, 120)
    assert share(upper, LIGHT.c1) > 0.005
    assert share(upper, LIGHT.c2) == 0
    assert share(lower, LIGHT.c2) > 0.005
    assert share(lower, LIGHT.c1) == 0


def test_one_stretch_alone_shows_what_was_before(qapp: QApplication) -> None:
    now = drawn(Lines(("a",), [Stretch("", "", (10,))]), ROOM)
    both = drawn(Lines(("a",), [Stretch("", "", (10,), 7)]), ROOM)
    assert share(both, LIGHT.text) > share(now, LIGHT.text)


def written(picture: Lines, room: QSize) -> float:
    """How much of the picture is numbers above the axis."""
    plot = picture.plot(QRect(0, 0, room.width(), room.height()))
    return share(drawn(picture, room).copy(plot), LIGHT.text)


def test_numbers_are_written_and_in_narrow_columns_fewer() -> None:
    days = [Stretch("", str(day), (5 + day % 7,)) for day in range(60)]
    wide, narrow = QSize(3000, 200), QSize(420, 200)
    picture = Lines(("Jakobstad",), days)
    assert written(picture, wide) * wide.width() > 10 * written(picture, narrow) * narrow.width()
    assert written(picture, narrow) > 0


def test_nothing_has_no_number() -> None:
    nothing = Lines(("a",), [Stretch("", "", (0,)), Stretch("", "", (0,))])
    assert written(nothing, ROOM) == 0


Points = st.lists(st.floats(20, BOTTOM), max_size=6)


@given(Points)
def test_no_number_lies_on_another_or_on_a_point(points: list[float]) -> None:
    tops = number_tops(points, HEIGHT, GAP, TOP, BOTTOM)
    placed = sorted(top for top in tops if top is not None)
    assert all(later - earlier >= HEIGHT - 1e-9 for earlier, later in itertools.pairwise(placed))
    assert all(
        point <= top - GAP + 1e-9 or point >= top + HEIGHT + GAP - 1e-9
        for top in placed
        for point in points
    )
    assert all(top >= TOP - 1e-9 and top + HEIGHT <= BOTTOM + 1e-9 for top in placed)


@given(Points)
def test_higher_points_have_higher_numbers(points: list[float]) -> None:
    tops = number_tops(points, HEIGHT, GAP, TOP, BOTTOM)
    pairs = zip(points, tops, strict=True)
    ordered = sorted((point, top) for point, top in pairs if top is not None)
    tops_in_order = [top for _point, top in ordered]
    if len({point for point, _top in ordered}) == len(ordered):
        assert tops_in_order == sorted(tops_in_order)


@given(st.floats(20, BOTTOM))
def test_a_point_alone_has_its_number_above_it(point: float) -> None:
    assert number_tops([point], HEIGHT, GAP, TOP, BOTTOM) == [point - GAP - HEIGHT]


def test_two_close_points_have_one_number_above_and_one_below() -> None:
    assert number_tops([100, 104], HEIGHT, GAP, TOP, BOTTOM) == [82, 108]


def test_two_close_points_on_the_axis_have_both_above() -> None:
    assert number_tops([190, 196], HEIGHT, GAP, TOP, BOTTOM) == [158, 172]


def test_without_room_there_is_no_number() -> None:
    assert number_tops([15, 16, 18], HEIGHT, GAP, TOP, 20) == [None, None, None]
