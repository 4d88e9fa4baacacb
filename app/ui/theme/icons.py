"""Line icons in any colour, drawn at the very pixels they are shown with."""

from functools import cache

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImageReader, QPixmap

from app import paths


@cache
def _outline(name: str) -> bytes:
    return paths.resource("icons", f"{name}.svg").read_bytes()


def coloured(name: str, colour: str) -> bytes:
    """The icon `name` of `resources/icons` as SVG with strokes of `colour` ("#RRGGBB")."""
    return _outline(name).replace(b"currentColor", colour.encode())


@cache
def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The icon, `size` logical pixels square, for a screen of device pixel ratio `ratio`.

    Goes through Qt's image reader, which needs no further Qt module before the first paint.
    """
    buffer = QBuffer()
    buffer.setData(coloured(name, colour))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    pixels = round(size * ratio)
    reader.setScaledSize(QSize(pixels, pixels))
    picture = QPixmap.fromImage(reader.read())
    picture.setDevicePixelRatio(ratio)
    return picture
