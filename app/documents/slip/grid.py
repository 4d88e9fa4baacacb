"""Measures of a slip's page, and the sides that change places for right-to-left readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm

from app.documents.slip.papers import SHEETS, STEPS, Sheet, Step
from app.documents.text.flow import Side
from app.domain.slip import Paper

_SHARE: Final = 1.3 / 2.3


@dataclass(frozen=True, slots=True)
class Grid:
    """All in points; `x` is measured from the left margin."""

    paper: Paper
    rtl: bool
    single: bool
    step: Step = STEPS[0]

    @property
    def sheet(self) -> Sheet:
        return SHEETS[self.paper]

    @property
    def stacked(self) -> bool:
        return self.sheet.stacked

    @property
    def narrow(self) -> bool:
        return self.sheet.narrow

    @property
    def enlarged(self) -> float:
        """Of what is not text: the paper's own factor."""
        return self.sheet.enlarged

    @property
    def margin(self) -> float:
        return self.sheet.margin

    @property
    def width(self) -> float:
        return self.sheet.page[0] - 2 * self.margin

    @property
    def height(self) -> float:
        return self.sheet.page[1] - 2 * self.margin

    @property
    def icon(self) -> float:
        """The width of the column of icons."""
        return self.sheet.icon

    @property
    def content(self) -> float:
        return self.width - self.icon

    @property
    def gap(self) -> float:
        return 4 * mm * self.enlarged

    @property
    def main(self) -> float:
        """The width of the visitor's column."""
        if self.single or self.stacked:
            return self.content
        return (self.content - self.gap) * _SHARE

    @property
    def side(self) -> float:
        return self.content - self.gap - self.main

    @property
    def start(self) -> Side:
        """The edge at which the visitor's text stands."""
        return Side.RIGHT if self.rtl else Side.LEFT

    def size(self, points: float) -> float:
        """Of letters that have so many points on A5."""
        return (self.sheet.least + points * self.sheet.growth) * self.step.size

    def padding(self, points: float) -> float:
        return points * self.enlarged * self.step.padding

    def placed(self, from_start: float, wide: float) -> float:
        """The left end of something `from_start` points from where the reader begins."""
        return self.width - from_start - wide if self.rtl else from_start
