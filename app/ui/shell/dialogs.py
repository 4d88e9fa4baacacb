"""The dialogs that open from the menu."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.roles import Right, Role, rights_of
from app.ui.runner import Runner
from app.ui.shell.about import About
from app.ui.shell.help_page import HelpPage
from app.ui.shell.table import ActionTable
from app.ui.shell.undo import Undo
from app.ui.tab import Tab


def may_settle(roles: frozenset[Role]) -> bool:
    """Whether there are settings of the store that these roles may change."""
    return bool(rights_of(roles) & {Right.MANAGE_SETTINGS, Right.MANAGE_STAFF})


def open_settings(runner: Runner, undo: Undo, parent: QWidget) -> None:
    """Locations, opening hours, chips and staff."""
    from app.ui.settings.dialog import SettingsDialog

    dialog = SettingsDialog(runner, undo, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def open_help(tab: Tab, table: ActionTable, parent: QWidget) -> None:
    """Help on the tab in view."""
    HelpPage(tab, table, parent).open()


def open_about(parent: QWidget) -> None:
    """What this program is."""
    About(parent).open()
