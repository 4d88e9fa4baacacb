"""F1: what the tab in view is for, and all its keys."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.localization import _, current
from app.ui.action import Action
from app.ui.shell.help_text import Row, about_tab, keys_everywhere, keys_of_tab
from app.ui.shell.table import ActionTable, cap
from app.ui.tab import Tab
from app.ui.theme import active
from app.ui.widgets.button import Button


class HelpPage(QDialog):
    """A page of text that one reads, copies from and closes with Esc or Enter."""

    def __init__(self, tab: Tab, table: ActionTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tab, self._table = tab, table
        self.text, self.close_button = QTextBrowser(), Button(filled=True)
        self.text.setProperty("inside", "field")
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        theme = active()
        column.setContentsMargins(*(theme.space(16),) * 4)
        column.setSpacing(theme.space(12))
        room = parent.size()
        wide, high = theme.chars(84), theme.units(34)
        self.resize(min(wide, room.width() - 40), min(high, room.height() - 40))
        self.close_button.setDefault(True)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(_("Help"))
        self.text.setAccessibleName(_("Help"))
        self.text.setHtml(_page(self._tab, self._table))
        self.close_button.set_texts(_("Close"), "Esc")


def _page(tab: Tab, table: ActionTable) -> str:
    caption = current().text(tab.caption)
    parts = [f"<h2>{escape(caption)}</h2>"]
    parts += [f"<p>{escape(text)}</p>" for text in about_tab(tab.name)]
    own = [*keys_of_tab(tab.name), *_keys_of(table.tab_actions())]
    if own:
        parts.append(_table(_("Keys here"), own))
    everywhere = [*_keys_of(table.window_actions()), *keys_everywhere()]
    parts.append(_table(_("Keys everywhere"), everywhere))
    return "".join(parts)


def _keys_of(actions: Iterable[Action]) -> list[Row]:
    return [(cap(action), action.text()) for action in actions if action.shortcut]


def _table(heading: str, rows: Iterable[Row]) -> str:
    gap = active().space(16)
    lines = (
        f'<tr><td style="padding-right:{gap}px"><b>{escape(key)}</b></td>'
        f"<td>{escape(words)}</td></tr>"
        for key, words in rows
    )
    return f'<h3>{escape(heading)}</h3><table cellpadding="3">{"".join(lines)}</table>'
