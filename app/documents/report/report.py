"""The report: what it is of, the key figures, charts with their tables, and what it all means."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, KeepTogether, Spacer

from app.documents.report import ink
from app.documents.report.columns import Columns
from app.documents.report.drawing import Drawing
from app.documents.report.figures import FigureGrid
from app.documents.report.heat import Heat
from app.documents.report.page import ROOM, Pages
from app.documents.report.ranks import Ranks
from app.documents.report.tables import table
from app.documents.report.told import Said
from app.documents.sheet import Sheet, SheetRow
from app.documents.statistics.account import Account, Kind, Part
from app.localization import _, _p

COLUMNS_HIGH: Final = 190.0
_GAP, _SECTION = 8.0, 20.0


def write_report(path: Path, account: Account) -> None:
    """The pages at `path`, in the language in use. Errors: OSError, as the disk has them."""
    ink.load_fonts()
    pages = BytesIO()
    Pages(pages, account).write(list(_story(account)))
    path.write_bytes(pages.getbuffer())


def _story(account: Account) -> Iterator[Any]:
    yield _paragraph(account.title, ink.TITLE, ink.BOLD, tag="H1")
    yield _paragraph(account.period_name, ink.LARGE)
    yield _paragraph(account.places, ink.NORMAL, colour=ink.DIM)
    yield Spacer(0, _SECTION)
    if account.figures:
        yield FigureGrid(account.figures)
        yield Spacer(0, _SECTION)
    for part in account.parts:
        yield from _part(part)
    if account.lines is not None:
        yield from _part(account.lines)
    yield from _definitions(account)


def _part(part: Part) -> Iterator[Any]:
    """Heading, chart and note stay together; the table follows and may go on over the page."""
    together: list[Any] = [_paragraph(part.title, ink.LARGE, ink.BOLD, tag="H2"), Spacer(0, _GAP)]
    chart = _drawing(part)
    if chart is not None:
        together += [chart, Spacer(0, _GAP)]
    if part.note:
        together += [_paragraph(part.note, ink.NORMAL, colour=ink.DIM), Spacer(0, _GAP)]
    if chart is None:
        yield CondPageBreak(120)
        yield from together
    else:
        yield KeepTogether(together)
    if part.sheet.rows and not (part.chart and part.chart.kind is Kind.HEAT):
        yield table(part.sheet, ROOM)
    elif not part.sheet.rows:
        yield _paragraph(_("No visits in this period at the locations chosen."), ink.NORMAL)
    yield Spacer(0, _SECTION)


def _drawing(part: Part) -> Drawing | None:
    if part.chart is None or not part.sheet.rows:
        return None
    if part.chart.kind is Kind.STACKED:
        return Columns(part, COLUMNS_HIGH)
    return Ranks(part) if part.chart.kind is Kind.RANKS else Heat(part)


def _definitions(account: Account) -> Iterator[Any]:
    yield CondPageBreak(160)
    yield _paragraph(_("Definitions"), ink.LARGE, ink.BOLD, tag="H2")
    yield Spacer(0, _GAP)
    rows = tuple(SheetRow(term) for term in account.definitions)
    yield table(
        Sheet((_p("definitions", "Term"), _p("definitions", "Meaning")), rows, sums=False, names=2),
        ROOM,
    )


def _paragraph(
    text: str, size: float, font: str = ink.BODY, colour: Any = ink.TEXT, tag: str = "P"
) -> Said:
    style = ParagraphStyle(
        tag,
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=size * 1.3,
        textColor=colour,
    )
    return Said(escape(text), style)
