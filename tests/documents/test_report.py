"""The report read back: its fonts, its text, its language, its pages."""

import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from app import localization
from app.documents.report.report import write_report
from tests.documents.accounts import account, over_time, topics


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.pdf"


def said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_every_font_is_embedded_and_our_own(path: Path) -> None:
    write_report(path, account(over_time(), topics(["a", "b"])))
    fonts = [line.split() for line in said("pdffonts", str(path)).splitlines()[2:]]
    assert {re.sub(r"^[A-Z]{6}\+", "", font[0]) for font in fonts} == {
        "NotoSans-Regular",
        "NotoSans-SemiBold",
    }
    for font in fonts:
        embedded, subset, unicode = font[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")


@pytest.mark.parametrize("language", localization.LANGUAGES)
def test_it_says_its_language_and_title(path: Path, language: str) -> None:
    localization.use(language)
    write_report(path, account(over_time()))
    reader = PdfReader(path)
    assert str(reader.root_object["/Lang"]) == language
    assert reader.metadata is not None
    assert reader.metadata.title == f"{localization.current().text('Visitor statistics')} 2026"


def test_a_long_table_repeats_its_head_and_pages_are_numbered(path: Path) -> None:
    names = [f"Line {number}" for number in range(150)]
    write_report(path, account(over_time(), topics(names)))
    pages = [page.extract_text() for page in PdfReader(path).pages]
    whole = len(pages)
    assert whole > 3
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {whole}" in text
        assert "Made 24.11.2026 at 12.00" in text
        assert "For internal use only" in text
    with_lines = [text for text in pages if "Line " in text]
    assert len(with_lines) > 2
    assert all("Mean" in text for text in with_lines)
    assert all(any(name in text.splitlines() for text in pages) for name in names)


def test_words_can_be_searched_and_copied(path: Path) -> None:
    names = ["Kela ja etuudet – ääkköset", "Småbarnspedagogik & skola <br/>", "=1+1"]
    write_report(path, account(topics(names)))
    text = said("pdftotext", "-layout", str(path), "-")
    for name in names:
        assert name in text


def test_hidden_numbers_stand_as_their_marks(path: Path) -> None:
    write_report(path, account(over_time(), internal=False))
    text = said("pdftotext", "-layout", str(path), "-")
    assert re.search(r"2026-12 +12 +<5 +– +\N{BULLET}", text)
    assert "internal" not in text


def test_the_same_account_gives_the_same_pages(path: Path, tmp_path: Path) -> None:
    write_report(path, account(over_time()))
    other = tmp_path / "other.pdf"
    write_report(other, account(over_time()))
    assert said("pdftotext", str(path), "-") == said("pdftotext", str(other), "-")
