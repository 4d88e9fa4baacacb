"""The dialogs that open from the menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.localization import _
from app.ui.runner import Runner
from app.ui.shell.about import About
from app.ui.shell.help_page import HelpPage
from app.ui.shell.table import ActionTable
from app.ui.shell.undo import Undo
from app.ui.tab import Tab


def open_settings(runner: Runner, undo: Undo, parent: QWidget) -> None:
    """Locations, opening hours, chips and staff."""
    from app.ui.settings.dialog import SettingsDialog

    dialog = SettingsDialog(runner, undo, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def open_back_up(runner: Runner, undo: Undo, parent: QWidget) -> None:
    """A backup of the file."""
    from app.ui.shell.back_up import ask_where

    ask_where(runner, undo, parent)


def open_hand_over(runner: Runner, undo: Undo, parent: QWidget) -> None:
    """The visits in a file for another database."""
    from app.ui.shell.hand_over import ask_where

    ask_where(runner, undo, parent)


def open_take_in(runner: Runner, parent: QWidget) -> None:
    """The visits of another database."""
    from app.ui.shell.take_in import ask_which

    ask_which(runner, parent)


def open_import(runner: Runner, undo: Undo, parent: QWidget) -> None:
    """The clients of a table."""
    from app.ui.shell.import_clients import ask_which

    ask_which(runner, undo, parent)


def open_new_code(runner: Runner, undo: Undo, parent: QWidget) -> None:
    """A new recovery code, which takes the place of the one before."""
    from app.services.recovery import renew
    from app.ui.sign_in.new_code import NewCodeDialog

    desk = runner.desk
    dialog = NewCodeDialog(runner.worker, partial(renew, desk), desk.clock, parent)
    dialog.made.connect(lambda: undo.tell(_("New recovery code made")))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def open_help(tab: Tab, table: ActionTable, parent: QWidget) -> None:
    """Help on the tab in view."""
    HelpPage(tab, table, parent).open()


def open_about(parent: QWidget) -> None:
    """What this program is."""
    About(parent).open()
