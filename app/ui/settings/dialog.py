"""The settings: a list of pages at the start, one page at a time, Save at the foot."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import settings
from app.domain.roles import Right, Role, rights_of
from app.localization import _, _p
from app.services.unit import Changes
from app.ui.runner import Runner
from app.ui.settings.chips_page import ChipsPage
from app.ui.settings.days_page import DaysPage
from app.ui.settings.here import Here
from app.ui.settings.hours_page import HoursPage
from app.ui.settings.keeper import Keeper
from app.ui.settings.keys_page import KeysPage
from app.ui.settings.location_page import LocationPage
from app.ui.settings.named_page import NamedPage
from app.ui.settings.page import Go, Page
from app.ui.settings.panes import Scroll
from app.ui.settings.services.page import ServicesPage
from app.ui.settings.staff_page import StaffPage
from app.ui.settings.statistics_page import StatisticsPage
from app.ui.settings.two_ways import TwoWays
from app.ui.shell.undo import Act, Undo
from app.ui.theme import active
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.row_list import Row, RowList
from app.ui.widgets.toast import ToastStack

WIDE_CHARS, HIGH_UNITS, NAMED_CHARS = 140, 38, 108


class SettingsDialog(QDialog):
    """Made anew and shown with `open()`; it is deleted when it is closed, and keeps its size.

    What is typed and not saved is never lost silently: whoever leaves it is asked in the page.
    """

    def __init__(self, runner: Runner, undo: Undo, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.runner, self.undo, self._waiting = runner, undo, _stay
        self.pages = _pages(Keeper(runner, undo), runner.desk.actor.roles)
        self.list, self.stack = RowList(), QStackedWidget()
        self.unsaved, self.heading = TwoWays("warning"), Label("section")
        self.leave, self.save = Button(), Button(filled=True)
        self._body, self._row, self._foot = QWidget(), QHBoxLayout(), QHBoxLayout()
        self.toasts = ToastStack(self._body)
        self._arrange()
        self._connect()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self._take_size()
        self._show_page(next(iter(self.pages)))

    def page(self) -> Page:
        """The page in view."""
        return self.pages[self.list.key()]

    def go(self, name: str) -> None:
        """Show another page, once nothing unsaved would be lost by it."""
        self.list.set_key(self._shown)
        if name != self._shown:
            self._leave(partial(self._show_page, name))

    def reject(self) -> None:
        """Esc and Close."""
        self._leave(super().reject)

    def done(self, result: int) -> None:
        kept = bytes(self.saveGeometry().toHex().data()).decode()
        with contextlib.suppress(OSError):
            settings.write(settings.read()._replace(dialog=kept))
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _arrange(self) -> None:
        for page in self.pages.values():
            self.stack.addWidget(Scroll(page))
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.unsaved)
        body.addWidget(self.heading)
        body.addWidget(self.stack, 1)
        line = QFrame()
        line.setProperty("line", "down")
        self._row.addWidget(self.list)
        self._row.addWidget(line)
        self._row.addWidget(self._body, 1)
        foot = QFrame()
        foot.setProperty("panel", "foot")
        foot.setLayout(self._foot)
        self._foot.addStretch(1)
        self._foot.addWidget(self.leave)
        self._foot.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addLayout(self._row, 1)
        whole.addWidget(foot)

    def _connect(self) -> None:
        for page in self.pages.values():
            page.edited.connect(self._on_edited)
            page.leave_asked.connect(self._leave)
        self.list.asked.connect(self.go)
        self.save.clicked.connect(lambda: self.page().write(_stay))
        self.leave.clicked.connect(self.reject)
        self.unsaved.acted.connect(self._save_and_go)
        self.unsaved.left.connect(self._forget_and_go)
        self.runner.changed.connect(self._on_changed)
        self.undo.pushed.connect(self._on_pushed)
        self.undo.told.connect(self.toasts.show_toast)
        for keys, run in (("Ctrl+Return", self.save.click), ("Ctrl+Enter", self.save.click)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo.take_back_last)

    def _show_page(self, name: str) -> None:
        self._shown = name
        self.list.set_key(name)
        self.stack.setCurrentIndex(list(self.pages).index(name))
        self.heading.setText(self.pages[name].caption())
        self.page().read()
        self._on_edited()

    def _leave(self, go: Go) -> None:
        """Go on, or ask first what becomes of what is typed."""
        if not self.page().is_unsaved():
            go()
            return
        self._waiting = go
        self.unsaved.ask(self._unsaved_words)

    def _unsaved_words(self) -> tuple[str, str, str, str]:
        able = self.page().can_save()
        help_line = "" if able else _("Something in the page is not right yet.")
        way = _("Save") if able else ""
        return _("Not saved yet"), help_line, way, _("Leave without saving")

    def _save_and_go(self) -> None:
        self.unsaved.hide()
        self.page().write(self._waiting)

    def _forget_and_go(self) -> None:
        self.unsaved.hide()
        self.page().forget()
        self._waiting()

    def _on_edited(self) -> None:
        page = self.page()
        self.save.set_texts(page.verb(), "Ctrl ↵")
        self.save.setEnabled(page.can_save())
        if self.unsaved.is_asking():
            self.unsaved.hide()

    def _on_changed(self, changes: Changes, _author: object) -> None:
        page = self.page()
        if page.concerns(changes) and not page.is_unsaved():
            page.read()

    def _on_pushed(self, act: Act) -> None:
        back = partial(self.undo.take_back, act)
        self.toasts.show_toast(act.title, act.detail, _("Undo"), _p("key", "Ctrl Z"), back)

    def _take_size(self) -> None:
        """As it was left, or as high and wide as a page reads well."""
        theme, room = active(), self.screen().availableGeometry()
        kept = settings.read().dialog
        if not self.restoreGeometry(QByteArray.fromHex(kept.encode())):
            wide, high = theme.chars(WIDE_CHARS), theme.units(HIGH_UNITS)
            self.resize(min(wide, room.width()), min(high, room.height()))

    def _restyle(self) -> None:
        theme = active()
        self._row.setSpacing(0)
        room = self.screen().availableGeometry().size()
        self.setMinimumSize(QSize(theme.chars(60), theme.units(16)).boundedTo(room))
        self._foot.setContentsMargins(*(theme.space(n) for n in (16, 10, 16, 10)))
        self._foot.setSpacing(theme.space(8))
        self.heading.setContentsMargins(*(theme.space(n) for n in (16, 12, 16, 0)))
        self._fit()

    def _retranslate(self) -> None:
        self.setWindowTitle(_("Settings"))
        self.list.setAccessibleName(_("Pages of the settings"))
        self.leave.set_texts(_("Close"), _p("key", "Esc"))
        self._restyle()
        if self.list.key():
            self._on_edited()

    def _fit(self) -> None:
        """Where there is little room the pages in the list are icons, and the open one is named."""
        theme = active()
        named = self.width() >= theme.chars(NAMED_CHARS)
        captions = {name: page.caption() for name, page in self.pages.items()}
        self.list.set_rows(
            [
                Row(name, captions[name] if named else "", icon=page.icon, tip=captions[name])
                for name, page in self.pages.items()
            ]
        )
        self.heading.setVisible(not named)
        self.heading.setText(captions.get(self._shown, ""))
        self.list.setFixedWidth(self.list.sizeHintForColumn(0) + theme.space(8))

    _shown = ""


def _pages(keeper: Keeper, roles: Iterable[Role]) -> dict[str, Page]:
    """The pages that somebody with these roles may use."""
    here, rights = Here(), rights_of(roles)
    pages: dict[str, Page] = {}
    if Right.MANAGE_SETTINGS in rights:
        pages["locations"] = LocationPage(keeper, here)
        pages["hours"] = HoursPage(keeper, here)
        pages["days"] = DaysPage(keeper, here)
        pages["chips"] = ChipsPage(keeper)
        pages["keys"] = KeysPage(keeper, here)
    if Right.KEEP_DIRECTORY in rights:
        pages["services"] = ServicesPage(keeper)
    if Right.MANAGE_STAFF in rights:
        pages["staff"] = StaffPage(keeper)
    if Right.NAME_PROTECTED in rights:
        pages["named"] = NamedPage(keeper)
    if Right.STATISTICS_INTERNAL in rights:
        pages["statistics"] = StatisticsPage(keeper)
    return pages


def _stay() -> None:
    """Nothing waits for the save."""
