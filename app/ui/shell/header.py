"""The top row: mark, tabs, find-an-action, language, hide, menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.localization import NAMES, _, current
from app.ui.shell.find_button import FindButton
from app.ui.shell.tab_bar import TabBar
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.icon import Icon

GAP = 12


def _tool(icon: str, ink: str = "dim") -> Link:
    tool = Link(ink=ink)
    tool.set_icon(icon)
    return tool


class Header(QFrame):
    """Where there is no room for all, tabs become icons and the tools fold into the menu."""

    find_asked = Signal()
    languages_asked = Signal()
    hide_asked = Signal()
    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "header")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.compact = False
        self.mark = Icon("mark", "accent", 1.25)
        self.tabs = TabBar()
        self.find_button = FindButton()
        self.language_button = _tool("languages", "text")
        self.language_button.set_role("strong")
        self.hide_button = _tool("eye-off")
        self.menu_button = _tool("menu")
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def sizeHint(self) -> QSize:
        return QSize(self._needed(), active().units(2.45))

    def fit(self) -> None:
        """Fold or unfold by the width there is."""
        self.compact = self._needed() > self.width()
        self.tabs.set_compact(self.compact)
        for tool in self._tools()[:-1]:
            tool.setVisible(not self.compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        self._row.addWidget(self.mark)
        self._row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addStretch(1)
        for tool in self._tools():
            self._row.addWidget(tool)
        self.find_button.clicked.connect(self.find_asked)
        self.language_button.clicked.connect(self.languages_asked)
        self.hide_button.clicked.connect(self.hide_asked)
        self.menu_button.clicked.connect(self.menu_asked)

    def _needed(self) -> int:
        """The width at which nothing is folded."""
        widths = sum(tool.sizeHint().width() for tool in (self.mark, *self._tools()))
        return widths + self.tabs.full_width() + active().space(8 * GAP)

    def _tools(self) -> tuple[QWidget, ...]:
        return (self.find_button, self.language_button, self.hide_button, self.menu_button)

    def _restyle(self) -> None:
        theme = active()
        self._row.setContentsMargins(theme.space(14), 0, theme.space(GAP), 1)
        self._row.setSpacing(theme.space(GAP))
        self.setFixedHeight(theme.units(2.45))
        self.fit()

    def _retranslate(self) -> None:
        self.find_button.set_texts(_("Find an action"), "Ctrl K")
        self.language_button.set_texts(current().language.upper())
        name = _("Language: {name}", name=NAMES[current().language])
        self.language_button.setAccessibleName(name)
        self.language_button.setToolTip(name)
        self.hide_button.set_texts(_("Hide"), "F12")
        self.menu_button.set_texts(_("Menu"))
        self.menu_button.setToolTip("F10")
        self.fit()
