"""The first row: what could be repeated, and the time of the visit."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.days import local
from app.domain.moment import BackDate
from app.domain.visit import Facts
from app.localization import _, current
from app.ui.check_in.speech import Speech, spoken_date
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.chip import Chip
from app.ui.widgets.label import Label

KEYS = ("F2", "F3", "F4")


class RepeatRow(QWidget):
    """Up to three earlier visits to repeat (`repeated`), and the time (`time_asked`)."""

    repeated = Signal(object)
    time_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Facts, ...] = ()
        self._chips = [Chip(key, self) for key in KEYS]
        self._none = Label("body", "dim")
        self.time = Link(ink="text")
        self.time.set_icon("clock")
        self.time.clicked.connect(self.time_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(active().space(4))
        for chip in self._chips:
            chip.setCheckable(False)
            chip.picked.connect(self.press)
            chip.hide()
            row.addWidget(chip)
        row.addWidget(self._none)
        row.addStretch(1)
        row.addWidget(self.time)

    def press(self, key: str) -> bool:
        """Repeat what stands on F2, F3 or F4; False where nothing does."""
        index = KEYS.index(key)
        if index >= len(self._facts):
            return False
        self.repeated.emit(self._facts[index])
        return True

    def set_repeats(self, facts: Sequence[Facts], speech: Speech) -> None:
        """Show what could be repeated: the last visit first."""
        self._facts = tuple(facts)[: len(KEYS)]
        self._none.setText(_("Today's last and commonest visits appear here."))
        self._none.setVisible(not self._facts)
        for index, chip in enumerate(self._chips):
            chip.setVisible(index < len(self._facts))
            if index < len(self._facts):
                label = speech.brief(self._facts[index])
                chip.set_texts(label, _("Repeat {visit}", visit=label), KEYS[index])
                chip.set_mark(_("last") if index == 0 else "")

    def set_time(self, back: BackDate | None, now: datetime) -> None:
        """The time that will be recorded; `now` is an aware moment."""
        clock = current().clock_time(local(now))
        text = spoken_date(back) or _("now, {time}", time=clock)
        self.time.set_texts(text, "Ctrl T")
        self.time.setToolTip(_("Record for another day or time"))

    def set_tight(self, tight: bool) -> None:
        for chip in self._chips:
            chip.set_tight(tight)

    def set_caps_faint(self, faint: bool) -> None:
        self.time.set_caps_faint(faint)
        for chip in self._chips:
            chip.set_caps_faint(faint)
