"""The tabs of one location, which of them is in view, and the toasts at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from app.localization import _
from app.ui.shell.tab_bar import TabBar
from app.ui.shell.undo import Act, Undo
from app.ui.tab import Badge, Tab
from app.ui.widgets.toast import Toast, ToastStack


class Pages(QStackedWidget):
    """`turned` carries the tab that came to the front."""

    turned = Signal(object)

    def __init__(self, bar: TabBar, undo: Undo) -> None:
        super().__init__()
        self._bar, self._undo = bar, undo
        self._tabs: list[Tab] = []
        self._shown: dict[Act, Toast] = {}
        self._toasts: dict[QWidget, ToastStack] = {}
        # A tab folds itself into the room there is; it never pushes the window off the screen.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        bar.currentChanged.connect(self._turn)
        undo.pushed.connect(self._show_act)
        undo.undone.connect(self._forget_act)
        undo.told.connect(self._tell)

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """These in place of those before; the first comes to the front."""
        self.leave()
        for old in self._tabs:
            self.removeWidget(old.widget)
            old.widget.hide()
            old.widget.deleteLater()
        self._tabs = list(tabs)
        self._toasts = {foot: ToastStack(foot) for tab in tabs for foot in tab.feet}
        self._shown.clear()
        for tab in tabs:
            self.addWidget(tab.widget)
            tab.badge.connect(partial(self._show_badge, tab.name))
            tab.wanted.connect(partial(self.go, tab.number))
        with_signals = self._bar.blockSignals(True)
        self._bar.set_tabs(tabs)
        self._bar.blockSignals(with_signals)
        self._turn(0)

    def leave(self) -> None:
        """The tabs go: they keep what is unfinished."""
        for tab in self._tabs:
            tab.leave()

    def tabs(self) -> list[Tab]:
        return list(self._tabs)

    def current(self) -> Tab:
        """The tab in view."""
        return self._tabs[self._bar.currentIndex()]

    def go(self, number: int) -> None:
        """Bring the tab with this number to the front; a number without a tab does nothing."""
        for index, tab in enumerate(self._tabs):
            if tab.number == number:
                self._bar.setCurrentIndex(index)

    def next_pane(self) -> None:
        """The keyboard goes to the next pane of the tab, then to the tabs, and round."""
        panes = [*self.current().panes(), self._bar]
        focused = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(panes) if _holds(pane, focused)), -1)
        for pane in panes[at + 1 :] + panes[: at + 1]:
            self.current().bring(pane)
            if _take_focus(pane):
                return

    def _turn(self, index: int) -> None:
        if 0 <= index < len(self._tabs):
            tab = self._tabs[index]
            self.setCurrentWidget(tab.widget)
            self.turned.emit(tab)
            tab.shown()

    def _show_badge(self, name: str, badge: Badge) -> None:
        self._bar.set_badge(name, badge)

    def _show_act(self, act: Act) -> None:
        back = partial(self._undo.take_back, act)
        toast = self._stack().show_toast(act.title, act.detail, _("Undo"), "Ctrl Z", back)
        self._shown[act] = toast
        toast.gone.connect(partial(self._shown.pop, act, None))

    def _forget_act(self, act: Act) -> None:
        """What was taken back is not offered any more."""
        if (toast := self._shown.pop(act, None)) is not None:
            toast.leave()

    def _tell(self, title: str, detail: str) -> None:
        self._stack().show_toast(title, detail)

    def _stack(self) -> ToastStack:
        """Where toasts lie now; those that lie elsewhere go."""
        feet = self.current().feet
        here = next((foot for foot in feet if foot.isVisible()), feet[0])
        for foot in feet:
            if foot is not here:
                self._toasts[foot].clear()
        return self._toasts[here]


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))


def _take_focus(pane: QWidget) -> bool:
    """Give the keyboard to the pane: where it was there last, else to its first stop."""
    for widget in (pane.focusWidget(), pane, *pane.findChildren(QWidget)):
        if not isinstance(widget, QWidget):
            continue
        stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stop and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
