"""An identity code typed, checked while one types, with what it is needed for."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.client import ClientName, Record
from app.domain.errors import Refused
from app.domain.identity import Identity, Need, checked_code
from app.localization import _, _p
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.field import Field
from app.words.record import need_word
from app.words.sentences import sentence

LENGTH = 11


class CodeForm(QWidget):
    """Hidden until `open_for`; `kept` carries an `Identity`, Esc closes (`closed`)."""

    kept = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._record = Record((ClientName(""),))
        self.field, self.needs = Field(), ChipGroup(digits=True)
        self.leave, self.keep = Link(), Button()
        self._foot, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.field)
        self._column.addWidget(self.needs)
        self._column.addLayout(self._foot)
        self._foot.addWidget(self.keep)
        self._foot.addWidget(self.leave)
        self._foot.addStretch(1)
        self.field.edited.connect(self._check)
        self.field.entered.connect(self._finish)
        self.needs.changed.connect(self._check)
        self.keep.clicked.connect(self._finish)
        self.leave.clicked.connect(self._leave)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        stops = [self.field.edit, *self.needs.chips.values(), self.keep, self.leave]
        for before, stop in pairwise(stops):
            self.setTabOrder(before, stop)
        self.hide()

    def open_for(self, record: Record) -> None:
        """Ask for the code of the client with this record."""
        self._record = record
        self.field.set_text("")
        self.needs.set_chosen(())
        self._check()
        self.show()
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Nothing of a code stays behind."""
        self.field.set_text("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _typed(self) -> str:
        """The code as it is kept. Errors: those of `checked_code`."""
        return checked_code(self.field.text(), self._record)

    def _check(self) -> None:
        """Half a code is not wrong yet."""
        problem = ""
        try:
            self._typed()
        except Refused as refused:
            problem = sentence(refused)
        whole = len(self.field.text().strip()) >= LENGTH
        self.field.set_error(problem if whole else None)
        self.keep.setEnabled(not problem and bool(self.needs.chosen()))

    def _finish(self) -> None:
        if self.keep.isEnabled():
            new = Identity(self._typed(), Need(self.needs.chosen()[0]))
            self.close_form()
            self.kept.emit(new)
            self.closed.emit()

    def _leave(self) -> None:
        self.close_form()
        self.closed.emit()

    def _retranslate(self) -> None:
        self.field.set_label(_("Identity code"))
        self.field.set_help(_("Kept only where assessment or plan needs it; in no list or print."))
        self.needs.set_chips([ChipText(one, need_word(one)) for one in Need])
        self.needs.setAccessibleName(_("What the identity code is needed for"))
        self.keep.set_texts(_("Keep the code"))
        self.leave.set_texts(_("Leave"), _p("key", "Esc"))
        self._check()

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(6))
        self._foot.setSpacing(theme.space(8))
        self.field.box.setMaximumWidth(theme.chars(44))
