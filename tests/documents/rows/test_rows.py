"""Tables as people have them are read whole, or refused in one sentence."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from app.documents.rows import file
from app.documents.rows.file import Table, read_table
from app.domain.client_columns import column_of
from app.domain.errors import Refused
from app.words.sentences import sentence

HEAD = ["given_names", "family_name", "birth_date"]
LINES = [["Yusuf", "Häidari", "1990-01-01"], ["Åsa", "Öhman; née Nyman", ""]]


def read(path: Path) -> Table:
    return read_table(path, lambda heading: column_of(heading) is not None)


def written(folder: Path, content: bytes, name: str = "clients.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def comma(sign: str, *, head: Sequence[str] = HEAD) -> str:
    return "".join(sign.join(f'"{cell}"' for cell in line) + "\r\n" for line in (head, *LINES))


def workbook(*lines: Sequence[Any]) -> bytes:
    book = Workbook()
    for line in lines:
        book.active.append(list(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def why_not(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read(path)
    assert 0 < len(sentence(refused.value)) < 200
    return refused.value.code


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_any_usual_csv(tmp_path: Path, sign: str, encoding: str) -> None:
    table = read(written(tmp_path, comma(sign).encode(encoding)))
    assert table.headings == HEAD
    assert table.lines == [(2, LINES[0]), (3, LINES[1])]


def test_a_line_has_the_number_at_which_it_begins(tmp_path: Path) -> None:
    text = '\ngiven_names\n"Yu\nsuf"\n\n  \nMina\n'
    table = read(written(tmp_path, text.encode()))
    assert table.lines == [(3, ["Yu\nsuf"]), (7, ["Mina"])]


def test_a_workbook_has_real_dates_numbers_and_texts(tmp_path: Path) -> None:
    content = workbook(
        HEAD,
        ["Yusuf", 7, datetime(1990, 1, 1)],
        [],
        [None, 1.5, date(1990, 1, 2)],
        ["=1+1", True, 4.0],
    )
    table = read(written(tmp_path, content, "clients.xlsx"))
    assert table.headings == HEAD
    assert table.lines == [
        (2, ["Yusuf", "7", "1990-01-01"]),
        (4, ["", "1.5", "1990-01-02"]),
        # What a formula gave is in no workbook that a program has written.
        (5, ["", "True", "4"]),
    ]


def test_nothing_but_a_line_of_headings_or_nothing_at_all(tmp_path: Path) -> None:
    assert read(written(tmp_path, b"given_names\n")).lines == []
    for content in (b"", b"\n \n;;\n", workbook([]), b"\xef\xbb\xbf"):
        assert why_not(written(tmp_path, content)) == "table_empty"


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def spoilt(content: bytes) -> bytes:
    """The same with zeros where its first sheet begins."""
    place = content.index(b"xl/worksheets/sheet1.xml") + len(b"xl/worksheets/sheet1.xml")
    return content[:place] + bytes(20) + content[place + 20 :]


def bomb() -> bytes:
    """A hundred kilobytes that unpack to a hundred megabytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w") as sheet,
    ):
        for _million in range(101):
            sheet.write(bytes(1_000_000))
    return out.getvalue()


def with_sheet(sheet: bytes) -> bytes:
    """A workbook whose sheet says this."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(HEAD))) as packed:
        members = {one.filename: packed.read(one) for one in packed.infolist()}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, sheet if "sheet1" in name else content)
    return out.getvalue()


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)
ENTITIES = (
    '<!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    + SHEET.format(rows='<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>')
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (workbook(HEAD)[:-400], "table_damaged"),
        (spoilt(workbook(HEAD)), "table_damaged"),
        (zipped(nothing=b"here"), "table_damaged"),
        (bomb(), "table_too_large"),
        (with_sheet(b"<worksheet"), "table_damaged"),
        (with_sheet(ENTITIES.encode()), "table_damaged"),
        (b"PK\3\4", "table_damaged"),
        (b"given_names\n\x81\xff\n", "table_damaged"),
        (b"\xff\xfeg", "table_damaged"),
        (b'given_names\nYusuf\n"Mina\n', "table_quote"),
        (b'given_names\n"Mina"x\n', "table_quote"),
        (b"given_names\n" + b"x" * 200_000, "table_quote"),
    ],
)
def test_a_broken_table_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    assert why_not(written(tmp_path, content)) == code


def test_a_sheet_that_lies_about_its_size_is_read_to_its_end(tmp_path: Path) -> None:
    rows = '<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'
    assert why_not(written(tmp_path, with_sheet(SHEET.format(rows=rows).encode()))) == "table_empty"


def test_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "LINES_MOST", 3)
    assert why_not(written(tmp_path, b"given_names\na\nb\nc\nd\n")) == "lines_too_many"
    monkeypatch.setattr(file, "BYTES_MOST", 5)
    assert why_not(written(tmp_path, b"given_names\n")) == "table_too_large"


@given(content=st.binary())
def test_any_bytes_are_a_table_or_refused(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(tmp_path_factory.mktemp("bytes"), content)
    told = ""
    try:
        told = "".join(read(path).headings)
    except Refused as refused:
        told = sentence(refused)
    assert told.strip()
