"""Statistics as they are handed out: one value in words, which every form of paper takes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.documents.sheet import Sheet
from app.documents.statistics.key_figures import Figure
from app.domain.periods import Period, cut
from app.localization import _


class Kind(StrEnum):
    """How the numbers of a table are drawn."""

    STACKED = "stacked"
    RANKS = "ranks"
    HEAT = "heat"


@dataclass(frozen=True, slots=True)
class Chart:
    """Which columns of a table are drawn: `series` by their numbers, `before` as a mark beside.

    `labels` are what the axis calls the rows where the first column is too long for it.
    """

    kind: Kind
    series: tuple[int, ...]
    before: int | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One table with its heading, perhaps drawn as well; `short` names it in few letters."""

    short: str
    title: str
    sheet: Sheet
    chart: Chart | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """All of it. `made` is a local wall-clock time; `definitions` are terms and what they mean.

    `lines` is the answer to the question in single lines, None where nobody asked for them. With
    `internal` the numbers are exact, and every page and sheet says so.
    """

    period: Period
    period_name: str
    places: str
    made: datetime
    figures: tuple[Figure, ...]
    parts: tuple[Part, ...]
    lines: Part | None
    definitions: tuple[tuple[str, str], ...]
    internal: bool = True

    @property
    def title(self) -> str:
        """What it is called, wherever a title is asked for."""
        return _("Visitor statistics")

    @property
    def mark(self) -> str:
        """What every page and sheet says of the numbers; "" where anybody may read them."""
        return internal_mark() if self.internal else ""


def internal_mark() -> str:
    """What is said of exact numbers."""
    return _("For internal use only: exact numbers.")


def file_stem(period: Period, internal: bool, part: str = "") -> str:
    """The name that a file is offered without its ending, such as
    "kotoportti-internal-2026-01-2026-09"; whole months by their numbers, other days in full.
    """
    months = not cut(period).edges
    days = [f"{day:%Y-%m}" if months else day.isoformat() for day in (period.first, period.last)]
    words = ["kotoportti", "internal" if internal else "", part, *dict.fromkeys(days)]
    return "-".join(word for word in words if word)
