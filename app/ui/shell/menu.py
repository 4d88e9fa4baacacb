"""The menu, made anew from the table of actions whenever it opens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.localization import _
from app.ui.action import Action
from app.ui.shell.option import Option
from app.ui.shell.table import ActionTable, guarded
from app.ui.theme import active


def group_title(group: str) -> str:
    """What a group of options is called."""
    titles = {
        "language": _("Language"),
        "text_size": _("Text size"),
        "appearance": _("Appearance"),
        "idle": _("Hide when idle"),
        "location": _("Location"),
    }
    return titles[group]


class Menu(QMenu):
    """All that can be done, the tab's own first, each with its key; opening it is left out."""

    def __init__(self, table: ActionTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table

    def open_at(self, button: QWidget) -> None:
        """Below the end of `button`."""
        self._fill()
        corner = button.mapToGlobal(QPoint(button.width(), button.height()))
        self.popup(corner - QPoint(self.sizeHint().width(), 0))
        self.setActiveAction(self.actions()[0])

    def _fill(self) -> None:
        empty(self)
        actions = [action for action in self._table.all() if action.name != "menu"]
        for _group, neighbours in groupby(actions, key=_part):
            if self.actions():
                self.addSeparator()
            self._add_part(list(neighbours))

    def _add_part(self, actions: Sequence[Action]) -> None:
        for group, neighbours in groupby(actions, key=_option_group):
            if group:
                add_options(self.addMenu(group_title(group)), list(neighbours))
            else:
                for action in neighbours:
                    entry(self, action)


class OptionsMenu(QMenu):
    """The options of one group alone, for a button of their own."""

    def __init__(self, table: ActionTable, group: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._group = table, group

    def open_at(self, button: QWidget) -> None:
        """Below the start of `button`."""
        empty(self)
        add_options(self, [one for one in self._table.all() if one.group == self._group])
        self.popup(button.mapToGlobal(QPoint(0, button.height())))


def empty(menu: QMenu) -> None:
    """Take all entries away, submenus included."""
    for old in menu.findChildren(QMenu):
        old.deleteLater()
    for group in menu.findChildren(QActionGroup):
        group.deleteLater()
    menu.clear()


def entry(menu: QMenu, action: Action) -> QAction:
    """One line of the menu."""
    words = action.text().replace("&", "&&")
    line = menu.addAction(f"{words}\t{action.shortcut}" if action.shortcut else words)
    line.setObjectName(action.name)
    line.setEnabled(action.enabled())
    if action.icon:
        line.setIcon(active().icon(action.icon))
    line.triggered.connect(guarded(action))
    return line


def add_options(menu: QMenu, actions: Sequence[Action]) -> None:
    """Options with a tick at the one in use."""
    exclusive = QActionGroup(menu)
    for action in actions:
        line = entry(menu, action)
        line.setCheckable(True)
        line.setChecked(isinstance(action, Option) and action.chosen())
        exclusive.addAction(line)


def _part(action: Action) -> str:
    """Actions of one part stand together between two lines; all options are one part."""
    return "options" if isinstance(action, Option) else action.group


def _option_group(action: Action) -> str:
    return action.group if isinstance(action, Option) else ""
