"""Words on a panel, in one of the roles of the type scale."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Label(QLabel):
    """Plain text; `role` as in the type scale, `tone` "dim", "accent", "danger", ...

    `wraps` lets it take more than one line.
    """

    def __init__(
        self,
        role: str = "body",
        tone: str = "",
        parent: QWidget | None = None,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wraps)

    def set_tone(self, tone: str) -> None:
        """Another colour of the theme; none for the usual one."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
