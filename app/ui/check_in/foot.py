"""The form's foot: what Enter will record, clear, record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.key_cap import ENTER


class Foot(QFrame):
    """The read-back line and the ways out of the form; `slip_asked` wants a slip as well."""

    recorded = Signal()
    slip_asked = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "foot")
        self.line = ElidedLabel()
        self.clear, self.slip, self.record = Link(), Button(), Button(filled=True)
        self.clear.clicked.connect(self.cleared)
        self.slip.clicked.connect(self.slip_asked)
        self.record.clicked.connect(self.recorded)
        self._amending, self._roomy = False, True
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.line, 1)
        self._row.addWidget(self.clear)
        self._row.addWidget(self.slip)
        self._row.addWidget(self.record)
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def say(self, text: str) -> None:
        """What Enter will record."""
        self._put(text, "")

    def hint(self, text: str) -> None:
        """What is to be done first."""
        self._put(text, "dim")

    def complain(self, text: str) -> None:
        """What cannot be, until the next key."""
        self._put(text, "danger")

    def set_amending(self, amending: bool) -> None:
        """Whether Enter changes a recorded visit in place of making a new one."""
        self._amending = amending
        self._show_ways()
        self.retranslate()

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for more than the button."""
        self._roomy = roomy
        self._show_ways()

    def retranslate(self) -> None:
        amending = self._amending
        self.clear.set_texts(_("Leave as it was") if amending else _("Clear"), "Esc")
        self.slip.set_texts(_("Record and make a slip"), "Ctrl H")
        self.record.set_texts(_("Save changes") if amending else _("Record visit"), ENTER)

    def _show_ways(self) -> None:
        self.clear.setVisible(self._roomy)
        self.slip.setVisible(self._roomy and not self._amending)

    def _put(self, text: str, tone: str) -> None:
        self.line.set_tone(tone)
        self.line.setText(text)
        self.line.setAccessibleName(text)

    def _restyle(self) -> None:
        theme = active()
        side = theme.space(16)
        self._row.setContentsMargins(side, theme.space(11), side, theme.space(11))
        self._row.setSpacing(theme.space(8))
