"""Line icons as paths on the page."""

from __future__ import annotations

from functools import cache
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib import SVGPath

from app import paths
from app.documents.text.canvas import TextCanvas
from app.documents.text.piece import BLACK

_GRID, _STROKE = 24.0, 2.0


class _Pen(BasePen):  # type: ignore[misc]
    """Draws into a path of the canvas."""

    def __init__(self, path: Any) -> None:
        super().__init__(None)
        self._path = path

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - the pen's own name
        self._path.moveTo(*pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - the pen's own name
        self._path.lineTo(*pt)

    def _curveToOne(  # noqa: N802 - the pen's own name
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self._path.curveTo(*pt1, *pt2, *pt3)

    def _closePath(self) -> None:  # noqa: N802 - the pen's own name
        self._path.close()


@cache
def _recorded(name: str) -> RecordingPen:
    pen = RecordingPen()
    SVGPath(str(paths.resource("icons", f"{name}.svg"))).draw(pen)
    return pen


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
        path = canvas.beginPath()
        _recorded(name).replay(_Pen(path))
        canvas.drawPath(path, stroke=1, fill=0)
        canvas.restoreState()
