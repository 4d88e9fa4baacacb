"""What the pickers offer, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import grain_name, period_name, preset_name
from app.domain.periods import Grain, Period, grain_for
from app.domain.presets import presets
from app.localization import _, _p, current
from app.ui.statistics.asking import Against, Asking, Kind, fits
from app.ui.widgets.chip_group import ChipText
from app.ui.widgets.menu_button import Entry
from app.ui.widgets.segments import SegmentText

BY_LENGTH: Final = "by_length"
PUBLIC: Final = "public"
INTERNAL: Final = "internal"


class MenuTexts(NamedTuple):
    """All that a `MenuButton` is given."""

    lead: str
    entries: list[Entry]
    current: str
    name: str
    shown: str


def ready_made(asking: Asking, today: date) -> list[Entry]:
    """The periods with a name."""
    return [
        Entry(preset, preset_name(preset), asking.may_be(period, today))
        for preset, period in presets(today).items()
    ]


def against(asking: Asking, today: date) -> MenuTexts:
    """With what the period can be compared."""
    until, shown = asking.until(today), ""
    entries = [Entry(Against.NOTHING, _p("compared with", "nothing"))]
    for other, words in (
        (Against.YEAR_BEFORE, _("the year before")),
        (Against.BEFORE, _("the time just before")),
    ):
        period = replace(asking, against=other).compared(today)
        name = f"{words}: {period_name(period)}" if period else words
        entries.append(Entry(other, name, period is not None))
        if other is asking.against:
            shown = words if period is None else _short_name(period, until, words)
    lead = _p("compared with", "against")
    return MenuTexts(lead, entries, asking.against, _("Compared with"), shown)


def grains(asking: Asking, today: date) -> MenuTexts:
    """By which stretches of time the period can be shown."""
    until, stands = asking.until(today), asking.wish(today).grain
    usual = grain_name(grain_for(until) if asking.internal else Grain.MONTH).lower()
    entries = [Entry(BY_LENGTH, _("by length: {grain}", grain=usual))] if asking.internal else []
    entries += [
        Entry(grain, grain_name(grain).lower(), fits(until, grain)) for grain in asking.grains()
    ]
    shown = usual if stands is None else grain_name(stands).lower()
    lead = _p("statistics", "by")
    usual_code = BY_LENGTH if asking.internal else Grain.MONTH
    return MenuTexts(lead, entries, stands or usual_code, _("Stretches of time"), shown)


def kinds(internal: bool) -> list[SegmentText]:
    """Of what a period is made."""
    free = SegmentText(Kind.FREE, _p("period", "Free"), full_name=_("Days of your own"))
    return [
        SegmentText(Kind.MONTH, _p("statistics", "Month")),
        SegmentText(Kind.QUARTER, _p("statistics", "Quarter")),
        SegmentText(Kind.YEAR, _p("statistics", "Year")),
        *([free] if internal else []),
    ]


def modes() -> list[SegmentText]:
    """For whom the numbers are."""
    return [
        SegmentText(
            PUBLIC,
            _p("statistics", "Public"),
            "shield-check",
            _("Public numbers: small ones hidden, whole months that have ended"),
        ),
        SegmentText(
            INTERNAL,
            _p("statistics", "Internal"),
            "lock",
            _("Exact numbers, for internal use only"),
        ),
    ]


def chips(lists: Lists) -> list[ChipText]:
    language = current().language
    return [
        ChipText(one.code, lists.short(one.code), one.name[language]) for one in lists.locations
    ]


def counting() -> str:
    """What goes on while visits are counted one by one."""
    return _("Counting the visits")


def _short_name(compared: Period, period: Period, words: str) -> str:
    """The compared period by its year where that says it, else in words."""
    year = compared.first.year
    if compared.last.year == year == period.first.year - 1 and period.last.year == year + 1:
        return str(year)
    return words
