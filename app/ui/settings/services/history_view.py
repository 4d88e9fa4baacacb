"""What was changed of a service and of who offers it, by whom and when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.days import local
from app.localization import _, current
from app.ui.settings.panes import Form
from app.ui.settings.services.book import Book, Change
from app.ui.settings.services.speech import change_lines
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label

MOST = 50


class HistoryView(Form):
    """The newest first; `wanted` carries what was once, a service or an organisation."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: Sequence[Change] = ()
        self._book = Book()
        self._labels: list[Label] = []
        self.backs: list[Link] = []

    def put(self, changes: Sequence[Change], book: Book) -> None:
        self._changes, self._book = changes, book
        self._show()

    def lines(self) -> list[str]:
        """What stands there."""
        return [label.text() for label in self._labels]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        while item := self.column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._labels, self.backs = [], []
        if not self._changes:
            self._say("help", _("Nothing has been changed since it came into the directory."))
        for change in self._changes[:MOST]:
            self._add(change)
        self.column.addStretch(1)

    def _add(self, change: Change) -> None:
        words, at = current(), local(change.at)
        when = f"{words.full_date(at.date())} {words.clock_time(at)}"
        self._say("strong", words.listing([when, change.by]))
        for line in change_lines(change, self._book):
            self._say("body", line)
        if change.before is not None:
            back = Link()
            back.set_texts(_("Take it back to what it was before this"))
            back.clicked.connect(lambda _c=False, one=change.before: self.wanted.emit(one))
            self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
            self.backs.append(back)

    def _say(self, role: str, text: str) -> None:
        label = Label(role, wraps=True)
        label.setText(text)
        self.column.addWidget(label)
        self._labels.append(label)
