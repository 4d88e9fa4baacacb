"""A lasting condition, told inside the page until it ends."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.paint import box, painter_on


class _Kind(NamedTuple):
    fill: str
    line: str
    ink: str
    icon: str


KINDS: Final = {
    "info": _Kind("info_soft", "edge", "dim", "circle-alert"),
    "warning": _Kind("warning_soft", "warning_mark", "warning", "triangle-alert"),
    "danger": _Kind("danger_soft", "danger", "danger", "circle-x"),
}


class Banner(QFrame):
    """Icon, the fact in bold, a line of help with the rule, one action (`acted`).

    `kind` is a key of `KINDS`.
    """

    acted = Signal()

    def __init__(self, kind: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = KINDS[kind]
        self.icon = Icon(self._kind.icon, self._kind.ink)
        self.fact, self.help = Label("strong", wraps=True), Label("help", wraps=True)
        self.action = Link()
        self.action.clicked.connect(self.acted)
        self.action.hide()
        self._words = QVBoxLayout()
        self._row = QHBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()

    def set_kind(self, kind: str, icon: str = "") -> None:
        """Another kind, or another icon than the kind's own."""
        self._kind = KINDS[kind]
        self.icon.set_icon(icon or self._kind.icon, self._kind.ink)
        self.update()

    def set_content(self, fact: str, help_line: str = "", action: str = "", cap: str = "") -> None:
        """All its words; no action, no link."""
        self.fact.setText(fact)
        self.help.setText(help_line)
        self.help.setVisible(bool(help_line))
        self.action.set_texts(action, cap)
        self.action.setVisible(bool(action))
        self.setAccessibleName(fact)
        self.setAccessibleDescription(help_line)

    def sizeHint(self) -> QSize:
        """As high as its words are in this width: a layout gives it no more than the hint."""
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        fill, line = theme.color(self._kind.fill), theme.color(self._kind.line)
        with painter_on(self) as painter:
            box(painter, self.rect(), theme.space(5), fill, line)

    def _arrange(self) -> None:
        self._words.setSpacing(0)
        self._words.addWidget(self.fact)
        self._words.addWidget(self.help)
        self._row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        theme = active()
        side, top = theme.space(12), theme.space(8)
        self._row.setContentsMargins(side, top, theme.space(10), top)
        self._row.setSpacing(theme.space(10))
        self.update()
