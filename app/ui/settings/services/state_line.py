"""What is to be noted of a service, whether it is in use, and when it was checked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.directory import Mark, Service
from app.localization import _, current
from app.ui.settings.panes import Tick, started
from app.ui.settings.services.speech import MARK_LOOKS
from app.ui.theme import active
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill
from app.words.directory import mark_words


class StateLine(QWidget):
    """`edited` with every change by hand."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checked_on: date | None = None
        self._today = date.min
        self.pills = {mark: Pill() for mark in Mark}
        self.on, self.check, self.when = Tick(), Button(), Label("help", "dim", wraps=True)
        self.check.set_icon("check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(started(*self.pills.values()))
        column.addLayout(started(self.on, self.check))
        column.addWidget(self.when)
        self._column = column
        self.on.toggled.connect(self.edited)
        self.check.clicked.connect(self._check_today)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def put(self, service: Service, today: date) -> None:
        """Show the state of a service."""
        self._today = today
        self._checked_on = service.checked_on
        self.on.blockSignals(True)
        self.on.setChecked(service.enabled)
        self.on.blockSignals(False)
        self.mark(service)
        self._retranslate()

    def mark(self, service: Service) -> None:
        """Show what is to be noted of a service as it is typed."""
        marks = service.marks(self._today)
        for mark, pill in self.pills.items():
            pill.setVisible(mark in marks)

    def enabled(self) -> bool:
        return self.on.isChecked()

    def checked_on(self) -> date | None:
        return self._checked_on

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _check_today(self) -> None:
        self._checked_on = self._today
        self._retranslate()
        self.edited.emit()

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(6))

    def _retranslate(self) -> None:
        names = mark_words()
        for mark, pill in self.pills.items():
            kind, icon = MARK_LOOKS[mark]
            pill.set_state(kind, names[mark], icon)
        self.on.setText(_("Visitors are referred here"))
        self.check.set_texts(_("Checked today"))
        self.check.setEnabled(self._checked_on != self._today)
        day = current().full_date(self._checked_on) if self._checked_on else ""
        self.when.setText(
            _("Last compared with the service itself on {day}.", day=day)
            if day
            else _("Nobody has compared this with the service itself yet.")
        )
