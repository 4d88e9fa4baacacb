"""Long work that tells how far it is and can be ended, as its two threads see it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from app.domain.errors import Refused


class Run:
    """One run: the store's thread tells how far it is and asks whether it is still wanted."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell, self._stop = tell, Event()

    def tell(self, done: int, whole: int) -> None:
        if not self.stopped():
            self._tell(done, whole)

    def tell_or_end(self, done: int, whole: int) -> None:
        """As `tell`. Errors: `cancelled` when it is not wanted any more."""
        self.tell(done, whole)
        if self.stopped():
            raise Refused("cancelled")

    def stop(self) -> None:
        self._stop.set()

    def stopped(self) -> bool:
        return self._stop.is_set()
