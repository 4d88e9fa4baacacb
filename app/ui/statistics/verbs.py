"""What can be done at the statistics, for menu, shortcuts and find-an-action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.localization import N_
from app.services.exports import Form as ExportForm
from app.ui.action import Action
from app.ui.statistics.form import Form

if TYPE_CHECKING:
    from app.ui.statistics.tab import StatisticsTab


def actions_of(tab: StatisticsTab) -> list[Action]:
    """The tab's actions, in the order of the menu."""
    return [*_asking(tab), *_looking(tab), *_handing_out(tab), *_copying(tab)]


def _asking(tab: StatisticsTab) -> list[Action]:
    pickers = tab.page.pickers
    earlier, later = partial(pickers.go, -1), partial(pickers.go, 1)
    return [
        Action("stats.earlier", N_("Earlier period"), earlier, "Ctrl+Left", "chevron-left"),
        Action(
            "stats.later",
            N_("Later period"),
            later,
            "Ctrl+Right",
            "chevron-right",
            enabled=lambda: pickers.asking.may_go_on(tab.today()),
        ),
        Action("stats.ready", N_("Choose a period"), pickers.period.ready.click, "Ctrl+I"),
        Action("stats.against", N_("Compare with"), pickers.against.click, "Ctrl+U", "equal"),
        *([_mode(tab)] if tab.may_internal else []),
    ]


def _mode(tab: StatisticsTab) -> Action:
    words = N_("Exact numbers for internal use, or public ones")
    return Action("stats.mode", words, tab.turn_mode, "Ctrl+Shift+I", "shield-check")


def _looking(tab: StatisticsTab) -> list[Action]:
    page = tab.page
    beside, lines = partial(tab.turn_form, Form.BESIDE), partial(tab.turn_form, Form.LINES)
    return [
        Action("stats.tables", N_("Charts as tables"), tab.turn_charts, "Ctrl+G", "hash"),
        Action("stats.beside", N_("Locations side by side"), beside, "Ctrl+B"),
        Action("stats.lines", N_("Locations as lines"), lines, "Ctrl+J", "trending-up"),
        Action(
            "stats.silent",
            N_("Open days without entry"),
            page.open_silent_days,
            "Ctrl+O",
            "calendar-clock",
            enabled=lambda: bool((days := page.open_days()) and days.silent),
        ),
    ]


def _handing_out(tab: StatisticsTab) -> list[Action]:
    ask, saved = tab.exporting.ask_where, tab.keeping.open
    kinds = (
        (ExportForm.PDF, N_("Save as a PDF report"), "Ctrl+S", "file-down"),
        (ExportForm.XLSX, N_("Save as a workbook"), "Ctrl+Shift+S", "download"),
        (ExportForm.CSV, N_("Save as CSV"), "", ""),
    )
    return [
        Action(
            f"stats.{form}",
            caption,
            partial(ask, form),
            shortcut,
            icon,
            enabled=lambda: tab.exporting.possible,
        )
        for form, caption, shortcut, icon in kinds
    ] + [Action("stats.saved", N_("Saved reports"), saved, "Ctrl+Shift+R", "archive")]


def _copying(tab: StatisticsTab) -> list[Action]:
    """Their keys are answered by the panel that has the keyboard."""
    table, picture = tab.copying.copy_table, tab.copying.copy_picture
    words = N_("Copy the numbers as a table"), N_("Copy the chart as a picture")
    return [
        Action("stats.copy", words[0], table, "Ctrl+C", "copy", window_wide=False),
        Action("stats.picture", words[1], picture, "Ctrl+Shift+C", window_wide=False),
    ]
