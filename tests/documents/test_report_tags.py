"""The report as a screen reader has it: its structure read back by other libraries."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app import localization
from app.documents.report.report import write_report
from app.documents.sheet import Sheet, SheetRow
from app.documents.statistics.account import Chart, Kind, Part
from tests.documents.accounts import account, over_time, topics

NAMES = [f"Line {number}" for number in range(150)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.pdf"


def told(path: Path) -> list[str]:
    """Tags and texts in the order in which they are read, without their depth."""
    command = ("pdfinfo", "-struct-text", str(path))
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = (line.strip().removesuffix(":") for line in said.replace("\xa0", " ").splitlines())
    return [line.removesuffix(" (block)") for line in lines if line and line[0] != "/"]


def elements(path: Path) -> Iterator[Any]:
    """The parts of the structure in the same order."""

    def walk(node: Any) -> Iterator[Any]:
        node = node.get_object()
        if isinstance(node, dict):
            yield node
            for kid in node.get("/K", []):
                yield from walk(kid)

    root: Any = PdfReader(path).root_object
    yield from walk(root["/StructTreeRoot"]["/K"])


def alternatives(path: Path) -> list[str]:
    return [node["/Alt"] for node in elements(path) if node["/S"] == "/Figure"]


def clock() -> Part:
    """Two days by two hours; on the second the last hour is closed."""
    rows = (SheetRow(("Monday", 12, 3)), SheetRow(("Tuesday", 7, None)))
    sheet = Sheet(("Weekday", "9", "10"), rows)
    return Part("Clock", "Weekday by hour", sheet, Chart(Kind.HEAT, (1, 2)))


def test_it_is_read_from_its_title_to_its_definitions(path: Path) -> None:
    write_report(path, account(over_time()))
    read = told(path)
    assert read[:5] == ["Document", "H1", '"Visitor statistics"', "P", '"2026"']
    assert read[5:7] == ["P", '"Here · There"']
    figures = read.index("L")
    assert read[figures : figures + 9] == [
        *("L", "LI", "LBody"),
        *("P", '"Visits"', "P", '"1 486"', "P", '"of 2"'),
    ]
    assert [read[n + 1] for n, tag in enumerate(read) if tag == "H2"] == [
        '"Visits by month"',
        '"Definitions"',
    ]
    order = [read.index(tag) for tag in ("H1", "L", "H2", "Figure", "Table")]
    assert order == sorted(order)


def test_cells_are_read_row_by_row_with_their_heads(path: Path) -> None:
    write_report(path, account(over_time()))
    read = told(path)
    table = read[read.index("Table") :]
    heads = ("Month", "Here", "There", "2025", "Together")
    assert table[1:12] == ["TR", *(said for head in heads for said in ("TH", f'"{head}"'))]
    december = table.index('"2026-12"')
    assert table[december - 2 : december + 9] == [
        *("TR", "TH", '"2026-12"', "TD", '"12"', "TD", '"<5"', "TD", '"–"', "TD", '"•"')
    ]
    cells = [node for node in elements(path) if node["/S"] == "/TH"]
    scopes = [cell["/A"]["/Scope"] for cell in cells[: 5 + 12]]
    assert scopes == ["/Column"] * 5 + ["/Row"] * 12


def test_a_table_over_many_pages_is_one_and_its_head_is_read_once(path: Path) -> None:
    write_report(path, account(topics(NAMES)))
    assert len(PdfReader(path).pages) > 3
    tables = [node for node in elements(path) if node["/S"] == "/Table"]
    assert [len(table["/K"]) for table in tables] == [len(NAMES) + 1, 3]
    read = told(path)
    assert read.count('"Mean"') == 1
    assert [line.strip('"') for line in read if line.startswith('"Line ')] == NAMES


def test_a_chart_says_what_it_is_and_one_without_a_table_all_its_numbers(path: Path) -> None:
    write_report(path, account(over_time(), clock()))
    assert alternatives(path) == [
        "Visits by month: a chart of the table below.",
        "Weekday by hour\nMonday. 9: 12, 10: 3.\nTuesday. 9: 7.",
    ]


def test_all_that_is_drawn_is_told_or_for_the_eye_alone(path: Path) -> None:
    write_report(path, account(over_time(), topics(NAMES), clock()))
    reader = PdfReader(path)
    root: Any = reader.root_object
    tree = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for number, page in enumerate(reader.pages):
        contents = page.get_contents()
        assert contents is not None
        depth, drawn = 0, re.findall(rb"\b(BDC|BMC|EMC|Tj|S|f|re)\b", contents.get_data())
        for operator in drawn:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            assert depth in ((0, 1) if operator == b"EMC" else (1,))
        marks = re.findall(rb"/MCID (\d+)", contents.get_data())
        assert [int(mark) for mark in marks] == list(range(len(tree[2 * number + 1])))
        assert str(page["/StructParents"]) == str(number)


@pytest.mark.parametrize("language", localization.LANGUAGES)
def test_the_structure_is_in_the_language_of_the_report(path: Path, language: str) -> None:
    localization.use(language)
    write_report(path, account(over_time()))
    document = next(elements(path))
    assert (document["/S"], document["/Lang"]) == ("/Document", language)
    root: Any = PdfReader(path).root_object
    assert root["/MarkInfo"]["/Marked"]
