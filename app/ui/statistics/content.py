"""All that the page shows of an answer, in the language in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.sheet import Sheet
from app.documents.statistics.key_figures import Figure
from app.ui.charts.chart_card import Shown


@dataclass(frozen=True, slots=True)
class Content:
    """Key figures, charts each with its table, and `numbers` with what is said below them.

    `notes` go along with what leaves the window. `portals`: whether one was asked for; `visited`:
    whether anybody came to one; `apart`: whether something is told of Romaniportti. `referrals` is
    None where there are none, or none that may be told.
    """

    figures: Sequence[Figure]
    over_time: Shown
    topics: Shown
    clock: Shown
    breakdown: Shown
    numbers: Sheet
    note: str
    notes: tuple[str, ...]
    portals: bool
    visited: bool
    apart: bool
    referrals: Sheet | None = None
    referrals_note: str = ""
