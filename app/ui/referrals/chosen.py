"""The services on the slip, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.label import Label
from app.ui.widgets.paint import box, painter_on


class ChosenText(NamedTuple):
    """A service: its id, its name, where it is."""

    code: str
    name: str
    quiet: str


class ChosenRow(QWidget):
    """One service. `removed` by its button or Del, `raised` and `lowered` by Alt and an arrow."""

    removed = Signal()
    raised = Signal()
    lowered = Signal()

    def __init__(self, text: ChosenText, first: bool) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name, self.quiet = ElidedLabel("strong"), ElidedLabel("body", "dim")
        self.name.setText(text.name)
        self.quiet.setText(text.quiet)
        self.up, self.remove = Link(ink="text"), Link(ink="text")
        self.up.set_icon("arrow-up")
        self.remove.set_icon("x")
        if first:
            self.up.hide()
        for link, signal in ((self.up, self.raised), (self.remove, self.removed)):
            link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            link.clicked.connect(signal)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.name)
        self._row.addWidget(self.quiet, 1)
        self._row.addWidget(self.up)
        self._row.addWidget(self.remove)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif held and event.key() == Qt.Key.Key_Up:
            self.raised.emit()
        elif held and event.key() == Qt.Key.Key_Down:
            self.lowered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        line, width = ("accent", 2.0) if self.hasFocus() else ("edge", 1.0)
        fill, edge = theme.color("alternate"), theme.color(line)
        with painter_on(self) as painter:
            box(painter, self.rect(), theme.space(5), fill, edge, width)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.name.text())
        self.setAccessibleDescription(_("Del removes it, Alt and arrows move it"))
        for link, words in ((self.up, _("Move up")), (self.remove, _("Take off the slip"))):
            link.setToolTip(words)
            link.setAccessibleName(f"{words}: {self.name.text()}")

    def _restyle(self) -> None:
        theme = active()
        self.setFixedHeight(theme.units(1.78))
        self._row.setContentsMargins(theme.space(10), 1, theme.space(4), 1)
        self._row.setSpacing(theme.space(8))


class Chosen(QWidget):
    """`changed` when a person took one off or moved one.

    `rebuilt` says that there are other rows now, last in the order of the Tab key.
    """

    changed = Signal()
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ChosenRow] = []
        self._texts: list[ChosenText] = []
        self.none = Label("body", "dim", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.none)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def codes(self) -> tuple[str, ...]:
        return tuple(text.code for text in self._texts)

    def put(self, texts: Sequence[ChosenText]) -> None:
        """Show these; the keyboard stays on its row."""
        here = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        self._texts = list(texts)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [ChosenRow(text, first=at == 0) for at, text in enumerate(texts)]
        for at, row in enumerate(self.rows):
            self._column.addWidget(row)
            # Until it is shown the keyboard cannot go there.
            row.show()
            row.removed.connect(partial(self._remove, at))
            row.raised.connect(partial(self._move, at, at - 1))
            row.lowered.connect(partial(self._move, at, at + 1))
        self.none.setHidden(bool(self.rows))
        self.rebuilt.emit()
        if here is not None and self.rows:
            self.rows[min(here, len(self.rows) - 1)].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _remove(self, at: int) -> None:
        self.put([text for place, text in enumerate(self._texts) if place != at])
        self.changed.emit()

    def _move(self, at: int, to: int) -> None:
        if not 0 <= to < len(self._texts):
            return
        texts = list(self._texts)
        texts.insert(to, texts.pop(at))
        self.put(texts)
        if any(row.hasFocus() for row in self.rows):
            self.rows[to].setFocus()
        self.changed.emit()

    def _retranslate(self) -> None:
        self.none.setText(_("Choose a service from the directory: type, then Enter."))

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(4))
        self.none.setMinimumHeight(active().units(1.78))
