"""Key caps: the small keys that stand beside what they do."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.paint import CENTER, box, line_of_text, painter_on, text_width

ENTER: Final = "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}"
SHIFT: Final = "\N{UPWARDS WHITE ARROW}"
TICK: Final = "\N{CHECK MARK}"


class CapLook(NamedTuple):
    """Names of tokens; an empty one paints nothing."""

    fill: str
    line: str
    ink: str


BARE: Final = CapLook("key", "", "dim")
FRAMED: Final = CapLook("key", "border", "dim")
FAINT: Final = CapLook("", "", "dim")
CHOSEN: Final = CapLook("accent", "", "on_accent")
PRESET: Final = CapLook("dim", "", "surface")
ON_FILLED: Final = CapLook("", "on_accent", "on_accent")
ON_INVERSE: Final = CapLook("", "inverse_link", "inverse_link")
OFF: Final = CapLook("", "border", "edge")


def cap_size(text: str) -> QSize:
    """The size of a cap for `text`, square for a single sign; none for no text."""
    if not text:
        return QSize(0, 0)
    theme = active()
    height = round(1.05 * theme.u)
    width = text_width(theme.font("cap"), text.replace(SHIFT, "")) + 2 * theme.space(5)
    if SHIFT in text:
        width += _glyph_size() - theme.space(2)
    return QSize(height if len(text) == 1 else max(height, width), height)


def spoken_key(text: str) -> str:
    """The key's name for screen readers and tooltips."""
    return text.replace(ENTER, "Enter").replace(SHIFT, _("Shift") + " ")


def spoken(name: str, key: str) -> str:
    """`name` with its key, as it is read out."""
    return _("{name}, key {key}", name=name, key=spoken_key(key)) if key.strip() else name


def paint_cap(painter: QPainter, rect: QRect, text: str, look: CapLook) -> None:
    """A cap in `rect`; `ENTER`, `TICK` and a leading `SHIFT` are drawn as icons."""
    theme = active()
    fill = theme.color(look.fill) if look.fill else None
    line = theme.color(look.line) if look.line else None
    box(painter, rect, theme.space(4), fill, line)
    if text in (ENTER, TICK):
        name = "corner-down-left" if text == ENTER else "check"
        _paint_glyph(painter, rect.center(), name, look.ink, round(0.74 * rect.height()))
    elif text.startswith(SHIFT):
        _paint_shifted(painter, rect, text.removeprefix(SHIFT), look.ink)
    else:
        line_of_text(painter, rect, text, theme.font("cap"), theme.color(look.ink), CENTER)


def _glyph_size() -> int:
    return round(0.62 * active().u)


def _paint_shifted(painter: QPainter, rect: QRect, key: str, ink: str) -> None:
    theme = active()
    glyph, font = _glyph_size(), theme.font("cap")
    width = text_width(font, key)
    left = rect.center().x() - (glyph + width) // 2
    middle = QPoint(left + glyph // 2, rect.center().y())
    _paint_glyph(painter, middle, "arrow-big-up", ink, glyph)
    place = QRect(left + glyph, rect.top(), width + 1, rect.height())
    line_of_text(painter, place, key, font, theme.color(ink), CENTER)


def _paint_glyph(painter: QPainter, middle: QPoint, name: str, ink: str, size: int) -> None:
    ratio = painter.device().devicePixelRatio()
    picture = active().pixmap(name, ink, size, ratio)
    painter.drawPixmap(middle - QPoint(size // 2 - 1, size // 2 - 1), picture)


class KeyCap(QWidget):
    """A cap that stands alone; silent for screen readers, who hear the key with the action."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._look = FRAMED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        active().changed.connect(self._restyle)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self._restyle()

    def set_look(self, look: CapLook) -> None:
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        return cap_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text:
            with painter_on(self) as painter:
                paint_cap(painter, self.rect(), self._text, self._look)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
