"""Screen, CSV, workbook and report carry the same numbers, read back by others than wrote them."""

import csv
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from sqlalchemy import select

from app import localization
from app.documents.sheet import written
from app.documents.statistics.referral_sheet import BY as BY_OUTCOME
from app.documents.statistics.referral_sheet import referral_note, referral_sheet
from app.documents.statistics.sheets import stretches_sheet
from app.domain.errors import Refused
from app.domain.figures import Dimension, Question
from app.domain.overview import Wish
from app.domain.periods import Period
from app.domain.presets import same_a_year_before
from app.domain.referral import Outcome, State, Why
from app.domain.referral_figures import ReferralQuestion
from app.domain.roles import Role
from app.services import exports, referrals, statistics, target, visits
from app.services.exports import Form, Order, export, file_name, internal_account, order_of
from app.services.lists import read_lists
from app.services.overview import overview
from app.services.public_figures import public_figures
from app.services.referral_figures import figures, names
from app.services.slips import SlipWish, print_slip
from app.services.unit import Desk
from app.store.models import LogRow
from tests.desks import SetClock, colleague, visit

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
BY = (Dimension.LOCATION, Dimension.MONTH, Dimension.TOPIC)
QUESTION = Question(NOVEMBER, BY)
Keyed = dict[tuple[str, str, str], tuple[int, int]]


@pytest.fixture
def counted(desk: Desk, clock: SetClock) -> Desk:
    """Visits of three Tuesdays at three locations."""
    for day in range(3):
        with desk.write() as unit:
            for topic, location, persons in (
                ("letter", "pietarsaari", 1 + day),
                ("letter", "pietarsaari", 2),
                ("housing", "kruunupyy", 1),
                ("benefits", "romaniportti", 3),
            ):
                visits.record(unit, visit(topic, location=location, persons=persons))
        clock.forward(days=-7)
    clock.forward(days=21)
    return desk


def from_csv(path: Path, name: Callable[[Dimension, str], str]) -> Keyed:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (
                name(Dimension.LOCATION, row["location"]),
                row["month"],
                name(Dimension.TOPIC, row["topic"]),
            ): (int(row["visits"]), int(row["persons"]))
            for row in csv.DictReader(file)
        }


def from_workbook(path: Path) -> Keyed:
    sheet = load_workbook(path).worksheets[0]
    return {
        (row[0], f"{row[1]:%Y-%m}", row[2]): (row[3], row[4])
        for row in sheet.iter_rows(min_row=5, values_only=True)
    }


def from_report(path: Path) -> Keyed:
    found = {}
    for line in text_of(path).splitlines():
        cells = re.split(r"\s{2,}", line.strip())
        if len(cells) == 5 and cells[1] == "November 2026":
            found[cells[0], "2026-11", cells[2]] = int(cells[3]), int(cells[4])
    return found


def written_to(desk: Desk, order: Order, path: Path) -> Path:
    """An order in the form that the name of the file says."""
    return export(desk, order, Form(path.suffix[1:]), path).path


def text_of(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_all_forms_carry_the_numbers_of_the_screen(counted: Desk, tmp_path: Path) -> None:
    paths = {
        form: written_to(counted, order_of(QUESTION, internal=True), tmp_path / f"numbers.{form}")
        for form in Form
    }
    with counted.read() as unit:
        names = read_lists(unit).names
        exact = statistics.figures(unit, QUESTION)
    expected = {
        (
            names.value(Dimension.LOCATION, line.values[0]),
            str(line.values[1]),
            names.value(Dimension.TOPIC, line.values[2]),
        ): (line.amount.visits, line.amount.persons)
        for line in exact.lines
    }
    assert len(expected) == 3
    assert from_csv(paths[Form.CSV], names.value) == expected
    assert from_workbook(paths[Form.XLSX]) == expected
    assert from_report(paths[Form.PDF]) == expected


def test_the_parts_are_those_of_the_screen(counted: Desk, tmp_path: Path) -> None:
    wish = Wish(NOVEMBER, same_a_year_before(NOVEMBER), ("pietarsaari", "kruunupyy"))
    order = Order(Question(NOVEMBER, (), wish.locations), wish, Dimension.LANGUAGE, internal=True)
    book = load_workbook(written_to(counted, order, tmp_path / "parts.xlsx"))
    report = written_to(counted, order, tmp_path / "parts.pdf")
    with counted.read() as unit:
        screen = stretches_sheet(overview(unit, wish), read_lists(unit))
    head = [cell.value for cell in book["Day"][4]]
    rows = [row[1:] for row in book["Day"].iter_rows(min_row=5, values_only=True)]
    assert head == list(screen.head)
    assert rows == [row.cells[1:] for row in screen.rows]
    printed = {tuple(re.split(r"\s{2,}", one.strip())) for one in text_of(report).splitlines()}
    assert {tuple(map(written, row.cells)) for row in screen.rows} <= printed


def test_the_whole_is_the_sum_of_the_portals(counted: Desk, tmp_path: Path) -> None:
    path = written_to(counted, order_of(QUESTION, internal=True), tmp_path / "sum.xlsx")
    rows = {
        row[0]: row[1:]
        for row in load_workbook(path)["Location"].iter_rows(min_row=5, values_only=True)
    }
    together, apart = rows.pop("Together"), rows.pop("Romaniportti")
    assert together == tuple(map(sum, zip(*rows.values(), strict=True)))
    assert together == (15, 9)
    assert apart == (9, 3)
    assert len(rows) == 3


@pytest.fixture
def referred(counted: Desk, tmp_path: Path) -> Desk:
    """Four slips of today with what came of them, one of the location that stands apart."""
    numbers = [
        print_slip(counted, SlipWish((service,), "fi", "fi", place), tmp_path / "s.pdf").number
        for service, place in (
            ("org-kela", "pietarsaari"),
            ("org-kela", "kruunupyy"),
            ("ngo-frida", "pietarsaari"),
            ("org-kela", "romaniportti"),
        )
    ]
    with counted.write() as unit:
        referrals.enter(unit, numbers[0], Outcome(State.TAKEN_UP))
        referrals.enter(unit, numbers[1], Outcome(State.UNKNOWN))
        referrals.enter(unit, numbers[2], Outcome(State.TURNED_AWAY, why=Why.NO_ROOM))
    return counted


@pytest.mark.parametrize(
    ("language", "name", "kela"),
    [
        ("fi", "Ohjaukset", "Kela (Kansaneläkelaitos)"),
        ("sv", "Hänvisningar", "FPA (Folkpensionsanstalten)"),
        ("en", "Referrals", "Kela (Social Insurance Institution of Finland)"),
    ],
)
def test_internal_paper_tells_what_came_of_referrals(
    referred: Desk, tmp_path: Path, language: str, name: str, kela: str
) -> None:
    localization.use(language)
    order = order_of(QUESTION, internal=True)
    book = load_workbook(written_to(referred, order, tmp_path / "referred.xlsx"))
    report = written_to(referred, order, tmp_path / "referred.pdf")
    with referred.read() as unit:
        answer = figures(unit, ReferralQuestion(NOVEMBER, BY_OUTCOME))
        screen = referral_sheet(answer, names(unit))
    assert (screen.rows[0].cells[0], answer.romaniportti) == (kela, 1)
    sheet = book[name]
    assert [cell.value for cell in sheet[4]] == list(screen.head)
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert rows == [row.cells for row in screen.rows]
    assert rows[-1][-1] == answer.portals == 3
    assert sheet["A3"].value == referral_note(answer)
    printed = {tuple(re.split(r"\s{2,}", one.strip())) for one in text_of(report).splitlines()}
    assert {tuple(map(written, row.cells)) for row in screen.rows} <= printed
    assert set(" ".join(screen.head).split()) <= set(text_of(report).split())


def test_referrals_are_on_no_paper_that_anybody_may_read(referred: Desk, tmp_path: Path) -> None:
    month = Period(date(2026, 10, 1), date(2026, 10, 31))
    order = order_of(Question(month, (Dimension.LOCATION,)), internal=False)
    book = load_workbook(written_to(referred, order, tmp_path / "public.xlsx"))
    assert "Referrals" not in book.sheetnames
    assert "Kela (Social" not in text_of(written_to(referred, order, tmp_path / "public.pdf"))


def test_without_referrals_there_is_no_such_sheet(counted: Desk, tmp_path: Path) -> None:
    path = written_to(counted, order_of(QUESTION, internal=True), tmp_path / "none.xlsx")
    assert "Referrals" not in load_workbook(path).sheetnames


@pytest.mark.parametrize("language", localization.LANGUAGES)
def test_every_page_and_sheet_says_that_it_is_internal(
    counted: Desk, tmp_path: Path, language: str
) -> None:
    localization.use(language)
    mark = localization.current().text("For internal use only: exact numbers.")
    order = order_of(QUESTION, internal=True)
    pages = PdfReader(written_to(counted, order, tmp_path / "a.pdf")).pages
    assert len(pages) > 1
    for page in pages:
        assert mark in page.extract_text()
    for sheet in load_workbook(written_to(counted, order, tmp_path / "a.xlsx")):
        assert sheet["A2"].value == mark
        assert sheet.oddHeader.right.text == mark
    assert "internal" in file_name(order, Form.PDF)


def test_an_export_is_on_record(counted: Desk, tmp_path: Path) -> None:
    for form in Form:
        export(counted, order_of(QUESTION, internal=True), form, tmp_path / f"x.{form}")
    with counted.read() as unit:
        kept = unit.session.scalars(
            select(LogRow.subject)
            .where(LogRow.action == "statistics.export")
            .order_by(LogRow.number)
        ).all()
    assert kept == [f"2026-11-01/2026-11-30 location,month,topic {form} internal" for form in Form]


def test_only_those_with_the_right_export(counted: Desk, tmp_path: Path) -> None:
    adviser = colleague(counted, "oskar", Role.ADVISER)
    with pytest.raises(Refused, match="no_right"):
        export(adviser, order_of(QUESTION, internal=True), Form.CSV, tmp_path / "x.csv")
    assert not (tmp_path / "x.csv").exists()


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(
    counted: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "kept.pdf"
    path.write_text("old")

    def fails(*arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.documents.report.report.write_report", fails)
    with pytest.raises(Refused, match="disk_full"):
        export(counted, order_of(QUESTION, internal=True), Form.PDF, path)
    assert [one.name for one in folder.iterdir()] == ["kept.pdf"]
    assert path.read_text() == "old"


def test_a_file_that_cannot_be_replaced_is_in_use(
    counted: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(finished: Path, path: Path) -> None:
        raise PermissionError(13, "The process cannot access the file", str(path))

    monkeypatch.setattr(target, "put_in_place", held)
    with pytest.raises(Refused, match="target_in_use"):
        export(counted, order_of(QUESTION, internal=True), Form.CSV, tmp_path / "x.csv")
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize("mark", [".~lock.x.xlsx#", "~$x.xlsx"])
def test_a_file_that_an_office_program_has_open_is_in_use(
    counted: Desk, tmp_path: Path, mark: str
) -> None:
    (tmp_path / mark).touch()
    with pytest.raises(Refused, match="target_in_use"):
        export(counted, order_of(QUESTION, internal=True), Form.XLSX, tmp_path / "x.xlsx")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2026/11.csv", "path_missing"),
        ("folder", "target_is_folder"),
        ("x" * 300 + ".csv", "target_name_too_long"),
    ],
)
def test_a_place_where_no_file_can_stand(
    counted: Desk, tmp_path: Path, name: str, code: str
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(Refused, match=code):
        export(counted, order_of(QUESTION, internal=True), Form.CSV, tmp_path / name)


@pytest.mark.parametrize(
    ("period", "locations"),
    [
        (Period(date(2026, 11, 24), date(2026, 11, 24)), ()),
        (Period(date(1980, 1, 1), date(2029, 12, 31)), ()),
        (Period(date(2026, 1, 1), date(2026, 1, 31)), ()),
        (NOVEMBER, ("uusikaarlepyy",)),
        (NOVEMBER, ("romaniportti",)),
    ],
    ids=["one day", "fifty years", "no visits", "closed all period", "Romaniportti alone"],
)
@pytest.mark.parametrize("form", Form)
def test_unusual_questions_have_a_file(
    counted: Desk, tmp_path: Path, period: Period, locations: tuple[str, ...], form: Form
) -> None:
    question = Question(period, (Dimension.LOCATION, Dimension.YEAR), locations)
    path = written_to(counted, order_of(question, internal=True), tmp_path / f"x.{form}")
    assert path.stat().st_size > 0
    if form is Form.PDF:
        assert len(PdfReader(path).pages) < 8


def test_the_offered_name_tells_the_period() -> None:
    def name(first: date, last: date) -> str:
        return file_name(order_of(Question(Period(first, last)), internal=True), Form.XLSX)

    whole = name(date(2026, 1, 1), date(2026, 9, 30))
    assert whole == "kotoportti-internal-2026-01-2026-09.xlsx"
    assert name(date(2026, 2, 1), date(2026, 2, 28)) == "kotoportti-internal-2026-02.xlsx"
    days = name(date(2026, 2, 2), date(2026, 2, 28))
    assert days == "kotoportti-internal-2026-02-02-2026-02-28.xlsx"


def test_progress_can_end_the_counting(counted: Desk, tmp_path: Path) -> None:
    def stop(done: int, whole: int) -> None:
        raise Refused("cancelled")

    question = Question(NOVEMBER, (Dimension.TOPIC, Dimension.LANGUAGE))
    with pytest.raises(Refused, match="cancelled"):
        export(counted, order_of(question, internal=True), Form.XLSX, tmp_path / "x.xlsx", stop)
    assert not (tmp_path / "x.xlsx").exists()


def test_definitions_say_what_does_not_add_up(counted: Desk) -> None:
    question = Question(NOVEMBER, (Dimension.ANY_TOPIC,))
    with counted.read() as unit:
        account = internal_account(unit, order_of(question, internal=True))
    terms = dict(account.definitions)
    assert "does not add up" in terms["Any topic"]
    assert terms["Period"] == "1.11.2026–30.11.2026, both days counted"
    assert terms["Made"] == "24.11.2026 12.00"
    assert account.lines is not None
    assert "do not add up" in account.lines.note
    assert exports.made_at(unit).tzinfo is None


def marks_from_report(path: Path) -> dict[tuple[str, str], str]:
    found = {}
    for line in text_of(path).splitlines():
        cells = re.split(r"\s{2,}", line.strip())
        if len(cells) == 4 and cells[1] == "November 2026":
            found[cells[0], cells[2]] = cells[3]
    return found


def test_all_public_forms_carry_the_same_marks(
    counted: Desk, clock: SetClock, tmp_path: Path
) -> None:
    with counted.write() as unit:
        for topic, times in (("letter", 3), ("housing", 12), ("work", 9)):
            for _ in range(times):
                visits.record(unit, visit(topic, location="kruunupyy"))
    clock.forward(days=20)
    order = order_of(QUESTION, internal=False)
    handed = {form: export(counted, order, form, tmp_path / f"public.{form}") for form in Form}
    with counted.read() as unit:
        names = read_lists(unit).names
        expected = {
            (
                names.value(Dimension.LOCATION, line.values[0]),
                names.value(Dimension.TOPIC, line.values[2]),
            ): str(line.visits)
            for line in public_figures(unit, QUESTION).lines
        }
    kronoby = "Integration Portal Kronoby"
    assert expected[kronoby, names.value(Dimension.TOPIC, "letter")] == "<5"
    assert {one.hidden["primary"] for one in handed.values()} == {1}
    with handed[Form.CSV].path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["internal"] for row in rows} == {"false"}
    assert [row["visits"] for row in rows if row["hidden"]] == [""] * len(
        [one for one in expected.values() if not one.isdigit()]
    )
    sheet = load_workbook(handed[Form.XLSX].path).worksheets[0]
    found = {(row[0], row[2]): str(row[3]) for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert found == expected
    assert marks_from_report(handed[Form.PDF].path) == expected
    text = text_of(handed[Form.PDF].path)
    assert "internal use only" not in text
    assert "Hidden numbers" in text
    assert file_name(order, Form.PDF) == "kotoportti-2026-11.pdf"


def test_a_public_export_closes_its_month(counted: Desk, clock: SetClock, tmp_path: Path) -> None:
    clock.forward(days=20)
    order = order_of(Question(NOVEMBER, (Dimension.MONTH,)), internal=False)
    before = written_to(counted, order, tmp_path / "before.csv").read_text()
    clock.forward(days=-20)
    with counted.write() as unit:
        visits.record(unit, visit("letter"))
    clock.forward(days=20)
    assert written_to(counted, order, tmp_path / "after.csv").read_text() == before
