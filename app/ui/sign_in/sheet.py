"""The recovery code on paper: what it is, the code, where to keep it. It names no person."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPaintDevice, QPainter

from app.localization import _, current

MARGIN_MM: Final = 20
WRAP: Final = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


def lines_of(code: str) -> tuple[str, str]:
    """The eight groups in two lines of four."""
    groups = code.split("-")
    return "   ".join(groups[:4]), "   ".join(groups[4:])


def keeping() -> tuple[str, ...]:
    """What whoever holds the code should know; on screen and on paper."""
    return (
        _("The code opens the file when a password is forgotten."),
        _("Keep the paper locked away from this computer: whoever has it can open the file."),
        _("Once it has been used there is a new code, and this one opens nothing any more."),
    )


def paint_sheet(device: QPaintDevice, code: str, day: date) -> None:
    """One page with the code, made on `day`; the device gives paper and resolution."""
    with QPainter(device) as painter:
        dots = device.logicalDpiX() / 25.4
        width = device.width() - 2 * MARGIN_MM * dots
        top = MARGIN_MM * dots
        for text, points, gap_mm in paragraphs(code, day):
            painter.setFont(_font(painter, points))
            room = QRectF(MARGIN_MM * dots, top, width, device.height())
            taken = painter.boundingRect(room, WRAP, text)
            painter.drawText(room, WRAP, text)
            top += taken.height() + gap_mm * dots


def paragraphs(code: str, day: date) -> Iterable[tuple[str, float, float]]:
    """Text, size in points and the space after it in millimetres."""
    first, second = lines_of(code)
    yield _("Kotoportti: recovery code"), 18, 3
    yield _("Made on {day}", day=current().full_date(day)), 11, 12
    yield first, 26, 3
    yield second, 26, 14
    for text in keeping():
        yield text, 11, 3


def _font(painter: QPainter, points: float) -> QFont:
    font = QFont(painter.font())
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if points > 11 else QFont.Weight.Normal)
    return font
