"""New referral or slips given: what stands in the columns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.localization import _
from app.ui.widgets.segments import Segments, SegmentText

NEW, GIVEN = "new", "given"


class Modes(Segments):
    """The segments above the first column. `turned` whenever another is in view."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._retranslate()
        self.changed.connect(lambda _mode: self.turned.emit())

    @property
    def given(self) -> bool:
        return self.current() == GIVEN

    def go(self, mode: str) -> None:
        """Bring it into view."""
        if self.current() != mode:
            self.set_current(mode)
            self.turned.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_items(
            [
                SegmentText(NEW, _("New referral"), "file-plus-2"),
                SegmentText(GIVEN, _("Slips given"), "copy"),
            ]
        )


class Either(QStackedWidget):
    """One of two panes, by the mode."""

    def __init__(self, new: QWidget, given: QWidget) -> None:
        super().__init__()
        self.addWidget(new)
        self.addWidget(given)

    def turn(self, given: bool) -> None:
        self.setCurrentIndex(1 if given else 0)
