"""Why the slip has not left the program, until it has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.localization import _
from app.ui.widgets.banner import Banner


class Failure(Banner):
    """Hidden while there is nothing to say; its link tries the same once more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("danger", parent)
        self._why: Callable[[], str] | None = None
        self._again: Callable[[], None] | None = None
        self.acted.connect(self._try_again)
        self.hide()

    def tell(self, words: Callable[[], str], again: Callable[[], None]) -> None:
        """`words` gives the sentence in the language in use."""
        self._why, self._again = words, again
        self._retranslate()
        self.show()

    def forget(self) -> None:
        self._why = self._again = None
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _try_again(self) -> None:
        if self._again is not None:
            self._again()

    def _retranslate(self) -> None:
        if self._why is not None:
            self.set_content(_("The slip is not out yet."), self._why(), _("Try again"))
