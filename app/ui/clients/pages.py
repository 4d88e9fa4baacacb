"""The right side of the tab: one page at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.localization import _
from app.ui.widgets.empty_state import EmptyState


class Nothing(QFrame):
    """Nobody is in hand."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.state = EmptyState()
        QVBoxLayout(self).addWidget(self.state)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.state.set_texts(_("Nobody is in hand. Search, then press Enter."))


class Pages(QStackedWidget):
    """The `pages` belong to it from the first; another comes into the stack when it is gone to."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self.nothing = Nothing()
        for page in (self.nothing, *pages):
            self.addWidget(page)

    def go(self, page: QWidget) -> None:
        """Bring a page into view."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
