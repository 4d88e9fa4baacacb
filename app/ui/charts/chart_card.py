"""A panel with a chart, or with the table of the same numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedWidget, QWidget

from app.documents.sheet import Sheet
from app.localization import _
from app.ui.charts.chart import Chart
from app.ui.charts.hand_out import Guard, at_once, copy_picture, copy_sheet
from app.ui.charts.legend import Key, Legend
from app.ui.charts.picture import Picture
from app.ui.charts.sheet_view import SheetView
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.card import Card
from app.ui.widgets.label import Label

COPY_PICTURE = QKeySequence("Ctrl+Shift+C")


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a card shows. `notes` go along with what is copied, `note` stands below."""

    heading: str
    picture: Picture
    sheet: Sheet
    keys: tuple[Key, ...] = ()
    note: str = ""
    notes: tuple[str, ...] = ()


class ChartCard(Card):
    """Chart or table. What is copied goes through `guard`, which is told in which form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self.chart, self.table, self.pages = Chart(), SheetView(), QStackedWidget()
        self.beside_heading, self.below_heading = Legend(), Legend()
        self.more, self.note = Link(ink="text"), Label("help", "dim", wraps=True)
        self.more_entries: Callable[[QMenu], None] | None = None
        self.guard: Guard = at_once
        self.more.set_icon("ellipsis")
        self._head.insertWidget(1, self.beside_heading, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.more)
        for page in (self.chart, self.table):
            self.pages.addWidget(page)
        for widget in (self.below_heading, self.pages, self.note):
            self.content.addWidget(widget)
        self.content.setStretchFactor(self.pages, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.linked.connect(lambda: self.show_table(not self.is_table()))
        self.more.clicked.connect(lambda: self.open_menu(self.more.mapToGlobal(QPoint(0, 0))))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.open_menu(self.mapToGlobal(at)))
        self.chart.stood.connect(self._say_mark)
        self.chart.left.connect(self._say_note)
        self.table.copy_asked.connect(self.copy_table)
        self._retranslate()

    def show_all(self, shown: Shown) -> None:
        """Show this from now on."""
        self.shown = shown
        self.set_heading(shown.heading)
        self.chart.show_picture(shown.picture, shown.heading)
        self.table.load(shown.sheet)
        self.table.setAccessibleName(shown.heading)
        for legend in (self.beside_heading, self.below_heading):
            legend.set_keys(shown.keys)
        self._say_note()
        self._fit()

    @property
    def turns(self) -> bool:
        """Whether there is a chart as well as a table."""
        return True

    def is_table(self) -> bool:
        return self.pages.currentWidget() is self.table

    def show_table(self, table: bool) -> None:
        """The table in the chart's place, or the chart again; the keyboard goes along."""
        before, after = self.pages.currentWidget(), self.table if table else self.chart
        had_keyboard = before is not None and before.hasFocus()
        self.pages.setCurrentWidget(after)
        if had_keyboard:
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._retranslate()
        self._fit()

    def copy_picture(self) -> None:
        """The chart to the clipboard."""
        self.guard("picture", self._put_picture)

    def copy_table(self) -> None:
        """The table to the clipboard."""
        self.guard("table", self._put_table)

    def _put_picture(self) -> None:
        if self.shown is not None:
            one = self.shown
            notes = [note for note in (one.note, *one.notes) if note]
            copy_picture(one.picture, self.pages.size(), one.heading, one.keys, notes)

    def _put_table(self) -> None:
        if self.shown is not None:
            copy_sheet(self.shown.sheet, self.shown.heading, self.shown.notes)

    def open_menu(self, at: QPoint) -> None:
        """What can be done with the chart, at a point of the screen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(
            _("Show the chart") if self.is_table() else _("Show as a table"),
            lambda: self.show_table(not self.is_table()),
        )
        if self.more_entries is not None:
            self.more_entries(menu)
        menu.addSeparator()
        copy = QKeySequence(QKeySequence.StandardKey.Copy)
        menu.addAction(_keyed(_("Copy as a table"), copy), self.copy_table)
        menu.addAction(_keyed(_("Copy as a picture"), COPY_PICTURE), self.copy_picture)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_table()
        elif QKeySequence(event.keyCombination()) == COPY_PICTURE:
            self.copy_picture()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _fit(self) -> None:
        """The legend stands beside the heading, or below where it has no room there."""
        parts = (self.heading, self.beside_heading, self.link, self.more)
        wanted = sum(part.sizeHint().width() for part in parts) + active().space(44)
        some, beside = bool(self.beside_heading.keys), wanted <= self.width()
        self.beside_heading.setVisible(some and beside and not self.is_table())
        self.below_heading.setVisible(some and not beside and not self.is_table())

    def _say_mark(self, at: int) -> None:
        """The mark one stands on is written out below, for those who see it."""
        if self.shown is not None and self.chart.hasFocus():
            self.note.setText(self.shown.picture.spoken()[at])
            self.note.show()

    def _say_note(self) -> None:
        note = self.shown.note if self.shown is not None else ""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _retranslate(self) -> None:
        self.set_link(_("Chart") if self.is_table() else _("Table"))
        self.link.setToolTip(_("The same numbers as a table, Ctrl G"))
        self.more.setAccessibleName(_("More for this chart"))
        self.more.setToolTip(_("More for this chart"))


def _keyed(text: str, keys: QKeySequence) -> str:
    return f"{text}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}"
