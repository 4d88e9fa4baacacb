"""All numbers that are handed out at once, of one state of the store."""

from dataclasses import dataclass

from app.domain.figures import Dimension, Figures
from app.domain.overview import Overview, Row


@dataclass(frozen=True, slots=True)
class Numbers:
    """The answer to a question, and the overview of its period around it.

    `places` are the locations asked for, Romaniportti last, `rows` the breakdown by `dimension` if
    there is one. `detailed` says that somebody wants the lines of the answer one by one. Exact,
    hence for use within the unit only.
    """

    figures: Figures
    overview: Overview
    places: tuple[Row, ...]
    dimension: Dimension | None = None
    rows: tuple[Row, ...] = ()
    detailed: bool = True
