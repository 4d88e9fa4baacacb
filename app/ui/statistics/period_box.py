"""The period in words, between the ways to the one before and the one after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.menu_button import Entry, MenuButton
from app.ui.widgets.paint import box, painter_on

LEAST_CHARS = 21


class PeriodBox(QWidget):
    """`moved` says by how many periods: -1 or 1. The words open the list of `ready` periods."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier, self.later = Link(ink="text"), Link(ink="text")
        self.ready = MenuButton(inside=True)
        self.earlier.set_icon("chevron-left")
        self.later.set_icon("chevron-right")
        self.earlier.clicked.connect(lambda: self.moved.emit(-1))
        self.later.clicked.connect(lambda: self.moved.emit(1))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.earlier)
        self._row.addWidget(self.ready)
        self._row.addWidget(self.later)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_period(self, name: str, ready: Sequence[Entry], current: str, may_go_on: bool) -> None:
        """The words, the periods with a name, and whether the next one has begun."""
        self.ready.set_entries("", ready, current, _("Period"), name)
        self.later.setEnabled(may_go_on)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), active().units(1.6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        fill, line = theme.color("surface"), theme.color("edge")
        with painter_on(self) as painter:
            box(painter, self.rect(), theme.space(5), fill, line)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for button, text in (
            (self.earlier, _("Earlier period, Ctrl ←")),
            (self.later, _("Later period, Ctrl →")),
        ):
            button.setAccessibleName(text)
            button.setToolTip(text)

    def _restyle(self) -> None:
        theme = active()
        self._row.setContentsMargins(theme.space(2), 1, theme.space(2), 1)
        self._row.setSpacing(0)
        self.ready.setMinimumWidth(theme.chars(LEAST_CHARS))
        self.updateGeometry()
