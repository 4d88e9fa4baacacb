"""Known trouble with the store, told in the page until it ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Refused

AWAY: Final = frozenset({"server_away", "database_missing"})
STORE: Final = AWAY | {
    "disk_full",
    "disk_error",
    "file_busy",
    "file_damaged",
    "file_missing",
    "file_not_opened",
    "file_read_only",
    "no_right_on_server",
}


class Trouble(QObject):
    """One trouble at a time, and what tries again what it has stopped."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refused: Refused | None = None
        self._held: dict[QObject, int] = {}
        self._again: Callable[[], None] | None = None

    def tell(self, refused: Refused, again: Callable[[], None] | None = None) -> None:
        """The store refused; `again` does once more what did not work.

        A trouble that is told again without `again` keeps the one it has.
        """
        known = self.refused is not None and self.refused.code == refused.code
        if again is not None or not known:
            self._again = again
        self.refused = refused
        self.changed.emit()

    def hold(self, holder: QObject, count: int) -> None:
        """How many things `holder` has that are not in the store yet."""
        self._held[holder] = count

    @property
    def held(self) -> int:
        """How many things would be lost if the window went now."""
        return sum(self._held.values())

    def end(self) -> None:
        """The store works."""
        if self.refused is not None:
            self.refused, self._again = None, None
            self.changed.emit()

    def try_again(self) -> bool:
        """Do once more what did not work; whether there was such a thing."""
        again = self._again
        if again is not None:
            again()
        return again is not None

    @property
    def is_away(self) -> bool:
        """Whether the store itself is out of reach."""
        return self.refused is not None and self.refused.code in AWAY
