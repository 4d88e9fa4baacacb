"""Charts of a workbook, drawn by the spreadsheet itself from the cells of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.documents.book import HEAD_ROW, Book
from app.documents.statistics.account import Chart, Kind, Part

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_FIRST: Final = HEAD_ROW + 1
# Patterns first, so that black and white tells the series apart too.
_FILLS: Final[tuple[dict[str, Any], ...]] = (
    {"fill": {"color": "#0F5D85"}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#6194AE", "bg_color": "#FFFFFF"}},
    {"pattern": {"pattern": "small_confetti", "fg_color": "#B5823A", "bg_color": "#FFFFFF"}},
)
_SCALE: Final = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#6597B1"}


def add_chart(whole: Book, sheet: Worksheet, part: Part) -> None:
    """Beside the table: columns or bars; a heat map is the table's own cells in shades."""
    chart = part.chart
    assert chart is not None
    last = HEAD_ROW + len(part.sheet.rows)
    if chart.kind is Kind.HEAT:
        sheet.conditional_format(_FIRST, chart.series[0], last, chart.series[-1], _SCALE)
        return
    kind = {"type": "column", "subtype": "stacked"}
    if chart.kind is Kind.RANKS:
        kind = {"type": "bar"}
    drawn = whole.workbook.add_chart(kind)
    for number, column in enumerate(chart.series):
        drawn.add_series(_series(sheet.get_name(), part, column, last, number))
    drawn.set_title({"name": part.title, "name_font": {"size": 12}})
    _set_axes(drawn, chart)
    height = max(300, 22 * len(part.sheet.rows)) if chart.kind is Kind.RANKS else 300
    drawn.set_size({"width": 640, "height": height})
    sheet.insert_chart(HEAD_ROW, len(part.sheet.head) + 1, drawn)


def _series(name: str, part: Part, column: int, last: int, number: int) -> dict[str, Any]:
    return {
        "name": [name, HEAD_ROW, column],
        "categories": [name, _FIRST, 0, last, 0],
        "values": [name, _FIRST, column, last, column],
        "gap": 60,
        "border": {"color": "#1D2327", "width": 0.5},
        **_FILLS[min(number, len(_FILLS) - 1)],
    }


def _set_axes(drawn: Any, chart: Chart) -> None:
    if chart.kind is Kind.RANKS:
        drawn.set_y_axis({"reverse": True})
        drawn.set_x_axis({"min": 0})
    else:
        drawn.set_x_axis({"text_axis": True})
        drawn.set_y_axis({"min": 0})
    drawn.set_legend({"position": "bottom"} if len(chart.series) > 1 else {"none": True})
