"""The last acts and their way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

MOST: Final = 50


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """What was done ("Visit recorded 10.42"), what it was about, and how it is taken back."""

    title: str
    detail: str
    undo: Callable[[], None]


class Undo(QObject):
    """Acts, newest last; whoever did one pushes it here and it is shown with its way back.

    `pushed` and `undone` carry an `Act`, `told` the title and detail of a message that has no way
    back.
    """

    pushed = Signal(object)
    undone = Signal(object)
    told = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts: list[Act] = []

    def push(self, title: str, detail: str, undo: Callable[[], None]) -> Act:
        """An act was done that `undo` takes back."""
        act = Act(title, detail, undo)
        self._acts = [*self._acts, act][-MOST:]
        self.pushed.emit(act)
        return act

    def tell(self, title: str, detail: str = "") -> None:
        """Something happened that needs no way back."""
        self.told.emit(title, detail)

    def take_back(self, act: Act) -> None:
        """Undo this act, unless it was undone before."""
        if act in self._acts:
            self._acts.remove(act)
            self.undone.emit(act)
            act.undo()

    def take_back_last(self) -> None:
        """Undo the last act that is still there."""
        if self._acts:
            self.take_back(self._acts[-1])

    def forget(self) -> None:
        """None of the acts can be undone any more."""
        self._acts.clear()

    @property
    def any_left(self) -> bool:
        return bool(self._acts)
