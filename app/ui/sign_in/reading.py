"""The Tab key follows the order in which one reads."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_in_reading_order(page: QWidget) -> None:
    """Let Tab go through `page` as its layouts are filled, from the top to the foot."""
    for one, other in pairwise(_stops(page)):
        QWidget.setTabOrder(one, other)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    proxied = widget.focusProxy() is not None
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not proxied:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _stops(inside)
    elif (layout := widget.layout()) is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    """Those of the widgets and layouts in it.

    They are asked for their places, and the layout not for its items (`itemAt`): Python keeps
    those when Qt has long freed them, and the program falls over once something else stands in
    their place.
    """
    owner, direct = layout.parentWidget(), Qt.FindChildOption.FindDirectChildrenOnly
    assert owner is not None
    widgets = {layout.indexOf(one): one for one in owner.findChildren(QWidget, options=direct)}
    layouts = {layout.indexOf(one): one for one in layout.findChildren(QLayout, options=direct)}
    for place in range(layout.count()):
        if place in widgets:
            yield from _stops(widgets[place])
        elif place in layouts:
            yield from _stops_in(layouts[place])
