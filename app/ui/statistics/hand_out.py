"""The buttons that hand the view out as a file, and what is said of it meanwhile."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Button, Link

CSV, XLSX, PDF = "csv", "xlsx", "pdf"
_KEYS: Final = {PDF: "Ctrl S"}


class HandOut(QWidget):
    """`chosen` carries the kind of file; `saved` leads to the saved reports."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {kind: Button(filled=kind == PDF) for kind in (CSV, XLSX, PDF)}
        self.saved = Link(ink="text")
        self.saved.set_icon("archive")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.saved)
        for kind, button in self.buttons.items():
            self._row.addWidget(button)
            button.clicked.connect(partial(self.chosen.emit, kind))
        self.buttons[PDF].set_icon("file-down")
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.saved.setAccessibleName(_("Saved reports"))
        self.saved.setToolTip(_("Saved reports, which run again"))
        for kind, button in self.buttons.items():
            button.set_texts(kind.upper(), _KEYS.get(kind, ""))
        for kind, words in (
            (CSV, _("Save the numbers as CSV, for programs")),
            (XLSX, _("Save as a workbook, with charts and definitions")),
            (PDF, _("Save as a report, with charts and definitions")),
        ):
            self.buttons[kind].setToolTip(words)
            self.buttons[kind].setAccessibleDescription(words)

    def _restyle(self) -> None:
        self._row.setSpacing(active().space(8))
