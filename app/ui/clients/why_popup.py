"""Asks for what something is looked at, under the link that shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.domain.client import Why
from app.localization import _
from app.ui.clients.why import WhyQuestion
from app.ui.widgets.popup import Popup


class WhyPopup(Popup):
    """The answer is handed to whoever asked."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, padding=12)
        self._take: Callable[[Why], None] | None = None
        self.why = WhyQuestion()
        self.column.addWidget(self.why)
        self.why.answered.connect(self._finish)
        self.why.closed.connect(self.hide)
        self._retranslate()

    def ask(self, anchor: QWidget, take: Callable[[Why], None]) -> None:
        """Ask under `anchor`."""
        self._take = take
        self.why.show()
        self.show_under(anchor, 52)
        self.why.ask(_("For what is this looked at?"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _finish(self, why: Why) -> None:
        self.hide()
        if self._take is not None:
            self._take(why)

    def _retranslate(self) -> None:
        self.why.question.setText(_("For what is this looked at?"))
