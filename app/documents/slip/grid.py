"""Measures of a slip's page, and the sides that change places for right-to-left readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.units import mm

from app.documents.text.flow import Side
from app.domain.slip import Paper

_SHARE: Final = 1.3 / 2.3
_A4_LARGER: Final = 1.32


@dataclass(frozen=True, slots=True)
class Step:
    """How far sizes and padding are drawn together so that a slip fits its page."""

    size: float
    padding: float


STEPS: Final = (Step(1, 1), Step(0.96, 1), Step(0.91, 1), Step(0.91, 0.78))


@dataclass(frozen=True, slots=True)
class Grid:
    """All in points; `x` is measured from the left margin."""

    paper: Paper
    rtl: bool
    single: bool
    step: Step = STEPS[0]

    @property
    def page(self) -> tuple[float, float]:
        return A4 if self.paper is Paper.A4 else A5

    @property
    def enlarged(self) -> float:
        """Of what is not text: the paper's own factor."""
        return _A4_LARGER if self.paper is Paper.A4 else 1.0

    @property
    def margin(self) -> float:
        return 9 * mm * self.enlarged

    @property
    def width(self) -> float:
        return self.page[0] - 2 * self.margin

    @property
    def height(self) -> float:
        return self.page[1] - 2 * self.margin

    @property
    def icon(self) -> float:
        """The width of the column of icons."""
        return 9.6 * mm * self.enlarged

    @property
    def content(self) -> float:
        return self.width - self.icon

    @property
    def gap(self) -> float:
        return 4 * mm * self.enlarged

    @property
    def main(self) -> float:
        """The width of the visitor's column."""
        return self.content if self.single else (self.content - self.gap) * _SHARE

    @property
    def side(self) -> float:
        return self.content - self.gap - self.main

    @property
    def start(self) -> Side:
        """The edge at which the visitor's text stands."""
        return Side.RIGHT if self.rtl else Side.LEFT

    def size(self, points: float) -> float:
        return points * self.enlarged * self.step.size

    def padding(self, points: float) -> float:
        return points * self.enlarged * self.step.padding

    def placed(self, from_start: float, wide: float) -> float:
        """The left end of something `from_start` points from where the reader begins."""
        return self.width - from_start - wide if self.rtl else from_start
