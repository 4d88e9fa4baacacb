"""What find-an-action offers, and where each of it belongs."""

from __future__ import annotations

from app.localization import current
from app.ui.shell.find_model import Entry
from app.ui.shell.menu import group_title
from app.ui.shell.option import Option
from app.ui.shell.table import ActionTable
from app.ui.tab import Tab


def entries(table: ActionTable, tab: Tab) -> list[Entry]:
    """The actions of the tab in view, then the window's; finding itself is left out."""
    own = [Entry(action, current().text(tab.caption)) for action in table.tab_actions()]
    window = [
        Entry(action, group_title(action.group) if isinstance(action, Option) else "")
        for action in table.window_actions()
        if action.name != "find"
    ]
    return own + window
