"""How the start of the tab is laid out, and what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lookup import EVERYBODY
from app.localization import _, _n
from app.services.lookup import Answer
from app.ui.clients.lookup.filters import Filters
from app.ui.clients.lookup.hits import Hits
from app.ui.runner import Runner
from app.ui.theme import active
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.field import Field
from app.ui.widgets.icon import Icon
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.label import Label
from app.ui.widgets.waiting_line import WaitingLine

WIDE_CHARS = 80


class LookupView(QFrame):
    """Field, filters, how many were found, who, and the way to a new client.

    `answer` is what is shown, None while nothing is asked. Who may not record has neither filters
    nor foot.
    """

    def __init__(self, runner: Runner, may_record: bool) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.answer: Answer | None = None
        self._may_record = may_record
        self.field, self.count, self.logged = Field(), Label("help"), Label("help", "dim")
        self.filters, self.eye = Filters(runner), Icon("eye", size=0.8)
        self.hits, self.empty, self.waiting = Hits(), EmptyState(), WaitingLine(self)
        self.none, self.new = Label("body", "dim"), Button()
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head, self._told, self._foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_answer(self, answer: Answer | None, keep: bool) -> None:
        """Show what was found; `keep` the one at hand, as far as it is still there."""
        self.answer = answer
        self.hits.show_answer(answer, keep)
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def add_notice(self, notice: QWidget) -> None:
        """A lasting condition, told above the search."""
        self._head.insertWidget(0, notice)

    def _arrange(self) -> None:
        self.field.set_leading_icon("search")
        self.field.box.add_trailing(KeyCap("Ctrl F"))
        self._told.addWidget(self.count, 1)
        self._told.addWidget(self.eye)
        self._told.addWidget(self.logged)
        self._top.addWidget(self.field)
        self._top.addWidget(self.filters)
        self._head.addLayout(self._top)
        self._head.addLayout(self._told)
        self.new.set_icon("user-plus")
        self._foot.addWidget(self.none, 1)
        self._foot.addWidget(self.new)
        foot, above = QWidget(), _line()
        foot.setLayout(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head)
        for widget in (_line(), self.hits, self.empty, above, foot):
            column.addWidget(widget)
        for widget in (self.hits, self.empty):
            column.setStretchFactor(widget, 1)
            # On a low screen the list gives way first.
            widget.setMinimumHeight(1)
        for widget in (self.filters, above, foot):
            widget.setVisible(self._may_record)
        self.setFocusProxy(self.field)

    def _fit(self) -> None:
        """A lookup that has the whole window has the filters beside the field, and no help."""
        wide = self.width() >= active().chars(WIDE_CHARS)
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        how = _("A name in any spelling or script, birth date, client number, telephone, Koto-AJ.")
        self.field.set_help(how if self.answer is None and not wide else "")

    def _retranslate(self) -> None:
        answer = self.answer
        self.field.set_placeholder(_("Name, birth date, number, telephone"))
        self._fit()
        self.count.setText(_counted(answer) if answer is not None else "")
        self.logged.setText(_("the search is logged"))
        for widget in (self.count, self.eye, self.logged):
            widget.setVisible(answer is not None)
        found = answer is not None and bool(answer.found)
        self.hits.setVisible(found)
        self.empty.setVisible(not found)
        self.empty.set_texts(*self._nobody())
        self.none.setText(_("None of these?") if found else "")
        self.new.set_texts(_("New client"), "Ctrl N")
        self.new.setEnabled(answer is not None)
        self.hits.retranslate()

    def _nobody(self) -> tuple[str, str]:
        """The sentence in place of hits, and what can be done."""
        if self.answer is not None and self.filters.only != EVERYBODY:
            return _("Nobody was found. Search among everybody?"), _("Search everybody")
        if self.answer is not None:
            return _("Nobody was found. Try another spelling, or the birth date."), ""
        if self._may_record:
            return _("Search first. A new client comes after that."), ""
        return _("Search by name, birth date or number."), ""

    def _restyle(self) -> None:
        theme = active()
        self._head.setContentsMargins(*(theme.space(n) for n in (12, 12, 12, 8)))
        self._head.setSpacing(theme.space(8))
        self._top.setSpacing(theme.space(8))
        self._told.setSpacing(theme.space(6))
        self._foot.setContentsMargins(*(theme.space(n) for n in (14, 10, 12, 10)))
        self._fit()


def _counted(answer: Answer) -> str:
    count = len(answer.found)
    if answer.more:
        return _("More than {n} hits", n=count)
    return _n("{n} hit", "{n} hits", count)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("line", "across")
    return line
