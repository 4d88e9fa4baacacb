"""What a person has chosen here, for as long as they are signed in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from app.ui.statistics.asking import Asking, first_question


class Habits(QObject):
    """All that was chosen outlives a change of location, but for the period."""

    def __init__(self, session: QObject) -> None:
        super().__init__(session)
        self._last: Asking | None = None

    def begin(self, today: date) -> Asking:
        """The first question of a new tab."""
        last = self._last
        if last is None:
            return first_question(today)
        first = first_question(today, last.internal)
        return replace(last, kind=first.kind, period=first.period)

    def keep(self, asking: Asking) -> None:
        self._last = asking


def habits_of(session: QObject) -> Habits:
    """Those of the session whose runner this is."""
    return session.findChild(Habits) or Habits(session)
