"""The last day of a non-disclosure order, or none."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.localization import _, _p, current
from app.services.protection import NO_END
from app.ui.settings.typed import read_day, understood
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.field import Field
from app.words.sentences import sentence


class OrderForm(QWidget):
    """Hidden until `open_for`; `kept` carries the last day, Esc closes (`closed`)."""

    kept = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        self.field, self.keep, self.leave = Field(), Button(), Link()
        self._foot, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.field)
        self._column.addLayout(self._foot)
        self._foot.addWidget(self.keep)
        self._foot.addWidget(self.leave)
        self._foot.addStretch(1)
        self.field.edited.connect(self._check)
        self.field.entered.connect(self._finish)
        self.keep.clicked.connect(self._finish)
        self.leave.clicked.connect(self._leave)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.hide()

    def open_for(self, until: date | None, today: date) -> None:
        """Ask for the last day; `until` is the one that there is."""
        self._today = today
        self.field.set_text(current().full_date(until) if until else "")
        self._check()
        self.show()
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.edit.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _read(self) -> tuple[date | None, str]:
        """The last day that is typed, or what is wrong with it."""
        if not self.field.text().strip():
            return NO_END, ""
        day, problem = understood(read_day, self.field.text(), self._today)
        if day is not None and day < self._today:
            return None, sentence(Refused("order_past", day=day))
        return day, problem

    def _check(self) -> None:
        day, problem = self._read()
        self.field.set_error(problem)
        self.keep.setEnabled(day is not None)

    def _finish(self) -> None:
        day, _problem = self._read()
        if day is not None:
            self._leave()
            self.kept.emit(day)

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def _retranslate(self) -> None:
        self.field.set_label(_("Last day of the order"))
        self.field.set_placeholder("31.12.2027")
        self.field.set_help(_("Empty for an order without an end."))
        self.keep.set_texts(_("Keep the order"))
        self.leave.set_texts(_("Leave"), _p("key", "Esc"))
        self._check()

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(6))
        self._foot.setSpacing(theme.space(8))
        self.field.box.setMaximumWidth(theme.chars(44))
