"""The one table of actions: shortcuts, menu, find-an-action and help are made from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.ui.action import Action
from app.ui.keyboard import letter_of

UNDO = "Ctrl+Z"
ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


class ActionTable(QObject):
    """The actions of the window and of the tab in view, with shortcuts that work in `page`.

    While `page` is covered its shortcuts are dead.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._window: Sequence[Action] = ()
        self._tab: Sequence[Action] = ()
        self._shortcuts: list[QShortcut] = []

    def set_window(self, actions: Sequence[Action]) -> None:
        """What can be done whichever tab is in view."""
        self._window = actions
        self._rebuild()

    def set_tab(self, actions: Sequence[Action]) -> None:
        """What can be done in the tab that is now in view."""
        self._tab = actions
        self._rebuild()

    def all(self) -> list[Action]:
        """The tab's actions, then the window's."""
        return [*self._tab, *self._window]

    def tab_actions(self) -> list[Action]:
        return list(self._tab)

    def window_actions(self) -> list[Action]:
        return list(self._window)

    def named(self, name: str) -> Action:
        """The action `name`."""
        return next(action for action in self.all() if action.name == name)

    def press(self, event: QKeyEvent) -> bool:
        """Do what Ctrl and a letter mean by the letter's place, where a layout has none such."""
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        shortcut, focused = f"Ctrl+{letter_of(event)}", QApplication.focusWidget()
        if shortcut == UNDO and isinstance(focused, QLineEdit) and focused.isUndoAvailable():
            focused.undo()
            return True
        for action in self.all():
            if action.window_wide and action.shortcut == shortcut:
                guarded(action)()
                return True
        return False

    def _rebuild(self) -> None:
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        self._shortcuts = [
            self._shortcut(action)
            for action in self.all()
            if action.shortcut and action.window_wide
        ]

    def _shortcut(self, action: Action) -> QShortcut:
        shortcut = QShortcut(QKeySequence(action.shortcut), self._page)
        shortcut.activated.connect(guarded(action))
        return shortcut


def guarded(action: Action) -> Callable[[], None]:
    """The action's work, done only while it can be."""

    def run() -> None:
        if action.enabled():
            action.run()

    return run


def cap(action: Action) -> str:
    """Its shortcut as key caps show it: "Ctrl K", "Ctrl ←"."""
    return " ".join(ARROWS.get(key, key) for key in action.shortcut.split("+"))
