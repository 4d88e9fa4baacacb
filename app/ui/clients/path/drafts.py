"""What was typed and not saved yet, for whom and for which entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.path.whole import Kept
from app.ui.shell.trouble import Trouble


class Place(NamedTuple):
    """Whose entry it is, of which kind, and which; None for a new one."""

    client: UUID
    kind: type[Any]
    entry: UUID | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in a form, the entry that it changes, and the id that a new one gets."""

    state: dict[str, Any]
    kept: Kept[Any] | None
    new: UUID


class Drafts(QObject):
    """Kept while the window is open; the window asks before it goes with any of them."""

    def __init__(self, trouble: Trouble, parent: QObject) -> None:
        super().__init__(parent)
        self._trouble = trouble
        self._kept: dict[Place, Draft] = {}
        self._typing = False

    def keep(self, place: Place, draft: Draft) -> None:
        """Put a draft aside."""
        self._kept[place] = draft
        self._hold()

    def take(self, place: Place) -> Draft | None:
        """The draft of an entry, which is in the form from now on."""
        draft = self._kept.pop(place, None)
        self._hold()
        return draft

    def has(self, place: Place) -> bool:
        return place in self._kept

    def set_typing(self, typing: bool) -> None:
        """Whether something stands in the form that is not saved."""
        if typing != self._typing:
            self._typing = typing
            self._hold()

    def _hold(self) -> None:
        self._trouble.hold(self, len(self._kept) + self._typing)
