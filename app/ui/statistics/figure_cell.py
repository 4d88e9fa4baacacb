"""One key figure: its name, the figure, how it changed, and on what it stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from app.documents.statistics.key_figures import Figure
from app.ui.theme import active
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.paint import box, painter_on

ARROWS = {1: "trending-up", -1: "trending-down", 0: "equal"}


class FigureCell(QWidget):
    """The definition shows while one points at it or the keyboard is here.

    `opened`: a click, Enter or Space asks for what lies behind the base, where there is something.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure: Figure | None = None
        self.title, self.value = ElidedLabel("help", "dim"), Label("figure")
        self.arrow, self.change = Icon("equal", "dim", 0.8), Label("help")
        self.base = Label("help", "dim", wraps=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._line, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()

    def show_figure(self, figure: Figure) -> None:
        """All its words."""
        self.figure = figure
        self.title.setText(figure.title)
        self.value.setText(figure.value)
        self._show_change(figure)
        self.base.setText(figure.base)
        self.base.set_tone("accent" if figure.opens else "dim")
        shape = Qt.CursorShape.PointingHandCursor if figure.opens else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.setToolTip(figure.definition)
        self.setAccessibleName(figure.spoken())
        self.setAccessibleDescription(figure.definition)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            below = self.mapToGlobal(QPoint(active().space(8), self.height()))
            QToolTip.showText(below, self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            theme = active()
            inner = self.rect().adjusted(3, 3, -3, -3)
            with painter_on(self) as painter:
                box(painter, inner, theme.space(5), None, theme.color("accent"), 2)

    def _open(self) -> None:
        if self.figure is not None and self.figure.opens:
            self.opened.emit()

    def _arrange(self) -> None:
        self._line.addWidget(self.value)
        self._line.addWidget(self.arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addStretch(1)
        self._column.addWidget(self.title)
        self._column.addLayout(self._line)
        self._column.addWidget(self.base)
        self._column.addStretch(1)

    def _show_change(self, figure: Figure) -> None:
        change = figure.change
        for widget in (self.arrow, self.change):
            widget.setVisible(change is not None)
        if change is None:
            return
        welcome = bool(change.direction) and change.direction == figure.good
        self.arrow.set_icon(ARROWS[change.direction], "success" if welcome else "text")
        self.change.setText(change.shown)
        self.change.set_tone("success" if welcome else "")

    def _restyle(self) -> None:
        theme = active()
        side, top = theme.space(14), theme.space(8)
        self._column.setContentsMargins(side, top, theme.space(8), top)
        self._column.setSpacing(0)
        self._line.setSpacing(theme.space(6))
        self.update()
