"""What stands around a tab: header above, banners, the tab, status line below."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.shell.banners import Banners
from app.ui.shell.finder import Finder
from app.ui.shell.header import Header
from app.ui.shell.menu import Menu, OptionsMenu
from app.ui.shell.pages import Pages
from app.ui.shell.status_line import StatusLine
from app.ui.shell.table import ActionTable
from app.ui.shell.undo import Undo
from app.ui.theme import active


class Frame(QWidget):
    """Layout only; the order of its parts is the order of the Tab key."""

    def __init__(self, undo: Undo) -> None:
        super().__init__()
        self.header, self.banners, self.line = Header(), Banners(), StatusLine()
        self.pages = Pages(self.header.tabs, undo)
        self.table = ActionTable(self)
        self.finder = Finder(self)
        self.menu = Menu(self.table, self)
        self.languages = OptionsMenu(self.table, "language", self)
        self._told = QVBoxLayout()
        self._told.addWidget(self.banners)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._told)
        column.addWidget(self.pages, 1)
        column.addWidget(self.line)
        active().changed.connect(self._restyle)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part of it took: a shortcut by its place."""
        if not self.table.press(event):
            super().keyPressEvent(event)

    def open_menu(self) -> None:
        """The menu under its button."""
        self.menu.open_at(self.header.menu_button)

    def open_languages(self) -> None:
        """The languages under their button."""
        self.languages.open_at(self.header.language_button)

    def _restyle(self) -> None:
        theme = active()
        self._told.setContentsMargins(theme.space(16), theme.space(8), theme.space(16), 0)
        self.setMinimumSize(theme.chars(58), theme.units(15))
