"""The button that looks like a field and opens find-an-action."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme import active
from app.ui.widgets.button_face import ButtonFace
from app.ui.widgets.key_cap import FRAMED
from app.ui.widgets.paint import box, painter_on


class FindButton(QAbstractButton):
    """Icon, words at the start, key at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = ButtonFace(self, "body")
        self._face.icon_name = "search"
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)

    def set_texts(self, text: str, cap: str) -> None:
        """The words and the key on the cap."""
        self._face.set_texts(text, cap)

    def sizeHint(self) -> QSize:
        theme = active()
        needed = self._face.width() + 2 * theme.space(10)
        return QSize(max(needed, theme.chars(28)), theme.units(1.65))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        with painter_on(self) as painter:
            fill = "hover" if self.underMouse() else "window"
            line, width = ("accent", 2.0) if self.hasFocus() else ("border", 1.0)
            box(painter, self.rect(), theme.space(5), theme.color(fill), theme.color(line), width)
            inset = theme.space(10)
            row = QRect(inset, 0, self.width() - 2 * inset, self.height())
            self._face.paint(painter, row, "dim", FRAMED)

    def _restyle(self) -> None:
        self._face.restyle()
