"""A chart or a table for the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from app.documents.sheet import Sheet
from app.ui.charts.ink import Ink, paper_ink
from app.ui.charts.legend import Key, legend_height, paint_legend
from app.ui.charts.picture import Picture
from app.ui.theme import active

SHARPNESS = 2
Guard = Callable[[str, Callable[[], None]], None]


def at_once(_form: str, put: Callable[[], None]) -> None:
    """Copies what nobody has to know of."""
    put()


def copy_picture(
    picture: Picture, size: QSize, heading: str, keys: Sequence[Key], notes: Sequence[str]
) -> None:
    """The chart as on white paper with heading, legend and notes, at twice the pixels."""
    QGuiApplication.clipboard().setImage(painted(picture, size, heading, keys, notes))


def copy_sheet(sheet: Sheet, heading: str, notes: Sequence[str]) -> None:
    """Heading, notes and table as tab-separated lines."""
    above = [line for line in (heading, *notes) if line]
    text = "".join(f"{line}\n" for line in above) + "\n" + sheet.as_text()
    QGuiApplication.clipboard().setText(text)


def painted(
    picture: Picture, size: QSize, heading: str, keys: Sequence[Key], notes: Sequence[str]
) -> QImage:
    """The image of a chart of `size` logical pixels and what stands around it."""
    theme, ink = active(), paper_ink()
    least = picture.size()
    width, height = max(size.width(), least.width()), max(size.height(), least.height())
    edge, line = theme.space(16), theme.units(1.4)
    top = edge + line + legend_height(keys, width) + theme.space(8)
    whole = QSize(width + 2 * edge, top + height + line * len(notes) + edge)
    image = QImage(whole * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.fill(ink.color("surface"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _write(painter, QRect(edge, edge, width, line), heading, "section", ink)
        paint_legend(painter, QRect(edge, edge + line, width, top), keys, ink)
        picture.paint(painter, QRect(edge, top, width, height), ink)
        for i, note in enumerate(notes):
            place = QRect(edge, top + height + i * line, width, line)
            _write(painter, place, note, "help", ink)
    return image


def _write(painter: QPainter, place: QRect, text: str, role: str, ink: Ink) -> None:
    start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    ink.write(painter, place, text, role, "text" if role == "section" else "dim", start)
