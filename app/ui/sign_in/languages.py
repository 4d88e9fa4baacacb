"""FI, SV, EN: the language, switched while the window is open."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.localization import LANGUAGES, NAMES, _, current
from app.ui.widgets.segments import Segments, SegmentText


class Languages(Segments):
    """Each language is named in itself, for those who read no other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_items([SegmentText(code, code.upper(), "", NAMES[code]) for code in LANGUAGES])
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(_("Language of the program"))
        self.set_current(current().language)
