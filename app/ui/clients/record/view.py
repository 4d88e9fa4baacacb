"""How the record form is laid out: a word at the start of each row, what it asks beside it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.localization import _
from app.ui.check_in.rows import Rows
from app.ui.clients.record.clash import ClashPage
from app.ui.clients.record.foot import RecordFoot
from app.ui.clients.record.pieces import Pieces
from app.ui.runner import Runner
from app.ui.settings.panes import Scroll
from app.ui.sign_in.notice import Notice
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.words.record import part_word

STACKED_CHARS, LOW_UNITS = 84, 24
ASIDE_CHARS, ASIDE_WIDTH = 128, 40


class RecordView(QFrame):
    """`aside` has room beside the rows, or above them where there is little."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self.pieces = Pieces(runner, self)
        self.heading, self.lead = Label("title"), Label("help", "dim", wraps=True)
        self.notice, self.rows, self.clash = Notice(), Rows(), ClashPage()
        self.foot, self.pages = RecordFoot(), QStackedWidget()
        self.labels = [self.rows.add(piece) for piece in self.pieces]
        self.aside: QWidget | None = None
        self._page, self._top = QWidget(), QVBoxLayout()
        self._inner, self._body = QVBoxLayout(self._page), QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self.area: QScrollArea = Scroll(self._page)
        self._arrange()
        self.pieces.rebuilt.connect(self.order_stops)
        self.pieces.rebuilt.connect(self.fit, Qt.ConnectionType.QueuedConnection)
        active().changed.connect(self.fit)

    def set_aside(self, aside: QWidget) -> None:
        """What stands beside the rows."""
        self.aside = aside
        self._across.addWidget(aside)
        self.fit()

    def fit(self) -> None:
        """Labels beside the rows where there is room, else above them; so what stands aside."""
        theme = active()
        wide = self.aside is not None and self.width() >= theme.chars(ASIDE_CHARS)
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.LeftToRight if wide else ways.BottomToTop)
        if self.aside is not None:
            self.aside.setFixedWidth(theme.chars(ASIDE_WIDTH)) if wide else _unfix(self.aside)
        width = self.width() - (theme.chars(ASIDE_WIDTH) if wide else 0)
        self.rows.fit(width, 0, width < theme.chars(STACKED_CHARS), False)
        self.lead.setVisible(self.height() >= theme.units(LOW_UNITS))
        side = theme.space(16)
        self._top.setContentsMargins(side, theme.space(12), side, theme.space(10))
        self._top.setSpacing(theme.space(4))

    def end_clash(self) -> None:
        """The form again in the place of the choice."""
        if self.clash.clash is not None:
            self.clash.forget()
            self.pages.setCurrentIndex(0)

    def order_stops(self) -> None:
        """The Tab key goes in the order of reading."""
        stops = [*self.pieces.stops(), self.foot.leave, self.foot.save]
        for before, stop in pairwise(stops):
            self.setTabOrder(before, stop)

    def retranslate_rows(self) -> None:
        """The words at the start of the rows."""
        words = (
            *("names", "birth", "contact_language", "interpreting", "integration_language"),
            *("municipality", "labour", "groups", "sensitive"),
        )
        titles = [part_word(part) for part in words]
        titles += [_("Days"), _("Contact"), part_word("relatives")]
        titles += [part_word("koto_aj"), part_word("in_charge"), _("Told by others")]
        hints = {0: _("as it is spelt in the passport"), 14: _("if anything was")}
        for i, (label, title) in enumerate(zip(self.labels, titles, strict=True)):
            label.set_texts(title, hints.get(i, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _arrange(self) -> None:
        for widget in (self.heading, self.lead, self.notice):
            self._top.addWidget(widget)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addWidget(self.rows)
        self._inner.addStretch(1)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.addWidget(self.area, 1)
        for page in (self._body, self.clash):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        line = QFrame()
        line.setProperty("line", "across")
        column.addLayout(self._top)
        column.addWidget(line)
        column.addWidget(self.pages, 1)
        column.addWidget(self.foot)


def _unfix(widget: QWidget) -> None:
    widget.setMinimumWidth(0)
    widget.setMaximumWidth((1 << 24) - 1)
