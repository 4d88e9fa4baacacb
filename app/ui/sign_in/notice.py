"""A sentence that stands in the page until the next try, in whatever language is in use."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.ui.widgets.banner import Banner

Words = Callable[[], str]


class Notice(Banner):
    """Hidden while there is nothing to say."""

    def __init__(self, kind: str = "danger", parent: QWidget | None = None) -> None:
        super().__init__(kind, parent)
        self._sentence: Words | None = None
        self.hide()

    def tell(self, words: Words | None) -> None:
        """`words` gives the sentence; None takes the notice away."""
        self._sentence = words
        self._retranslate()
        self.setVisible(words is not None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_content(self._sentence() if self._sentence else "")
