"""What stands in the window of somebody whose roles open no other tab."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt

from app.localization import N_, _
from app.ui.tab import Tab
from app.ui.widgets.empty_state import EmptyState


class _Page(EmptyState):
    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_texts(_("Your role records no visits. All that it can do is in the menu, F10."))


class StartTab(Tab):
    """Says where the work of an administrator or an auditor is to be found."""

    name = "start"
    caption = N_("Start")
    icon = "door-open"
    number = 0

    def __init__(self) -> None:
        super().__init__(_Page())

    def shown(self) -> None:
        self.widget.setFocus(Qt.FocusReason.OtherFocusReason)
