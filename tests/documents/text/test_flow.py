"""The paragraph in columns, in cells of a table, over pages."""

import io
import re

import pytest
from pypdf import PdfReader
from reportlab.platypus import Table

from app.documents.text.canvas import TextCanvas
from app.documents.text.flow import Side, Text
from app.documents.text.piece import Look, Piece

LOOK = Look(10)
WORDS = "Voit tulla ilman ajanvarausta."
PAGE = (300.0, 400.0)


def text(words: str = WORDS, language: str = "fi", *, side: Side = Side.LEFT) -> Text:
    return Text([Piece(words, LOOK, language)], rtl=language == "ar", side=side)


def canvas(out: io.BytesIO) -> TextCanvas:
    return TextCanvas(out, "fi", PAGE, "Koe")


def content(out: io.BytesIO) -> str:
    contents = PdfReader(out).pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode("ascii")


def test_in_a_cell_of_a_table_it_breaks_at_the_cells_width() -> None:
    out = io.BytesIO()
    page = canvas(out)
    table = Table([[text(), text("نعم", "ar", side=Side.RIGHT)]], colWidths=[90, 100])
    _, high = table.wrapOn(page, 200, 300)
    table.drawOn(page, 20, 100)
    page.save()
    assert high >= 2 * 10 * LOOK.leading
    assert PdfReader(out).pages[0].extract_text().split()[:4] == WORDS.split()
    assert b"Helvetica" not in out.getvalue()


def test_it_splits_between_lines_and_nothing_is_lost() -> None:
    whole = text(WORDS * 5)
    _, high = whole.wrap(80, 1000)
    parts = [one for one in whole.split(80, 3.5 * 13) if isinstance(one, Text)]
    assert [len(one.lines) for one in parts] == [3, len(whole.lines) - 3]
    assert sum(one.height for one in parts) == pytest.approx(high)
    assert whole.split(80, 5) == []
    assert whole.split(80, 1000) == []


@pytest.mark.parametrize(("side", "x"), [(Side.LEFT, 0), (Side.MIDDLE, 0.5), (Side.RIGHT, 1)])
def test_lines_stand_at_their_side(side: Side, x: float) -> None:
    out = io.BytesIO()
    page = canvas(out)
    one = text(side=side)
    one.wrap(250, 100)
    one.drawOn(page, 0, 50)
    page.save()
    found = float(re.findall(r"1 0 0 1 ([\d.]+) [\d.]+ Tm", content(out))[0])
    assert found == pytest.approx(x * (250 - one.natural()), abs=0.02)


def test_a_piece_in_another_language_says_so() -> None:
    out = io.BytesIO()
    page = canvas(out)
    both = Text([Piece("العنوان", LOOK, "ar"), Piece(" · Osoite", LOOK, "fi")], rtl=True)
    both.wrap(200, 100)
    both.drawOn(page, 0, 50)
    page.save()
    assert "/Lang (fi)" in content(out)
    assert "/Lang (ar)" not in content(out)


def test_signs_that_would_end_the_paragraph_become_spaces() -> None:
    broken = text("yksi\nkaksi\u2029kolme\tneljä\x00")
    broken.wrap(500, 100)
    assert len(broken.lines) == 1
    assert broken.paragraph.text == "yksi kaksi kolme neljä "


def test_an_empty_text_takes_no_room() -> None:
    out = io.BytesIO()
    page = canvas(out)
    empty = text("")
    assert empty.wrap(100, 100) == (100, 0)
    empty.drawOn(page, 0, 0)
    page.save()
    assert len(PdfReader(out).pages) == 1


def test_a_character_that_no_font_has_can_still_be_copied() -> None:
    out = io.BytesIO()
    page = canvas(out)
    one = text("漢字 ok")
    one.wrap(200, 100)
    one.drawOn(page, 0, 50)
    page.save()
    assert "FEFF6F22" in content(out)


def test_the_same_words_stand_at_two_sides_and_in_two_widths() -> None:
    wide, narrow = text(side=Side.RIGHT), text()
    assert wide.wrap(500, 100)[1] < narrow.wrap(80, 100)[1]
    out = io.BytesIO()
    page = canvas(out)
    wide.drawOn(page, 0, 0)
    narrow.drawOn(page, 0, 100)
    page.save()
    assert PdfReader(out).pages[0].extract_text().split() == WORDS.split() * 2
