"""In which form the locations stand in the chart over time, and its legend."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from app.localization import _
from app.ui.charts.columns import Columns
from app.ui.charts.ink import DOTS, HIDDEN
from app.ui.charts.legend import TICK, Key
from app.ui.charts.lines import Lines
from app.ui.charts.over_time import Stretch
from app.ui.charts.strokes import DASHED


class Form(StrEnum):
    """How the locations stand."""

    STACKED = "stacked"
    BESIDE = "beside"
    LINES = "lines"


def drawn_as(form: Form, series: Sequence[str], stretches: Sequence[Stretch]) -> Columns | Lines:
    """The chart over time in this form."""
    if form is Form.LINES:
        return Lines(series, stretches)
    return Columns(series, stretches, form is Form.BESIDE)


def keys_of(picture: Columns | Lines, compared: str) -> tuple[Key, ...]:
    """What the parts of the chart over time mean; `compared` is "" where there is none."""
    if isinstance(picture, Columns):
        keys = [Key(min(i, DOTS), name) for i, name in enumerate(picture.series)]
        past = [Key(TICK, compared)] if compared and not picture.beside else []
        return (*keys, *past)
    together = [_("Together")] if picture.summed else []
    names = zip(picture.strokes, (*picture.series, *together), strict=True)
    past = [Key(DASHED, compared)] if picture.compared else []
    return (*(Key(stroke, name) for stroke, name in names), *past)


def past_key(compared: str) -> tuple[Key, ...]:
    """What the tick means; `compared` is "" where nothing is compared."""
    return (Key(TICK, compared),) if compared else ()


def hidden_key(hidden: bool) -> tuple[Key, ...]:
    """What hatching means, where something is hidden."""
    return (Key(HIDDEN, _("hidden")),) if hidden else ()
