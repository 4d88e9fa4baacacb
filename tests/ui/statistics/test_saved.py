"""Reports that are kept: saved from the view, run again, taken away, by keys and clicks."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.presets import Preset
from app.domain.saved_report import SavedReport
from app.services.saved_reports import saved_reports
from app.ui.statistics.saved_view import SavedView
from tests.ui.statistics.conftest import CONTROL, Hands, Opens
from tests.ui.statistics.test_exporting import choose, told
from tests.ui.statistics.test_tab import POPUP

pytestmark = POPUP
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened_list(hands: Hands) -> SavedView:
    hands.press(Qt.Key.Key_R, CONTROL | SHIFT)
    view = hands.tab.keeping.view
    assert view.isVisible()
    return view


def save(hands: Hands, name: str, form: str = "pdf") -> None:
    view = opened_list(hands)
    QTest.mouseClick(view.form.segments[form], Qt.MouseButton.LeftButton)
    view.field.edit.setFocus()
    QTest.keyClicks(view.field.edit, name)
    QTest.keyClick(view.field.edit, Qt.Key.Key_Return)


def kept(hands: Hands) -> list[SavedReport]:
    with hands.desk.read() as unit:
        return saved_reports(unit)


@pytest.fixture
def public(opened: Opens) -> Hands:
    """A supervisor in public mode."""
    return opened("supervisor", internal=False)


def test_what_is_shown_is_saved_under_a_name(public: Hands) -> None:
    assert opened_list(public).none.isVisible()
    save(public, "Board", "xlsx")
    (report,) = kept(public)
    assert (report.name, report.days, report.form) == ("Board", Preset.THIS_YEAR, "xlsx")
    assert report.by == ("location", "month", "language")
    assert not report.internal
    assert not public.tab.keeping.view.isVisible()
    row = opened_list(public).rows.row_at(0)
    assert row.title == "Board"
    assert row.detail.startswith("This year · ")
    assert row.detail.endswith("XLSX · public")


def test_a_saved_report_runs_again(public: Hands, tmp_path: Path) -> None:
    save(public, "Board", "xlsx")
    public.kind("month")
    view = opened_list(public)
    QTest.keyClick(view.rows, Qt.Key.Key_Return)
    path = tmp_path / "again.xlsx"
    assert choose(public, path) == "kotoportti-Board-2026-01-2026-10.xlsx"
    assert load_workbook(path).sheetnames
    assert ("Saved again.xlsx", "") in told(public)


def test_a_name_that_no_file_could_have_is_said_and_stays(public: Hands) -> None:
    save(public, "1/2026")
    view = public.tab.keeping.view
    assert view.isVisible()
    assert view.field.error()
    assert view.field.text() == "1/2026"
    assert kept(public) == []


def test_saving_and_taking_away_have_their_way_back(public: Hands) -> None:
    save(public, "Board")
    public.window.undo.take_back_last()
    assert kept(public) == []
    save(public, "Board")
    before = kept(public)
    view = opened_list(public)
    QTest.keyClick(view.rows, Qt.Key.Key_Delete)
    assert kept(public) == []
    public.window.undo.take_back_last()
    assert kept(public) == before


def test_another_of_the_same_name_takes_its_place_until_undone(public: Hands) -> None:
    save(public, "Board", "pdf")
    before = kept(public)
    public.kind("month")
    save(public, "Board", "csv")
    assert [one.form for one in kept(public)] == ["csv"]
    public.window.undo.take_back_last()
    assert kept(public) == before


def test_an_exact_view_is_saved_as_internal(hands: Hands) -> None:
    save(hands, "Inside")
    assert kept(hands)[0].internal
    assert opened_list(hands).rows.row_at(0).detail.endswith("internal")


def test_an_adviser_runs_what_there_is_and_saves_nothing(opened: Opens) -> None:
    hands = opened("adviser", internal=False)
    view = opened_list(hands)
    assert view.none.text() == "None yet. A supervisor saves them."
    assert not any(part.isVisible() for part in (view.field, view.form, view.save, view.forget))
