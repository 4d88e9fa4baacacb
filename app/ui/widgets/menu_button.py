"""A button that says what is chosen, and opens the list of what there is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QStyle, QWidget

from app.ui.theme import active
from app.ui.widgets.paint import box, line_of_text, painter_on, text_width


class Entry(NamedTuple):
    """One line of the list; `able` is False for what cannot be chosen now."""

    code: str
    text: str
    able: bool = True


class MenuButton(QAbstractButton):
    """A quiet word, the chosen entry, a chevron. `chosen` names what a person chose.

    `inside` is for one that stands in a box of others: it has no outline of its own. `tight` is
    for a row of several in a narrow column.
    """

    chosen = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, inside: bool = False, tight: bool = False
    ) -> None:
        super().__init__(parent)
        self._inside, self._role = inside, "strong" if inside else "body"
        self._inset, self._gap = (8, 4) if tight else (10, 8)
        self.entries: tuple[Entry, ...] = ()
        self.current = ""
        self._lead = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)
        active().changed.connect(self._restyle)

    def set_entries(
        self, lead: str, entries: Sequence[Entry], current: str, name: str, shown: str = ""
    ) -> None:
        """What there is and which of it stands, as its own words say it or as `shown`.

        `name` is what a screen reader calls the button.
        """
        self._lead, self.entries, self.current = lead, tuple(entries), current
        shown = shown or next((entry.text for entry in entries if entry.code == current), "")
        self.setText(shown)
        self.setAccessibleName(f"{name}: {shown}")
        self.setToolTip(name)
        self._restyle()

    def open(self) -> QMenu:
        """The list, under the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for entry in self.entries:
            line = menu.addAction(entry.text.replace("&", "&&"))
            line.setObjectName(entry.code)
            line.setCheckable(True)
            line.setChecked(entry.code == self.current)
            line.setEnabled(entry.able)
            line.triggered.connect(partial(self.chosen.emit, entry.code))
            group.addAction(line)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        lines = menu.actions()
        menu.setActiveAction(next((one for one in lines if one.isChecked()), lines[0]))
        return menu

    def sizeHint(self) -> QSize:
        theme = active()
        words = text_width(theme.font("body"), self._led()) + text_width(
            theme.font("strong"), self.text()
        )
        height = theme.units(1.6) - 2 if self._inside else theme.units(1.6)
        return QSize(words + theme.space(2 * self._inset + self._gap) + self._chevron(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        with painter_on(self) as painter:
            fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
            line, width = ("accent", 2.0) if self.hasFocus() else ("edge", 1.0)
            colour = theme.color("surface" if self._inside and not self.hasFocus() else line)
            box(painter, self.rect(), theme.space(5), theme.color(fill), colour, width)
            inset, size = theme.space(self._inset), self._chevron()
            lead = text_width(theme.font("body"), self._led())
            place = self._placed(inset, lead)
            line_of_text(painter, place, self._led(), theme.font("body"), theme.color("dim"))
            place = self._placed(inset + lead, self.width() - 2 * inset - lead - size)
            line_of_text(painter, place, self.text(), theme.font(self._role), theme.color("text"))
            spot = self._placed(self.width() - inset - size, size)
            picture = theme.pixmap("chevron-down", "dim", size, self.devicePixelRatioF())
            painter.drawPixmap(spot.left(), (self.height() - size) // 2, picture)

    def _led(self) -> str:
        return f"{self._lead} " if self._lead else ""

    def _placed(self, left: int, width: int) -> QRect:
        place = QRect(left, 0, width, self.height())
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _chevron(self) -> int:
        return round(0.8 * active().u)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
