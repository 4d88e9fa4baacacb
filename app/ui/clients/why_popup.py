"""Asks for what something is looked at, under the link that shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from app.domain.client import Why
from app.localization import _
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.label import Label
from app.ui.widgets.popup import Popup
from app.words.clients import why_word


class WhyPopup(Popup):
    """The first answer chosen is handed to whoever asked."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, padding=12)
        self._take: Callable[[Why], None] | None = None
        self.question, self.help = Label("strong", wraps=True), Label("help", "dim", wraps=True)
        self.chips = ChipGroup(digits=True)
        for widget in (self.question, self.chips, self.help):
            self.column.addWidget(widget)
        self.chips.changed.connect(self._finish)
        self._retranslate()

    def ask(self, anchor: QWidget, take: Callable[[Why], None]) -> None:
        """Ask under `anchor`."""
        self._take = take
        self.chips.set_chosen(())
        self.show_under(anchor, 52)
        next(iter(self.chips.chips.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _finish(self) -> None:
        chosen = self.chips.chosen()
        if chosen and self.isVisible() and self._take is not None:
            self.hide()
            self._take(Why(chosen[0]))

    def _retranslate(self) -> None:
        self.question.setText(_("For what is this looked at?"))
        self.chips.set_chips([ChipText(why.value, why_word(why)) for why in Why])
        self.chips.setAccessibleName(self.question.text())
        self.help.setText(_("The reason stands in the log. A digit chooses, Esc leaves."))
