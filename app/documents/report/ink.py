"""What a page is drawn with: two fonts, few colours, patterns that grey paper tells apart."""

from __future__ import annotations

from functools import cache
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app import paths

BODY, BOLD = "NotoSans", "NotoSans-SemiBold"
SMALL, NORMAL, LARGE, TITLE = 7.5, 9.0, 12.0, 20.0
TEXT, DIM, LINE, FAINT = (HexColor(one) for one in ("#1D2327", "#565E63", "#8C8C86", "#DDDAD2"))
SERIES: Final = (HexColor("#0F5D85"), HexColor("#3F7FA3"), HexColor("#8A5A1C"))
HEAT: Final = tuple(
    HexColor(one) for one in ("#E7EFF3", "#C3D6E0", "#95B8C9", "#6597B1", "#226A8F")
)
WHITE: Final = HexColor("#FFFFFF")
HIDDEN: Final = -1
_STEP, _DOT = 3.2, 0.62


@cache
def load_fonts() -> None:
    """Make the fonts known; both lie in `resources/fonts` and are embedded."""
    for name, file in ((BODY, "NotoSans-Regular.ttf"), (BOLD, "NotoSans-SemiBold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(paths.resource("fonts", file))))
    pdfmetrics.registerFontFamily(BODY, normal=BODY, bold=BOLD, italic=BODY, boldItalic=BOLD)


def width(text: str, size: float, font: str = BODY) -> float:
    """The points that a text takes."""
    return float(pdfmetrics.stringWidth(text, font, size))


def fitted(text: str, room: float, size: float) -> str:
    """The text, cut with an ellipsis where it does not fit."""
    if width(text, size) <= room:
        return text
    while text and width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def write(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    size: float = NORMAL,
    *,
    font: str = BODY,
    colour: Color = TEXT,
    align: float = 0.0,
) -> None:
    """One line of text; `align` 0 begins at `x`, 0.5 is centred on it, 1 ends there."""
    canvas.setFont(font, size)
    canvas.setFillColor(colour)
    canvas.drawString(x - align * width(text, size, font), y, text)


def fill(canvas: Canvas, x: float, y: float, wide: float, high: float, series: int) -> None:
    """A part of a bar: solid, diagonals or dots, by the number of its series; or `HIDDEN`."""
    if wide <= 0 or high <= 0:
        return
    pattern = series if series == HIDDEN else min(series, len(SERIES) - 1)
    colour = DIM if pattern == HIDDEN else SERIES[pattern]
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(0.6)
    if pattern == 0:
        canvas.setFillColor(colour)
        canvas.rect(x, y, wide, high, stroke=0, fill=1)
        return
    canvas.saveState()
    area = canvas.beginPath()
    area.rect(x, y, wide, high)
    canvas.clipPath(area, stroke=0, fill=0)
    if pattern == HIDDEN:
        canvas.setLineWidth(0.4)
        _back_diagonals(canvas, x, y, wide, high)
    elif pattern == 1:
        _diagonals(canvas, x, y, wide, high)
    else:
        _dots(canvas, x, y, wide, high, colour)
    canvas.restoreState()
    canvas.rect(x, y, wide, high, stroke=1, fill=0)


def tick(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    """A mark of the compared period, with a halo so that it stands out on any pattern."""
    for colour, more in ((WHITE, 0.9), (TEXT, 0.0)):
        canvas.setFillColor(colour)
        canvas.rect(x - more, y - more, wide + 2 * more, high + 2 * more, stroke=0, fill=1)


def _diagonals(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    canvas.setLineWidth(1.1)
    start = x - high - (x - high) % _STEP
    while start < x + wide:
        canvas.line(start, y, start + high, y + high)
        start += _STEP


def _dots(canvas: Canvas, x: float, y: float, wide: float, high: float, colour: Color) -> None:
    canvas.setFillColor(colour)
    down = y + _STEP / 2
    while down < y + high:
        across = x + _STEP / 2
        while across < x + wide:
            canvas.circle(across, down, _DOT, stroke=0, fill=1)
            across += _STEP
        down += _STEP


def _back_diagonals(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    start = x - high - (x - high) % _STEP
    while start < x + wide:
        canvas.line(start, y + high, start + high, y)
        start += _STEP
