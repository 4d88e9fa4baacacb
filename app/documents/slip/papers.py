"""What each paper asks: its measures, its sizes of letters, and whether languages are stacked.

Large print keeps to the UK Association for Accessible Formats, "Creating clear print and large
print documents" (G003, 2019): no text below 16 points, text that is read at 18, black on white.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.units import mm

from app.documents.text.piece import BLACK, GREY, Colour
from app.domain.slip import Paper

LIGHT_GREY: Final[Colour] = (0.6, 0.6, 0.6)
# A PDF page may be no longer (ISO 32000-1, annex C).
_LONGEST: Final = 14_400.0


@dataclass(frozen=True, slots=True)
class Step:
    """How far sizes and padding are drawn together so that a slip fits its page."""

    size: float
    padding: float


STEPS: Final = (Step(1, 1), Step(0.96, 1), Step(0.91, 1), Step(0.91, 0.78))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper in points.

    `enlarged` is the factor of what is not text. A text that has `p` points on A5 has
    `least + p * growth` here. `stacked`: the visitor's language above the other, not beside it;
    `narrow`: nothing stands beside a text, and the page is as long as what stands on it. `quiet`
    and `line` are the colours of what is second.
    """

    page: tuple[float, float]
    margin: float
    icon: float
    enlarged: float = 1.0
    least: float = 0.0
    growth: float = 1.0
    stacked: bool = False
    narrow: bool = False
    steps: tuple[Step, ...] = STEPS
    quiet: Colour = GREY
    line: Colour = LIGHT_GREY


SHEETS: Final[Mapping[Paper, Sheet]] = {
    Paper.A5: Sheet(A5, 9 * mm, 9.6 * mm),
    Paper.A4: Sheet(A4, 9 * mm * 1.32, 9.6 * mm * 1.32, enlarged=1.32, growth=1.32),
    Paper.LARGE: Sheet(
        A4,
        13 * mm,
        15 * mm,
        enlarged=1.5,
        least=6.4,
        growth=1.15,
        stacked=True,
        steps=(Step(1, 1), Step(1, 0.7)),
        quiet=BLACK,
    ),
    # The head of the printer is 72 mm wide and knows black alone.
    Paper.RECEIPT: Sheet(
        (80 * mm, _LONGEST),
        4 * mm,
        8.5 * mm,
        least=3.2,
        growth=0.7,
        stacked=True,
        narrow=True,
        steps=(Step(1, 1),),
        quiet=BLACK,
        line=BLACK,
    ),
}
