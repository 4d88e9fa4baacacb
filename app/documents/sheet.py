"""A table of figures as values: what a table shows and what is copied from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from app.documents.csv import as_text
from app.domain.hidden import Hidden, Mark
from app.domain.periods import Grain, Period
from app.localization import current


@dataclass(frozen=True, slots=True)
class InTime:
    """A stretch of time as a cell: a real date where a table has such, else its name."""

    grain: Grain
    period: Period
    name: str


Cell = str | int | float | InTime | Hidden | None


class Look(Enum):
    """How a row of a table stands among the others."""

    PLAIN = auto()
    STRONG = auto()
    DIM = auto()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Cells from the first column on; None is a cell that says nothing."""

    cells: tuple[Cell, ...]
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """A heading for each column, and the rows. The first `names` columns name, the others count.

    `sums` says that the last column is what the reader looks for first.
    """

    head: tuple[str, ...] = ()
    rows: tuple[SheetRow, ...] = ()
    sums: bool = True
    names: int = 1

    def as_text(self) -> str:
        """Tab-separated lines that a spreadsheet takes; numbers without thousands marks."""
        lines = [self.head, *(row.cells for row in self.rows)]
        return "".join("\t".join(map(_plain, cells)) + "\n" for cells in lines)


def written(cell: Cell) -> str:
    """A cell as people read it."""
    if cell is None:
        return "\N{EN DASH}"
    if isinstance(cell, float):
        return decimal(cell)
    if isinstance(cell, InTime):
        return cell.name
    if isinstance(cell, Hidden) and cell.mark is Mark.BETWEEN and cell.most is not None:
        return f"{current().number(cell.least)}\N{EN DASH}{current().number(cell.most)}"
    return current().number(cell) if isinstance(cell, int) else str(cell)


def decimal(value: float, places: int = 1) -> str:
    """9,1 in Finnish and Swedish, 9.1 in English, with U+2212 for minus."""
    rounded = round(value, places)
    whole, part = f"{abs(rounded):.{places}f}".split(".")
    point = "." if current().language == "en" else ","
    sign = "\N{MINUS SIGN}" if rounded < 0 else ""
    return f"{sign}{current().number(int(whole))}{point}{part}"


def _plain(cell: Cell) -> str:
    """A cell for the clipboard: one field of one line, that nothing takes for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return decimal(cell).replace("\N{NO-BREAK SPACE}", "").replace("\N{MINUS SIGN}", "-")
    text = cell.name if isinstance(cell, InTime) else cell
    return str(as_text(" ".join(text.split()))) if isinstance(text, str) else str(text)
