"""The period in words between the ways to the one before and the one after."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label
from app.ui.widgets.paint import box, painter_on

LEAST_CHARS = 21


class PeriodBox(QWidget):
    """`moved` says by how many periods: -1 or 1."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier, self.name, self.later = Link(ink="text"), Label("strong"), Link(ink="text")
        self.earlier.set_icon("chevron-left")
        self.later.set_icon("chevron-right")
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.earlier.clicked.connect(lambda: self.moved.emit(-1))
        self.later.clicked.connect(lambda: self.moved.emit(1))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.earlier)
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.later)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_period(self, name: str, may_go_on: bool) -> None:
        """The words, and whether the next period has begun."""
        self.name.setText(name)
        self.later.setEnabled(may_go_on)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), active().units(1.6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        fill, line = theme.color("surface"), theme.color("edge")
        box(painter_on(self), self.rect(), theme.space(5), fill, line)

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
        self.name.setAccessibleName(_("Period"))

    def _restyle(self) -> None:
        theme = active()
        self._row.setContentsMargins(theme.space(2), 1, theme.space(2), 1)
        self._row.setSpacing(0)
        self.name.setMinimumWidth(theme.chars(LEAST_CHARS))
        self.updateGeometry()
