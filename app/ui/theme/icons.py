"""Line icons in any colour, drawn at the very pixels they are shown with."""

from functools import cache

from PySide6.QtGui import QPixmap

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

    The size is written into the SVG: nothing else of Qt is then loaded before the first paint.
    """
    svg, pixels = coloured(name, colour), round(size * ratio)
    for side in (b"width", b"height"):
        svg = svg.replace(b'%s="24"' % side, b'%s="%d"' % (side, pixels), 1)
    picture = QPixmap()
    picture.loadFromData(svg, "SVG")
    picture.setDevicePixelRatio(ratio)
    return picture
