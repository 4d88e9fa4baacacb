"""Places for those who read from the right."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

from app.ui.widgets.paint import mirrored

places = st.builds(QRect, *[st.integers(-500, 500)] * 2, *[st.integers(0, 500)] * 2)


@given(st.sampled_from(Qt.LayoutDirection), places, places)
def test_a_place_is_mirrored_as_qt_does_it(
    direction: Qt.LayoutDirection, within: QRect, place: QRect
) -> None:
    assert mirrored(direction, within, place) == QStyle.visualRect(direction, within, place)
