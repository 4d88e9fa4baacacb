"""The page and the curtain over it; of the two one is in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QStackedLayout, QWidget
from shiboken6 import isValid

from app.ui.shell.curtain import Curtain


class Cover(QStackedLayout):
    """While the curtain is drawn the page is only hidden: what was typed in it stays.

    Dialogs of the window go and come back with it, but for those that were done meanwhile. `lifted`
    when the page is in sight again.
    """

    lifted = Signal()

    def __init__(self, window: QWidget, page: QWidget, curtain: Curtain) -> None:
        super().__init__(window)
        self._window, self._page, self._curtain = window, page, curtain
        self._focus: QWidget | None = None
        self._dialogs: list[tuple[QDialog, bool]] = []
        self.addWidget(page)
        self.addWidget(curtain)
        curtain.lifted.connect(self._lift)

    @property
    def drawn(self) -> bool:
        return self.currentWidget() is self._curtain

    def draw(self, by_hand: bool) -> None:
        """Draw the curtain, by hand or because nobody was here."""
        if self.drawn:
            return
        self._focus = QApplication.focusWidget()
        while popup := QApplication.activePopupWidget():
            popup.close()
        self._hide_dialogs()
        self.setCurrentWidget(self._curtain)
        self._curtain.draw(by_hand)

    def _lift(self) -> None:
        self.setCurrentWidget(self._page)
        for dialog, modal in self._dialogs:
            dialog.finished.disconnect(self._forget)
            if modal:
                dialog.open()
            else:
                dialog.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus, self._dialogs = None, []
        self.lifted.emit()

    def _hide_dialogs(self) -> None:
        open_ones = [one for one in self._window.findChildren(QDialog) if one.isVisible()]
        self._dialogs = [(dialog, dialog.isModal()) for dialog in open_ones]
        in_front = QApplication.activeWindow() in open_ones
        for dialog in reversed(open_ones):
            dialog.hide()
            dialog.finished.connect(self._forget)
        if in_front:
            self._window.activateWindow()

    def _forget(self) -> None:
        """A dialog was done behind the curtain."""
        done = self.sender()
        self._dialogs = [one for one in self._dialogs if one[0] is not done]
