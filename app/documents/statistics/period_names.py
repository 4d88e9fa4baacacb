"""What periods and their stretches are called."""

from __future__ import annotations

from calendar import monthrange
from functools import cache
from typing import Literal, NamedTuple, Protocol

from app.domain.periods import Grain, Period, stretches
from app.domain.presets import Preset
from app.localization import _, _p, current

DASH = "\N{EN DASH}"


class Comparing(Protocol):
    """Numbers of a period, perhaps with those of another one beside."""

    @property
    def period(self) -> Period: ...

    @property
    def compared(self) -> Period | None: ...


class StretchName(NamedTuple):
    """A word for the axis, and the name in full."""

    short: str
    full: str


def period_name(period: Period) -> str:
    """ "2026", "January–August 2026", "December 2025 – March 2026" or "1.9.–24.11.2026"."""
    words, first, last = current(), period.first, period.last
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if first == last:
        return words.full_date(first)
    if whole and (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year}{DASH}{last.year}"
    if whole and first.year == last.year:
        begins, ends = month_name(first.month), month_name(last.month)
        names = begins if first.month == last.month else f"{begins}{DASH}{ends}"
        return f"{names} {last.year}"
    if whole:
        begins = f"{month_name(first.month)} {first.year}"
        return f"{begins} {DASH} {month_name(last.month)} {last.year}"
    if first.year == last.year:
        return f"{first.day}.{first.month}.{DASH}{words.full_date(last)}"
    return f"{words.full_date(first)}{DASH}{words.full_date(last)}"


def compared_name(numbers: Comparing) -> str:
    """The compared period, by its year alone where that says enough; "" for none."""
    return _year_before(numbers) or (
        "" if numbers.compared is None else period_name(numbers.compared)
    )


def compared_head(numbers: Comparing) -> str:
    """The same for the head of a column, which has little room."""
    return _year_before(numbers) or ("" if numbers.compared is None else _("Before"))


def stretch_names(period: Period, grain: Grain) -> list[StretchName]:
    """The names of the stretches of a period, in their order."""
    many_years = period.first.year < period.last.year
    return [_stretch_name(part, grain, period, many_years) for part in stretches(period, grain)]


def time_name(grain: Grain, part: Period) -> str:
    """A stretch by its name in full, wherever it stands."""
    return _stretch_name(part, grain, part, many_years=False).full


def month_name(month: int) -> str:
    """The month in full as it stands inside a line; 1 is January."""
    return _months(current().language, "wide")[month]


def short_month(month: int) -> str:
    """The month as an axis shows it."""
    return _months(current().language, "abbreviated")[month]


def grain_name(grain: Grain) -> str:
    """One stretch, as a heading calls it."""
    return {
        Grain.DAY: _p("statistics", "Day"),
        Grain.WEEK: _p("statistics", "Week"),
        Grain.MONTH: _p("statistics", "Month"),
        Grain.QUARTER: _p("statistics", "Quarter"),
        Grain.YEAR: _p("statistics", "Year"),
    }[grain]


def by_grain(grain: Grain) -> str:
    """The heading of visits over time."""
    return {
        Grain.DAY: _("Visits by day"),
        Grain.WEEK: _("Visits by week"),
        Grain.MONTH: _("Visits by month"),
        Grain.QUARTER: _("Visits by quarter"),
        Grain.YEAR: _("Visits by year"),
    }[grain]


def preset_name(preset: Preset) -> str:
    """What a period with a name is called."""
    return {
        Preset.THIS_MONTH: _("This month"),
        Preset.LAST_MONTH: _("Last month"),
        Preset.THIS_QUARTER: _("This quarter"),
        Preset.LAST_QUARTER: _("Last quarter"),
        Preset.THIS_YEAR: _("This year"),
        Preset.LAST_YEAR: _("Last year"),
        Preset.LAST_12_MONTHS: _("Last 12 whole months"),
        Preset.FREE: _("Free period"),
    }[preset]


def _year_before(numbers: Comparing) -> str:
    period, compared = numbers.period, numbers.compared
    if compared is None or compared.first.year != compared.last.year:
        return ""
    before = period.first.year == period.last.year == compared.last.year + 1
    return str(compared.last.year) if before else ""


def _stretch_name(part: Period, grain: Grain, period: Period, many_years: bool) -> StretchName:
    first, words = part.first, current()
    year = f"/{first.year % 100:02}" if many_years else ""
    if grain is Grain.DAY:
        one_month = (period.first.year, period.first.month) == (period.last.year, period.last.month)
        short = f"{first.day}" if one_month else f"{first.day}.{first.month}."
        return StretchName(short, f"{words.weekday(first)} {words.full_date(first)}")
    if grain is Grain.WEEK:
        number = first.isocalendar().week
        return StretchName(
            _p("axis", "w{n}", n=number),
            _("week {n} ({days})", n=number, days=period_name(part)),
        )
    if grain is Grain.MONTH:
        short = f"{first.month}{year}" if many_years else short_month(first.month)
        return StretchName(short, f"{month_name(first.month)} {first.year}")
    if grain is Grain.QUARTER:
        number = (first.month + 2) // 3
        full = _("quarter {n} of {year}", n=number, year=first.year)
        return StretchName(_p("axis", "Q{n}", n=number) + year, full)
    return StretchName(f"{first.year}", f"{first.year}")


@cache
def _months(language: str, width: Literal["wide", "abbreviated"]) -> dict[int, str]:
    """The names of the months, from the Unicode locale data."""
    from babel.dates import get_month_names

    names = get_month_names(width, "stand-alone", locale=language)
    return {number: name.rstrip(".") for number, name in names.items()}
