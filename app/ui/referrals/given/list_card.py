"""The slips given out lately, at the start of the tab: by number, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.errors import Refused
from app.localization import _, _n
from app.services.given import Given
from app.ui.referrals.given.slip_list import SlipList
from app.ui.referrals.hits import STEPS
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.field import Field
from app.ui.widgets.key_cap import KeyCap
from app.words.sentences import sentence


class ListCard(QFrame):
    """`typed` carries what was written for a number, once Enter is pressed."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.field, self.moved = Field(), Banner("warning")
        self.list, self.empty = SlipList(), EmptyState()
        self._lately: Sequence[Given] = ()
        self._moved: Sequence[Given] = ()
        self._today, self._only_moved = date.min, False
        self._refused: Refused | None = None
        self._head = QVBoxLayout()
        self._arrange()
        self.field.edit.installEventFilter(self)
        self.field.entered.connect(self._on_entered)
        self.field.edited.connect(lambda _text: self.complain(None))
        self.moved.acted.connect(self._turn)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_slips(self, lately: Sequence[Given], moved: Sequence[Given], today: date) -> None:
        """A first page, and the slips whose place has moved since."""
        self._lately, self._moved, self._today = lately, moved, today
        self._only_moved = self._only_moved and bool(moved)
        self._show()

    def complain(self, refused: Refused | None) -> None:
        """Why there is no slip of the number that was typed."""
        self._refused = refused
        self.field.set_error(sentence(refused) if refused is not None else None)

    def begin(self) -> None:
        """The keyboard in the field, with what is typed there ready to be replaced."""
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that mean the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if (step := STEPS.get(Qt.Key(event.key()))) is not None:
                self.list.move_by(step)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.set_text("")
                self.complain(None)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_entered(self) -> None:
        if typed := self.field.text().strip():
            self.typed.emit(typed)
        elif self.list.current() is not None:
            self.list.entered.emit()

    def _turn(self) -> None:
        self._only_moved = not self._only_moved
        self._show()

    def _show(self) -> None:
        here = self.list.current()
        shown = self._moved if self._only_moved else self._lately
        self.list.slips.show(shown, self._today, whole=self._only_moved)
        if here is not None:
            self.list.put_in_hand(here.number)
        self.list.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self._tell_moved()

    def _tell_moved(self) -> None:
        count = len(self._moved)
        self.moved.setVisible(count > 0)
        self.moved.set_kind("warning", "map-pin")
        self.moved.set_content(
            _n("A place has moved since: {n} slip", "A place has moved since: {n} slips", count),
            _("Whoever has it goes to the old address."),
            _("Show all slips") if self._only_moved else _("Show them"),
        )

    def _arrange(self) -> None:
        self.field.set_leading_icon("hash")
        self.field.box.add_trailing(KeyCap("Ctrl F"))
        self._head.addWidget(self.field)
        self._head.addWidget(self.moved)
        line = QFrame()
        line.setProperty("line", "across")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(line)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        self.moved.hide()
        self.list.hide()
        self.setFocusProxy(self.field)

    def _retranslate(self) -> None:
        self.field.set_placeholder(_("Number of the slip, as J-3147-K"))
        self.empty.set_texts(_("No slip has been given out here yet."))
        self.list.retranslate()
        self._tell_moved()
        self.complain(self._refused)

    def _restyle(self) -> None:
        theme = active()
        self._head.setContentsMargins(*(theme.space(n) for n in (10, 10, 10, 8)))
        self._head.setSpacing(theme.space(8))
