"""The six key figures in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.documents.statistics.key_figures import Figure, key_figures
from app.documents.statistics.lists import Lists
from app.domain.figures import Amount
from app.domain.overview import KeyFigures, OpenDays, Overview, Share
from app.domain.periods import Grain, Period
from app.domain.place import location_from
from app.services.chips import bundled_reference
from app.services.places import bundled_locations

NBSP, NONE = "\N{NO-BREAK SPACE}", "\N{EN DASH}"
PLACES = tuple(location_from(data) for data in bundled_locations())
LISTS = Lists(
    tuple(replace(one, waiting_line=one.code == "pietarsaari") for one in PLACES),
    bundled_reference(),
)
SILENT = (("kruunupyy", date(2026, 2, 3)), ("kruunupyy", date(2026, 2, 10)))
NOW = KeyFigures(
    Amount(1486, 1874),
    OpenDays(163, SILENT, (), 1486),
    Share(138, 151),
    Share(375, 1102),
    12,
    12,
    timedelta(minutes=6),
    timedelta(minutes=14),
)
BEFORE = KeyFigures(
    Amount(1297, 1655),
    OpenDays(162, (), (), 1297),
    Share(87, 100),
    Share(38, 100),
    0,
    0,
    timedelta(minutes=8),
    None,
)
NOTHING = KeyFigures(Amount(), OpenDays(0, (), (), 0), Share(0, 0), Share(0, 0), 0, 0, None, None)


def shown(now: KeyFigures = NOW, before: KeyFigures | None = BEFORE) -> list[Figure]:
    overview = Overview(
        period=Period(date(2026, 1, 1), date(2026, 8, 31)),
        compared=Period(date(2025, 1, 1), date(2025, 8, 31)) if before else None,
        locations=("pietarsaari", "uusikaarlepyy", "kruunupyy"),
        grain=Grain.MONTH,
        now=now,
        before=before,
        bars=(),
        topics=(),
        clock={},
        open_hours=frozenset(),
        romaniportti=None,
        romaniportti_before=None,
        romaniportti_days=None,
    )
    return key_figures(overview, LISTS)


def test_values_changes_and_bases() -> None:
    assert [(one.value, one.change and one.change.shown, one.base) for one in shown()] == [
        (f"1{NBSP}486", f"+15{NBSP}%", f"1{NBSP}297 same time 2025"),
        (f"1{NBSP}874", f"+13{NBSP}%", f"1{NBSP}655 same time 2025"),
        ("9.1", "+1.1", "163 open days, 2 without entry"),
        (f"91{NBSP}%", "+4 pp", "138 of 151 needs"),
        (f"34{NBSP}%", "\N{MINUS SIGN}4 pp", f"of 1{NBSP}102 asked"),
        (f"6{NBSP}min", f"\N{MINUS SIGN}2{NBSP}min", "Jakobstad, service 14 min"),
    ]


def test_which_change_is_welcome() -> None:
    assert [one.good for one in shown()] == [1, 1, 1, 1, 0, -1]


def test_all_of_a_figure_is_read_out() -> None:
    assert shown()[2].spoken() == (
        "Visits per open day: 9.1, 1.1 more, 163 open days, 2 without entry, Enter lists these days"
    )
    assert all(one.definition for one in shown())


def test_nothing_is_divided_by_nothing() -> None:
    assert [(one.value, one.change) for one in shown(NOTHING, NOTHING)] == [
        ("0", None),
        ("0", None),
        *[(NONE, None)] * 4,
    ]
    assert not any(one.opens for one in shown(NOTHING, NOTHING))


def test_alone_no_figure_has_a_change() -> None:
    assert all(one.change is None for one in shown(before=None))
    assert shown(before=None)[0].base == ""


@pytest.mark.parametrize("days", [0, 20])
def test_unknown_hours_are_said(days: int) -> None:
    now = replace(NOW, open_days=OpenDays(days, (), ("kruunupyy",), 40))
    base = shown(now)[2].base
    assert base.endswith("hours not known: Kronoby")
    assert ("20 open days" in base) is bool(days)


def test_the_sums_never_speak_of_romaniportti_as_a_part() -> None:
    assert "Romaniportti is in no sum" in shown()[0].definition
