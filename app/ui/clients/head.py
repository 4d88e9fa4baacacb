"""Who this is, and what can be done: the first lines of the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.days import local_day
from app.domain.isolates import named
from app.localization import _
from app.ui.action import Action
from app.ui.clients import speech
from app.ui.clients.part import Part
from app.ui.shell.menu import entry
from app.ui.shell.table import cap, guarded
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.paint import text_width
from app.ui.widgets.pill import Pill

ROOM_CHARS = 30
Actions = Sequence[Action]


class Head(Part):
    """The name with its pills, what else is known of who it is, and the actions.

    `first` are the actions with a button of their own; `rest` gives what stands behind the dots.
    """

    def __init__(self, workplace: Workplace, first: Actions, rest: Callable[[], Actions]) -> None:
        super().__init__(workplace)
        self._first, self._rest = first, rest
        self.name, self.quiet = Label("name"), Label("body", "dim", wraps=True)
        self.order, self.notice = Pill("warning"), Banner("warning")
        self.buttons = {action.name: Button() for action in first}
        self.more, self._pills = Button(), FlowLayout(centred=True)
        self._row, self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight), QVBoxLayout()
        self._acts, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def add_pill(self, pill: QWidget) -> None:
        """A state of the client, beside the name."""
        self._pills.addWidget(pill)

    def open_more(self) -> QMenu:
        """What else can be done, under the three dots."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self._rest():
            entry(menu, action)
        corner = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height()))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
        menu.setActiveAction(menu.actions()[0])
        return menu

    def read(self) -> None:
        self._retranslate()

    def clear(self) -> None:
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        self._pills.addWidget(self.name)
        self._pills.addWidget(self.order)
        self._words.addLayout(self._pills)
        self._words.addWidget(self.quiet)
        for action in self._first:
            button = self.buttons[action.name]
            button.clicked.connect(guarded(action))
            self._acts.addWidget(button)
        self.more.set_icon("ellipsis")
        self.more.clicked.connect(self.open_more)
        self._acts.addWidget(self.more)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._acts)
        top_start = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        self._row.setAlignment(self._acts, top_start)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self.notice)

    def _fit(self) -> None:
        """A narrow card has the buttons below the name, a long name more than one line."""
        acts = self._acts.sizeHint().width()
        beside = self.width() - acts - active().space(12)
        low = beside < active().chars(ROOM_CHARS)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if low else directions.LeftToRight)
        room = self.width() if low else beside
        self.name.setWordWrap(text_width(active().font("name"), self.name.text()) > room)

    def _retranslate(self) -> None:
        for action in self._first:
            self.buttons[action.name].set_texts(action.text(), cap(action))
        self.more.setAccessibleName(_("More"))
        self.more.setToolTip(_("More"))
        client, today = self.client, self._today()
        self.name.setText(named(client.record.name) if client is not None else "")
        self.quiet.setText(speech.known_by(client, today) if client is not None else "")
        until = client.protected_until if client is not None else None
        self.order.setVisible(until is not None)
        self.order.set_state("warning", speech.order(until), "shield-check")
        self._show_notice(until, today)
        self._fit()

    def _show_notice(self, until: date | None, today: date) -> None:
        soon = speech.order_ends_soon(until, today)
        self.notice.setVisible(bool(soon))
        self.notice.set_content(
            soon,
            _("After that day everybody who looks clients up finds this one, with the address."),
        )

    def _today(self) -> date:
        return local_day(self.workplace.runner.desk.clock())

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(10))
        self._row.setSpacing(theme.space(12))
        self._words.setSpacing(theme.space(2))
        self._pills.setSpacing(theme.space(10))
        self._acts.setSpacing(theme.space(8))
        self._fit()
