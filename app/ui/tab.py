"""What a tab of the window is, and what it is handed when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.action import Action

if TYPE_CHECKING:
    from app.domain.place import Location
    from app.ui.runner import Runner
    from app.ui.shell.trouble import Trouble
    from app.ui.shell.undo import Undo


@dataclass(frozen=True, slots=True)
class Badge:
    """What a tab has to say: `late` when somebody waits too long, else it only counts."""

    count: int
    late: bool = False


@dataclass(frozen=True, slots=True)
class Workplace:
    """What a tab works with: the store, the last acts, the known trouble, and where this is."""

    runner: Runner
    undo: Undo
    trouble: Trouble
    location: Location


class Tab(QObject):
    """One tab of the window.

    `caption` is a message marked with `N_`, `icon` a name of `resources/icons`; `number` is fixed
    (1 check-in, 2 clients, 3 reviews, 4 referrals, 5 statistics) and opens it with Ctrl. `badge`
    carries a `Badge`. Toasts lie at the foot of the first of `feet` that is in view: the tab's
    right column, what stands above the buttons of a page, or the page itself. `wanted` asks to be
    brought to the front.
    """

    badge = Signal(object)
    wanted = Signal()
    name = ""
    caption = ""
    icon = ""
    number = 0

    def __init__(self, widget: QWidget, *feet: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget
        self.feet = (*feet, widget)

    def actions(self) -> list[Action]:
        """What can be done here, for menu, shortcuts and find-an-action."""
        return []

    def shown(self) -> None:
        """The tab came to the front: read what is stale, put the keyboard where it belongs."""

    def leave(self) -> None:
        """The tab goes: keep what is unfinished."""

    def bring(self, pane: QWidget) -> None:
        """A pane comes into view, where it is folded away for want of room."""

    def panes(self) -> list[QWidget]:
        """Where F6 goes from one to the next."""
        return [self.widget]
