"""Tables that go on over the page with their head repeated: names left, numbers right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, TableStyle

from app.documents.report import ink
from app.documents.report.told import ToldTable
from app.documents.sheet import Look, Sheet, SheetRow, written

PAD: Final = 5.0
# Without it the rounding of a sum breaks a word in two.
_SLACK: Final = 0.1


def table(sheet: Sheet, room: float) -> LongTable:
    """A sheet as wide as it needs, at most `room` points."""
    widths = _widths(sheet, room)
    rows: list[list[Any]] = [_head(sheet)]
    rows += [_row(sheet, row, widths) for row in sheet.rows]
    return LongTable(
        rows,
        colWidths=widths,
        repeatRows=1,
        hAlign="LEFT",
        style=_style(sheet),
        renderCB=ToldTable(sheet.names),
    )


def _widths(sheet: Sheet, room: float) -> list[float]:
    """Each column as wide as its longest cell; where room is short the widest names give way."""
    wanted = [_wanted(sheet, column) for column in range(len(sheet.head))]
    left = room - sum(wanted[sheet.names :])
    names = sorted(wanted[: sheet.names])
    for number, name in enumerate(names):
        share = left / (len(names) - number)
        if name > share:
            return [min(one, share) for one in wanted[: sheet.names]] + wanted[sheet.names :]
        left -= name
    return wanted


def _wanted(sheet: Sheet, column: int) -> float:
    texts = {written(row.cells[column]) for row in sheet.rows}
    widest = max((ink.width(text, ink.NORMAL, ink.BOLD) for text in texts), default=0.0)
    # A head breaks into lines at its spaces, so only its longest word needs room.
    words = sheet.head[column].split() or [""]
    return max(widest, *(ink.width(word, ink.SMALL, ink.BOLD) for word in words)) + 2 * PAD + _SLACK


def _head(sheet: Sheet) -> list[Any]:
    return [
        Paragraph(escape(text), _text_style(ink.SMALL, ink.BOLD, right=column >= sheet.names))
        for column, text in enumerate(sheet.head)
    ]


def _row(sheet: Sheet, row: SheetRow, widths: Sequence[float]) -> list[Any]:
    font = ink.BOLD if row.look is Look.STRONG else ink.BODY
    cells: list[Any] = []
    for column, cell in enumerate(row.cells):
        text = written(cell)
        if ink.width(text, ink.NORMAL, font) > widths[column] - 2 * PAD + 0.1:
            cells.append(Paragraph(escape(text), _text_style(ink.NORMAL, font, right=False)))
        else:
            cells.append(text)
    return cells


def _text_style(size: float, font: str, *, right: bool) -> ParagraphStyle:
    return ParagraphStyle(
        "cell",
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=size * 1.25,
        textColor=ink.DIM if size == ink.SMALL else ink.TEXT,
        alignment=2 if right else 0,
    )


def _style(sheet: Sheet) -> TableStyle:
    commands: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), ink.BODY, ink.NORMAL, ink.NORMAL * 1.25),
        ("TEXTCOLOR", (0, 0), (-1, -1), ink.TEXT),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("ALIGN", (sheet.names, 0), (-1, -1), "RIGHT"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, ink.LINE),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, ink.FAINT),
    ]
    if sheet.sums:
        commands.append(("FONTNAME", (-1, 1), (-1, -1), ink.BOLD))
    for number, row in enumerate(sheet.rows, 1):
        if row.look is Look.STRONG:
            commands.append(("FONTNAME", (0, number), (-1, number), ink.BOLD))
            commands.append(("LINEABOVE", (0, number), (-1, number), 0.8, ink.LINE))
        elif row.look is Look.DIM:
            commands.append(("TEXTCOLOR", (0, number), (-1, number), ink.DIM))
    return TableStyle(commands)
