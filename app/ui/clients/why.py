"""For what something is shown that is not shown by itself: one digit answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.client import Why
from app.localization import _
from app.ui.theme import active
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.label import Label
from app.words.clients import why_word


class WhyQuestion(QWidget):
    """Hidden until `ask`; `answered` carries a `Why`, Esc sends it away (`closed`)."""

    answered = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.question, self.chips = Label("strong"), ChipGroup(digits=True)
        self.help = Label("help", "dim", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.question, self.chips, self.help):
            self._column.addWidget(widget)
        self.chips.changed.connect(self._on_chosen)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.hide()

    def ask(self, question: str) -> None:
        """Show the question, with the keyboard on its first answer."""
        self.question.setText(question)
        self.chips.setAccessibleName(question)
        self.chips.set_chosen(())
        self.show()
        self.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        return list(self.chips.chips.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_chosen(self) -> None:
        if chosen := self.chips.chosen():
            self.hide()
            self.answered.emit(Why(chosen[0]))

    def _retranslate(self) -> None:
        self.chips.set_chips([ChipText(why, why_word(why)) for why in Why])
        self.help.setText(_("The reason stands in the log. A digit chooses, Esc leaves."))

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(4))
