"""The waiting line: how many, how long, next; open it to see everybody in it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.days import local
from app.localization import _, _n, _p, current
from app.services.waiting import Waiter
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.card import Card
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label

SHOWN = 5


class WaiterRow(QWidget):
    """One in the line: since when, and what can be done."""

    left = Signal(object)
    removed = Signal(object)

    def __init__(self, waiter: Waiter) -> None:
        super().__init__()
        since = current().clock_time(local(waiter.arrived_at))
        if waiter.served_at is None:
            words = _("arrived {time}", time=since)
        else:
            called = current().clock_time(local(waiter.served_at))
            words = _("arrived {time}, served since {called}", time=since, called=called)
        label, left, removed = ElidedLabel("help"), Link(), Link()
        label.setText(words)
        left.set_texts(_("Left"))
        left.setToolTip(_("Left before being served; counts as a visit"))
        removed.set_texts(_("Mistake"))
        removed.setToolTip(_("Nobody came; counts nowhere"))
        left.clicked.connect(lambda: self.left.emit(waiter))
        removed.clicked.connect(lambda: self.removed.emit(waiter))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label, 1)
        row.addWidget(left)
        row.addWidget(removed)


class WaitingCard(Card):
    """`arrived`, `called`, and what is done with one in the line."""

    arrived = Signal()
    called = Signal()
    left = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiters: Sequence[Waiter] = ()
        self._now: datetime | None = None
        self.count, self.wait = Label("strong"), ElidedLabel("body", "dim")
        self.arrival, self.next, self.opening = Button(), Button(), Link()
        self.rows = QVBoxLayout()
        self.list = QWidget()
        self.list.setLayout(self.rows)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.arrival.clicked.connect(self.arrived)
        self.next.clicked.connect(self.called)
        self.opening.clicked.connect(self._turn)
        self.list.hide()
        self._retranslate()

    def show_line(self, line: Sequence[Waiter], now: datetime) -> None:
        """Everybody in the line; `now` is an aware moment."""
        self._waiters, self._now = line, now
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(Icon("users"))
        first.addWidget(self.count)
        first.addWidget(self.wait, 1)
        first.addWidget(self.opening)
        second.addWidget(self.arrival)
        second.addStretch(1)
        second.addWidget(self.next)
        self.content.addLayout(first)
        self.content.addLayout(second)
        self.content.addWidget(self.list)

    def _turn(self) -> None:
        self.list.setVisible(self.list.isHidden())
        self._retranslate()

    def _retranslate(self) -> None:
        waiting = [waiter for waiter in self._waiters if waiter.served_at is None]
        self.count.setText(_n("{n} waiting", "{n} waiting", len(waiting)))
        self.wait.setText(self._longest(waiting))
        self.arrival.set_texts(_("Arrival"), "F7")
        self.next.set_texts(_("Next"), "F8")
        self.next.setEnabled(bool(waiting))
        self.opening.set_texts(_p("list", "Show") if self.list.isHidden() else _p("list", "Hide"))
        self.opening.setVisible(bool(self._waiters))
        self._fill()

    def _longest(self, waiting: Sequence[Waiter]) -> str:
        if not waiting or self._now is None:
            return ""
        minutes = int((self._now - waiting[0].arrived_at).total_seconds() // 60)
        return _("longest {n} min", n=current().number(max(minutes, 0)))

    def _fill(self) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for waiter in self._waiters[:SHOWN]:
            row = WaiterRow(waiter)
            row.left.connect(self.left)
            row.removed.connect(self.removed)
            self.rows.addWidget(row)
        self.rows.setSpacing(active().space(4))
