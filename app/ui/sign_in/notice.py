"""A sentence that stands in the page until the next try, in whatever language is in use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.ui.widgets.banner import Banner

Words = Callable[[], str]


class Notice(QWidget):
    """Hidden while there is nothing to say; `kind` as of `Banner`."""

    def __init__(self, kind: str = "danger", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._sentence: Words | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @cached_property
    def banner(self) -> Banner:
        """What shows the sentence, made when there is the first one."""
        from app.ui.widgets.banner import Banner

        banner = Banner(self._kind)
        self._column.addWidget(banner)
        return banner

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
        if self._sentence is not None:
            self.banner.set_content(self._sentence())
