"""Whether the visitor's name stands on the slip: not unless somebody writes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.line import clean_line
from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.field import Field
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label


class NameLine(QWidget):
    """`changed` with every letter; the name is printed and never stored."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sign, self.none = Icon("shield-check"), Label("help", "dim")
        self.field, self.link = Field(), Link()
        self.link.set_role("help")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.sign, self.none, self.field, self.link):
            self._row.addWidget(widget, 1 if widget in (self.none, self.field) else 0)
        self.field.hide()
        self.field.edited.connect(self.changed)
        self.field.edit.installEventFilter(self)
        self.link.clicked.connect(self._turn)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def name(self) -> str:
        return clean_line(self.field.text()) if self.is_asked() else ""

    def is_asked(self) -> bool:
        """Whether there is a field to write it in."""
        return not self.field.isHidden()

    def put(self, name: str) -> None:
        self.field.set_text(name)
        self._show_field(bool(name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc takes the name away."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self._turn()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _turn(self) -> None:
        asked = not self.is_asked()
        self.field.set_text("")
        self._show_field(asked)
        if asked:
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_field(self, shown: bool) -> None:
        self.field.setVisible(shown)
        self.none.setVisible(not shown)
        self._retranslate()

    def _retranslate(self) -> None:
        self.none.setText(_("No name on the slip."))
        self.field.set_placeholder(_("Name as the visitor writes it; it is not stored"))
        self.link.set_texts(_("Leave the name out") if self.is_asked() else _("Add a name…"))

    def _restyle(self) -> None:
        self._row.setSpacing(active().space(8))
