"""A part of the slip: its icon, and pairs of texts that say the same in two languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable

from app.documents.slip.grid import Grid
from app.documents.slip.icons import draw_icon
from app.documents.text.canvas import TextCanvas
from app.documents.text.piece import BLACK

_PADDING = 5.0
_THIN, _THICK = 0.5, 1.1
_BETWEEN_PAIRS = 3.0


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands in the visitor's column and beside it; `wide` runs over both columns.

    On stacked paper what stands beside comes under it.
    """

    main: Flowable | None
    side: Flowable | None = None
    wide: bool = False
    gap: float = 1.5


class Section(Flowable):
    """Pairs under a line; `aside` stands beside all of them, such as a QR code.

    On narrow paper it comes under them. `keep`: it does not end a page, what follows belongs to it.
    """

    canv: TextCanvas

    def __init__(
        self,
        grid: Grid,
        icon: str,
        pairs: Sequence[Pair],
        *,
        aside: Flowable | None = None,
        thick: bool = False,
        keep: bool = False,
    ) -> None:
        super().__init__()
        pairs = [*pairs]
        if aside is not None and grid.narrow:
            pairs[-1:] = [replace(pairs[-1], gap=_BETWEEN_PAIRS), Pair(aside, wide=True)]
            aside = None
        self.grid, self.icon = grid, icon
        self.pairs = [one for pair in pairs for one in _stacked(pair)] if grid.stacked else pairs
        self.aside, self.thick, self.keep = aside, thick, keep
        self._heights: list[float] = []

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        if self._heights and self.width == available_width:
            return self.width, self.height
        beside = self.aside.wrap(self.grid.content, 0)[1] if self.aside is not None else 0.0
        self._heights = [self._high(pair) for pair in self.pairs]
        body = max(sum(self._heights), beside)
        self.width, self.height = available_width, body + 2 * self.grid.padding(_PADDING)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Between pairs, or within the first where even that is too high."""
        self.wrap(available_width, 0)
        room = available_height - 2 * self.grid.padding(_PADDING)
        fitting = 0
        while fitting < len(self._heights) and sum(self._heights[: fitting + 1]) <= room:
            fitting += 1
        if self.aside is not None or fitting == len(self.pairs):
            return []
        if fitting == 0:
            return self._split_first(room)
        return [self._with(self.icon, self.pairs[:fitting]), self._with("", self.pairs[fitting:])]

    def draw(self) -> None:
        top = self.height
        self._draw_line(top)
        top -= self.grid.padding(_PADDING)
        if self.icon:
            size = self.grid.icon * 0.66
            at = self.grid.placed(0, size)
            draw_icon(self.canv, self.icon, at, top - size - 1, size)
        with self.canv.structure.within("Sect"):
            beginning = top
            for pair, high in zip(self.pairs, self._heights, strict=True):
                self._draw_pair(pair, top)
                top -= high
            if self.aside is not None:
                x = self.grid.placed(self.grid.width - self.aside.width, self.aside.width)
                self.aside.drawOn(self.canv, x, beginning - self.aside.height)

    def _draw_pair(self, pair: Pair, top: float) -> None:
        grid = self.grid
        if pair.main is not None:
            x = grid.placed(grid.icon, pair.main.width)
            pair.main.drawOn(self.canv, x, top - pair.main.height)
        if pair.side is not None:
            x = grid.placed(grid.icon + grid.main + grid.gap, pair.side.width)
            pair.side.drawOn(self.canv, x, top - pair.side.height)

    def _draw_line(self, y: float) -> None:
        with self.canv.artifact():
            self.canv.setStrokeColorRGB(*(BLACK if self.thick else self.grid.sheet.line))
            self.canv.setLineWidth((_THICK if self.thick else _THIN) * self.grid.enlarged)
            self.canv.line(0, y, self.grid.width, y)

    def _widths(self, pair: Pair) -> tuple[float, float]:
        """Of both columns; nothing runs under what stands aside."""
        whole, side = self.grid.content, self.grid.side
        if self.aside is not None:
            taken = self.aside.width + self.grid.gap
            whole, side = whole - taken, side - taken
        return (whole if pair.wide else min(self.grid.main, whole)), side

    def _high(self, pair: Pair) -> float:
        both = zip((pair.main, pair.side), self._widths(pair), strict=True)
        high = max(one.wrap(wide, 0)[1] for one, wide in both if one is not None)
        return high + self.grid.padding(pair.gap)

    def _split_first(self, room: float) -> list[Flowable]:
        """A text that is higher than a page goes on over it."""
        pair = self.pairs[0]
        parts = [
            one.split(wide, room) or ([one] if one.wrap(wide, 0)[1] <= room else [])
            for one, wide in zip((pair.main, pair.side), self._widths(pair), strict=True)
            if one is not None
        ]
        if not parts or not all(parts):
            return []
        padded = [[*part, None][:2] for part in parts]
        if len(padded) == 1:
            padded.append([None, None])
        first, rest = (
            Pair(main, side, pair.wide, pair.gap) for main, side in zip(*padded, strict=True)
        )
        rest_pairs = [rest] if rest.main is not None or rest.side is not None else []
        return [self._with(self.icon, [first]), self._with("", [*rest_pairs, *self.pairs[1:]])]

    def _with(self, icon: str, pairs: Sequence[Pair]) -> Section:
        return Section(self.grid, icon, pairs, thick=self.thick)


def _stacked(pair: Pair) -> list[Pair]:
    if pair.main is None or pair.side is None:
        return [replace(pair, wide=True)]
    return [
        Pair(pair.main, wide=True, gap=0),
        Pair(pair.side, wide=True, gap=pair.gap + _BETWEEN_PAIRS),
    ]
