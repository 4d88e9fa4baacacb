"""The matter of a slip, out of the topics that it has words for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class MatterBox(QComboBox):
    """A list that the wheel passes by: the page around it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def code(self) -> str:
        """The topic, "" where none is said."""
        return self.currentData() or ""

    def put(self, code: str) -> None:
        """Show this one as chosen."""
        self.setCurrentIndex(max(self.findData(code), 0))

    def fill(self, matters: Sequence[tuple[str, str]]) -> None:
        """Offer these, by code; what is chosen stays."""
        chosen = self.code()
        self.clear()
        for code, words in matters:
            self.addItem(words, code)
        self.put(chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
