"""One of two or more values to choose from, each in as many lines as it needs."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme import active
from app.ui.widgets.chip import ARROWS
from app.ui.widgets.key_cap import BARE, CHOSEN, TICK, cap_size, paint_cap
from app.ui.widgets.paint import box, mirrored, painter_on

_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft


class Option(QAbstractButton):
    """`picked` when a person chooses it; whoever shows it checks it and lets the others go.

    Whoever sets its texts sets them again when the language changes.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.picked)
        active().changed.connect(self._restyle)

    def set_texts(self, value: str, whose: str, about: str) -> None:
        """The value, whose it is, and what it is a value of; the last two are read out."""
        self.setText(value)
        self.setAccessibleName(f"{about}: {value}, {whose}")
        self._restyle()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = active()
        metrics = QFontMetrics(theme.font("strong"))
        room = QRect(0, 0, max(width - self._start() - theme.space(8), theme.chars(4)), 1 << 16)
        high = metrics.boundingRect(room, _WRAP, self.text()).height()
        return max(theme.units(1.78), high + theme.space(8))

    def sizeHint(self) -> QSize:
        theme = active()
        return QSize(theme.chars(28), self.heightForWidth(theme.chars(28)))

    def minimumSizeHint(self) -> QSize:
        return QSize(active().chars(10), active().units(1.78))

    def nextCheckState(self) -> None:
        """Whoever shows it decides."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on to the neighbour, as among the chips of a group."""
        if event.key() in ARROWS:
            backwards = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Home)
            self.focusPreviousChild() if backwards else self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = active(), self.isChecked()
        hover = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        fill, line = ("accent_soft", "accent") if chosen else (hover, "edge")
        width = 2.0 if self.hasFocus() else 1.0
        with painter_on(self) as painter:
            border = theme.color("accent" if self.hasFocus() else line)
            box(painter, self.rect(), theme.space(5), theme.color(fill), border, width)
            size = cap_size(" ")
            top = (theme.units(1.78) - size.height()) // 2
            cap = mirrored(
                self.layoutDirection(), self.rect(), QRect(theme.space(6), top, *size.toTuple())
            )
            paint_cap(painter, cap, TICK if chosen else " ", CHOSEN if chosen else BARE)
            words = self.rect().adjusted(self._start(), 0, -theme.space(8), 0)
            painter.setFont(theme.font("strong" if chosen else "body"))
            painter.setPen(theme.color("accent_text" if chosen else "text"))
            place = mirrored(self.layoutDirection(), self.rect(), words)
            painter.drawText(place, _WRAP | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _start(self) -> int:
        return active().space(12) + cap_size(" ").width()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
