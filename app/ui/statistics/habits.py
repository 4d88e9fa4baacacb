"""What a person has chosen here, for as long as they are signed in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from app.ui.statistics.asking import Asking, first_question


class Habits(QObject):
    """Locations, comparison and grain outlive a change of location; the period does not."""

    def __init__(self, session: QObject) -> None:
        super().__init__(session)
        self._last: Asking | None = None

    def begin(self, today: date) -> Asking:
        """The first question of a new tab."""
        first, last = first_question(today), self._last
        if last is None:
            return first
        return Asking(first.kind, first.period, last.locations, last.against, last.grain)

    def keep(self, asking: Asking) -> None:
        self._last = asking


def habits_of(session: QObject) -> Habits:
    """Those of the session whose runner this is."""
    return session.findChild(Habits) or Habits(session)
