"""Buttons with their key inside: plain, filled (one in a view), and links."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from app.ui.theme import active
from app.ui.theme.tokens import mix
from app.ui.widgets.button_face import ButtonFace
from app.ui.widgets.key_cap import FAINT, FRAMED, OFF, ON_FILLED, ON_INVERSE
from app.ui.widgets.paint import box, painter_on


class Button(QPushButton):
    """A button; `filled` is the one that ends the work of a view.

    Whoever sets its texts sets them again when the language changes.
    """

    def __init__(self, filled: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = filled
        self._face = ButtonFace(self, "strong" if filled else "body")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)

    def set_texts(self, text: str, cap: str = "") -> None:
        """The words and the key on the cap."""
        self._face.set_texts(text, cap)

    def set_icon(self, name: str) -> None:
        """A line icon before the words."""
        self._face.icon_name = name
        self._face.restyle()

    def cap(self) -> str:
        return self._face.cap

    def sizeHint(self) -> QSize:
        theme = active()
        return QSize(self._face.width() + 2 * theme.space(14), theme.units(1.78))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            if self._filled and self.isEnabled():
                self._paint_filled(painter)
            else:
                self._paint_plain(painter)

    def _paint_filled(self, painter: QPainter) -> None:
        theme = active()
        fill = theme.color("accent")
        if self.isDown() or self.underMouse():
            share = 0.16 if self.isDown() else 0.08
            fill = QColor(mix(theme.tokens.text, share, theme.tokens.accent))
        box(painter, self.rect(), theme.space(5), fill)
        if self.hasFocus():
            ring = self.rect().adjusted(2, 2, -2, -2)
            box(painter, ring, theme.space(4), None, theme.color("on_accent"), 2)
        self._face.paint(painter, self._row(), "on_accent", ON_FILLED)

    def _paint_plain(self, painter: QPainter) -> None:
        theme, able = active(), self.isEnabled()
        fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        line, width = ("accent", 2.0) if self.hasFocus() else ("edge", 1.0)
        if not able:
            fill, line = "alternate", "border"
        box(painter, self.rect(), theme.space(5), theme.color(fill), theme.color(line), width)
        ink, cap = ("text", FRAMED) if able else ("edge", OFF)
        self._face.paint(painter, self._row(), ink, cap)

    def _row(self) -> QRect:
        """Where the words stand: in the middle of a wide button."""
        width = min(self._face.width(), self.width() - 2 * active().space(6))
        return QRect((self.width() - width) // 2, 0, width, self.height())

    def _restyle(self) -> None:
        self._face.restyle()


class Link(QToolButton):
    """A rare action as words in the accent colour, with its key beside it if it has one.

    `ink` is the token it is written in: "inverse_link" on a toast, "text" for a bare icon.
    """

    def __init__(self, parent: QWidget | None = None, ink: str = "accent_text") -> None:
        super().__init__(parent)
        self._ink = ink
        self._inverse = ink == "inverse_link"
        self._faint = False
        self._face = ButtonFace(self, "strong" if self._inverse else "body")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)

    def set_texts(self, text: str, cap: str = "") -> None:
        """The words and the key on the cap."""
        self._face.set_texts(text, cap)

    def set_icon(self, name: str) -> None:
        """A line icon before the words."""
        self._face.icon_name = name
        self._face.restyle()

    def set_role(self, role: str) -> None:
        """Another role of the type scale, such as "help"."""
        self._face.role = role
        self._face.restyle()

    def set_caps_faint(self, faint: bool) -> None:
        self._faint = faint
        self.update()

    def sizeHint(self) -> QSize:
        theme = active()
        return QSize(self._face.width() + 2 * theme.space(4), theme.units(1.4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        with painter_on(self) as painter:
            ink = self._ink
            line = theme.color(ink if self._inverse else "accent") if self.hasFocus() else None
            fill = None
            if not self._inverse and self.isEnabled() and self.underMouse():
                fill = theme.color("pressed" if self.isDown() else "hover")
            box(painter, self.rect(), theme.space(4), fill, line, 2)
            cap = ON_INVERSE if self._inverse else FAINT if self._faint else FRAMED
            if not self.isEnabled():
                ink, cap = "edge", OFF
            inset = theme.space(4)
            self._face.paint(painter, self.rect().adjusted(inset, 0, -inset, 0), ink, cap)

    def _restyle(self) -> None:
        self._face.restyle()
