"""The tally page: a whole day's paper list at once."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.days import local_day
from app.domain.place import Ask
from app.localization import _, _n, _p, current
from app.ui.check_in.lists import Desk
from app.ui.check_in.tally_grid import NOT_STATED, TallyGrid
from app.ui.check_in.when_popup import read_day
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button, Link
from app.ui.widgets.chip_group import ChipText
from app.ui.widgets.field import Field
from app.ui.widgets.key_cap import ENTER
from app.ui.widgets.label import Label

Cells = Mapping[tuple[str, str | None], int]


class TallyPage(QWidget):
    """Counts by topic and language for one day.

    `day_changed` asks whether that day has a tally already (see `warn`), `saved` carries the day
    and the cells, `left` goes back to the form and keeps the numbers, `changed` follows every
    change.
    """

    changed = Signal()
    day_changed = Signal(object)
    saved = Signal(object, object)
    left = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._desk = clock, None
        self._already, self._opened = 0, date.min
        self.title, self.explained = Label("title"), Label("help", "dim", wraps=True)
        self.day, self.grid, self.warning = Field(), TallyGrid(), Banner("warning")
        self.line, self.leave, self.save = Label("body"), Link(), Button(filled=True)
        self._arrange()
        self.day.edited.connect(self._on_day)
        self.day.entered.connect(self.grid.take_keyboard)
        self.grid.counts.counted.connect(self._read_back)
        for source in (self.day.edited, self.grid.counts.counted):
            source.connect(self.changed)
        self.leave.clicked.connect(self.left)
        self.save.clicked.connect(self.finish)
        self.warning.hide()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    _desk: Desk | None

    def load(self, desk: Desk) -> None:
        """The topics and languages of `desk`; what was counted stays."""
        self._desk = desk
        self._retranslate()

    def open(self) -> None:
        """Begin, or go on, with the keyboard in the grid; an empty list is one of today."""
        today = local_day(self._clock())
        new = self._opened != today and not self.grid.counts.total()
        if new or not self.day.text():
            self.day.set_text(current().full_date(today))
        self._opened = today
        self._on_day()
        self.grid.take_keyboard()

    def warn(self, visits: int) -> None:
        """How many visits the day has from a tally already."""
        self._already = visits
        self.warning.setVisible(visits > 0)
        self._retranslate_warning()

    def clear(self) -> None:
        """Empty the grid, for the next day's list."""
        self.grid.counts.put({})

    def put(self, day: date | None, cells: Cells) -> None:
        """Show what was counted, as after an undo."""
        self.day.set_text(current().full_date(day) if day else "")
        self.grid.counts.put({(t, lang or NOT_STATED): n for (t, lang), n in cells.items()})
        if day is not None:
            self._on_day()

    def cells(self) -> Cells:
        """What was counted, by topic and language (None: not stated)."""
        return {(t, lang or None): n for (t, lang), n in self.grid.counts.counts().items()}

    def written_day(self) -> date | None:
        """The day in its field, None for what is none."""
        return read_day(self.day.text(), local_day(self._clock()))

    def finish(self) -> None:
        """Hand over what was counted, if the day is right and there is something."""
        day = self._read_day()
        if day is None:
            self.day.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.grid.counts.total():
            self._complain(_("Count at least one visit."))
        else:
            self.saved.emit(day, self.cells())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.day.edit.hasFocus():
                self.finish()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        head, words, foot = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.explained)
        head.addLayout(words, 1)
        head.addWidget(self.day, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.line, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.warning)
        self._column.addWidget(self.grid, 1)
        self._column.addLayout(foot)

    def _read_day(self) -> date | None:
        today = local_day(self._clock())
        day = self.written_day()
        if day is None:
            self.day.set_error(_("Write the day as 24.11.2026."))
        elif day > today:
            self.day.set_error(_("This day has not come yet."))
            day = None
        else:
            self.day.set_error(None)
        return day

    def _on_day(self) -> None:
        day = self._read_day()
        self.warn(0)
        if day is not None:
            self.day_changed.emit(day)

    def _complain(self, text: str) -> None:
        self.line.set_tone("danger")
        self.line.setText(text)
        QTimer.singleShot(0, self.grid.take_keyboard)

    def _read_back(self) -> None:
        self.line.set_tone("")
        total = self.grid.counts.total()
        self.line.setText(
            _n("{n} visit, time not known", "{n} visits, time not known", total) if total else ""
        )

    def _retranslate(self) -> None:
        self.title.setText(_("A day's paper list"))
        self.explained.setText(
            _("Digits count, + and − step, arrows move. One person each; the hour stays unknown.")
        )
        self.day.set_label(_("Day"))
        self.leave.set_texts(_("Back to the form"), "Esc")
        self.save.set_texts(_("Record the list"), ENTER)
        self.grid.setAccessibleName(_("Visits by topic and language"))
        self._retranslate_warning()
        if self._desk is not None:
            self.grid.counts.load(self._desk.topics(), self._languages(self._desk))
        self._read_back()

    def _languages(self, desk: Desk) -> list[ChipText]:
        if not desk.asks(Ask.LANGUAGE):
            return [ChipText(NOT_STATED, _("Visits"))]
        other = ChipText("other", _p("language", "Other"))
        return [*desk.keyed_languages(), other, ChipText(NOT_STATED, _("Not stated"))]

    def _retranslate_warning(self) -> None:
        self.warning.set_content(
            _n(
                "This day has {n} visit from a list already",
                "This day has {n} visits from a list already",
                self._already,
            ),
            _("What you record now is added to them."),
        )

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(16),) * 4)
        self._column.setSpacing(theme.space(12))
        self.day.setFixedWidth(theme.chars(20))
