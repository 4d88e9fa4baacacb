"""What charts paint and read out."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt

from app.domain.hidden import Count, Hidden
from app.ui.charts.columns import Columns
from app.ui.charts.heat import Heat
from app.ui.charts.lines import Lines
from app.ui.charts.over_time import Stretch
from app.ui.charts.picture import Picture
from app.ui.charts.ranks import Rank, Ranks
from app.ui.theme import LIGHT, Theme
from tests.ui.charts.pictures import NAMES, columns, drawn, heat, lines, ranks, share

ROOM = QSize(480, 240)
PICTURES = [
    columns(),
    columns(beside=True),
    lines(),
    lines(compared=False),
    ranks(),
    heat(),
    Columns((), ()),
    Lines((), ()),
    Ranks(()),
]


def test_columns_are_read_out_whole() -> None:
    assert columns().spoken() == [
        "January 2026: 207 visits, Jakobstad 172, Nykarleby 21, Kronoby 14, before: 190",
        "February 2026: 190 visits, Jakobstad 158, Nykarleby 19, Kronoby 13, before: 210",
        "March 2026: 0 visits, Jakobstad 0, Nykarleby 0, Kronoby 0, before: 0",
    ]


def test_one_series_is_not_named_twice() -> None:
    assert Columns(("Jakobstad",), [Stretch("Jan", "January", (1,))]).spoken() == [
        "January: 1 visit"
    ]


def test_ranks_and_cells_are_read_out() -> None:
    assert ranks().spoken()[0] == "Housing: 40 visits, before: 55"
    assert heat().spoken() == [
        "Monday 9–10: 50 visits",
        "Monday 10–11: 0 visits",
        "Tuesday 9–10: 1 visit",
        "Tuesday 10–11: closed",
    ]


def test_higher_columns_for_more_visits() -> None:
    image = drawn(columns(), ROOM)
    january, march = share(image, LIGHT.c1, 0.1, 0.4), share(image, LIGHT.c1, 0.7, 1)
    assert january > 0.15
    assert march == 0


def test_series_differ_without_their_colours() -> None:
    """Full, hatched and dotted parts let through none, some and most of the surface."""
    surfaces = []
    for series in range(3):
        values = tuple(100 if i == series else 0 for i in range(3))
        picture = Columns(("a", "b", "c"), [Stretch("", "", values)])
        image = drawn(picture, ROOM)
        inner = image.copy(QRect(image.width() // 2, 60, 24, 120))  # within the only bar
        surfaces.append(share(inner, LIGHT.surface))
    full, hatched, dotted = surfaces
    assert full == 0
    assert 0.2 < hatched < dotted < 1


def test_the_compared_period_is_a_tick_with_a_halo() -> None:
    image = drawn(Ranks([Rank("", 100, 50)]), QSize(300, 30))
    row = [image.pixelColor(x, 15).name().upper() for x in range(image.width())]
    at = row.index(LIGHT.text)
    assert row[at : at + 2] == [LIGHT.text] * 2
    assert row[at - 4] == row[at + 5] == LIGHT.c1
    assert LIGHT.c1 not in (row[at - 1], row[at + 2])


def test_five_steps_of_heat() -> None:
    visits = {(1, hour): (hour - 8) * 20 for hour in range(9, 14)}
    image = drawn(Heat({1: ("Mon", "Monday")}, range(9, 14), visits, set()), ROOM)
    assert all(share(image, getattr(LIGHT, f"h{step}")) > 0.02 for step in range(1, 6))


def test_a_closed_hour_is_empty() -> None:
    closed = drawn(Heat({1: ("Mon", "Monday")}, (9,), {}, set()), ROOM)
    is_open = drawn(Heat({1: ("Mon", "Monday")}, (9,), {}, {(1, 9)}), ROOM)
    assert share(closed, LIGHT.alternate) > 0.1
    assert share(is_open, LIGHT.alternate) == 0


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("size", [QSize(40, 20), ROOM, QSize(1600, 900)])
def test_every_mark_has_its_place(picture: Picture, size: QSize) -> None:
    places = picture.places(QRect(QPoint(0, 0), size))
    assert len(places) == len(picture.spoken())
    drawn(picture, size)


@pytest.mark.parametrize("text_size", [90, 200])
def test_at_its_least_size_all_marks_are_inside(theme: Theme, text_size: int) -> None:
    theme.set_text_size(text_size)
    for picture in PICTURES:
        room = QRect(QPoint(0, 0), picture.size())
        assert all(room.contains(place) for place in picture.places(room))


def test_a_hundred_columns_are_painted_one_by_one() -> None:
    stretches = [Stretch(str(day), f"day {day}", (day,)) for day in range(1, 101)]
    picture = Columns(("Jakobstad",), stretches)
    places = picture.places(QRect(0, 0, 420, 200))
    assert all(place.width() >= 3 for place in places)
    drawn(picture, QSize(420, 200))


def test_arrows_in_a_row_and_in_a_grid() -> None:
    row, grid = columns(), heat()
    assert [row.neighbour(0, key) for key in (Qt.Key.Key_Right, Qt.Key.Key_Left)] == [1, 0]
    assert [row.neighbour(1, key) for key in (Qt.Key.Key_Home, Qt.Key.Key_End)] == [0, 2]
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End)
    assert [grid.neighbour(0, key) for key in keys] == [1, 2, 0, 1]
    assert grid.neighbour(3, Qt.Key.Key_Home) == 2


SMALL, COVER, SUM = Hidden(True, 1, 4), Hidden(False, 5, None), Hidden(False, 300, 330)
PARTLY = Stretch("Jun", "June 2026", (120, COVER, SMALL), before=None, together=138)


def test_hidden_numbers_are_read_out_in_words() -> None:
    assert Columns(("a", "b", "c"), [PARTLY]).spoken() == [
        "June 2026: 138 visits, a 120, b hidden, c fewer than 5"
    ]
    assert Ranks([Rank("Work", SMALL, COVER), Rank("Housing", SUM)]).spoken() == [
        "Work: fewer than 5, before: hidden",
        "Housing: from 300 to 330",
    ]
    closed: dict[tuple[int, int], Count] = {(1, 9): COVER, (1, 10): 0}
    assert Heat(NAMES, (9, 10), closed, set()).spoken()[:2] == [
        "Monday 9–10: hidden",
        "Monday 10–11: closed",
    ]


def test_what_is_left_of_a_told_sum_stands_hatched_in_its_column() -> None:
    """The column is as high as if all were told; nothing of it has the pattern of a location."""
    image = drawn(Columns(("a", "b", "c"), [PARTLY]), ROOM)
    whole = drawn(Columns(("a", "b", "c"), [Stretch("", "", (138, 0, 0))]), ROOM)
    assert 0 < share(image, LIGHT.dim) < share(image, LIGHT.c1)
    assert share(image, LIGHT.c2) == share(image, LIGHT.c3) == 0
    solid, hatched = share(whole, LIGHT.c1), share(image, LIGHT.c1)
    assert hatched == pytest.approx(solid * 120 / 138, rel=0.03)


@pytest.mark.parametrize("count", [SMALL, COVER, SUM])
@pytest.mark.parametrize("beside", [False, True])
def test_hidden_numbers_have_no_solid_bar(count: Hidden, beside: bool) -> None:
    stretch = Stretch("", "", (count,), count, count)
    pictures = (
        Columns(("a",), [stretch], beside),
        Lines(("a",), [stretch]),
        Ranks([Rank("", count, count)]),
        Heat(NAMES, (9,), {(1, 9): count}, {(1, 9)}),
    )
    for picture in pictures:
        assert share(drawn(picture, ROOM), LIGHT.c1) == 0


def test_a_line_is_broken_where_its_number_is_hidden() -> None:
    told = [Stretch("", "", (100,)), Stretch("", "", (100,)), Stretch("", "", (100,))]
    broken = [told[0], Stretch("", "", (Hidden(False, 100, None),)), told[2]]
    middle = (0.4, 0.6)
    assert share(drawn(Lines(("a",), told), ROOM), LIGHT.c1, *middle) > 0
    assert share(drawn(Lines(("a",), broken), ROOM), LIGHT.c1, *middle) == 0
