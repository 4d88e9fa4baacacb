"""Line icons as paths on the page."""

from __future__ import annotations

from functools import cache

from fontTools.pens.basePen import BasePen
from fontTools.svgLib import SVGPath

from app import paths
from app.documents.text.canvas import TextCanvas
from app.documents.text.piece import BLACK

_GRID, _STROKE = 24.0, 2.0
_Point = tuple[float, float]


class _Pen(BasePen):  # type: ignore[misc]
    """Writes the operators of a path (ISO 32000-1, 8.5.2)."""

    def __init__(self) -> None:
        super().__init__(None)
        self.code: list[str] = []

    def _moveTo(self, pt: _Point) -> None:  # noqa: N802 - the pen's own name
        self._add("m", pt)

    def _lineTo(self, pt: _Point) -> None:  # noqa: N802 - the pen's own name
        self._add("l", pt)

    def _curveToOne(self, pt1: _Point, pt2: _Point, pt3: _Point) -> None:  # noqa: N802 - as above
        self._add("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802 - the pen's own name
        self._add("h")

    def _add(self, operator: str, *points: _Point) -> None:
        self.code += [f"{x:.2f} {y:.2f}" for x, y in points]
        self.code.append(operator)


@cache
def _path(name: str) -> str:
    pen = _Pen()
    SVGPath(str(paths.resource("icons", f"{name}.svg"))).draw(pen)
    return " ".join([*pen.code, "S"])


def draw_icon(canvas: TextCanvas, name: str, x: float, y: float, size: float) -> None:
    """The icon in a square of `size` points whose lower left corner is at `x`, `y`."""
    with canvas.artifact():
        canvas.saveState()
        canvas.translate(x, y + size)
        canvas.scale(size / _GRID, -size / _GRID)
        canvas.setLineWidth(_STROKE)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        canvas.setStrokeColorRGB(*BLACK)
        canvas.add(_path(name))
        canvas.restoreState()
