"""Large print and the receipt: one language above the other, sizes, colours, whatever is asked."""

import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from app.documents.slip.code import Code
from app.documents.slip.pages import slip_pdf
from app.domain.place import Hours, Span, Week
from app.domain.slip import Paper, Slip
from tests.documents.slip.reading import heights, placed, read, said
from tests.documents.slip.slips import LANGUAGES, RTL, book, expected, hours, slip, stop

STACKED = (Paper.LARGE, Paper.RECEIPT)
ARABIC_SCALE = 1.15
_STOPS = ":.,"


def contents(page: PageObject) -> str:
    code = page.get_contents()
    assert code is not None
    return code.get_data().decode("latin-1")


def sizes(reader: PdfReader) -> set[float]:
    """The sizes of letters; Arabic script is drawn larger for the same."""
    found = set()
    for page in reader.pages:
        found |= {float(one) for one in re.findall(r"/K\d+ ([\d.]+) Tf", contents(page))}
    return found


def colours(reader: PdfReader) -> set[str]:
    return {
        colour
        for page in reader.pages
        for colour in re.findall(r"^([\d. ]+) (?:rg|RG)$", contents(page), re.MULTILINE)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_large_print_has_no_letter_below_sixteen_points(language: str) -> None:
    for one in (slip(language), expected(language)):
        reader = read(slip_pdf(one, book(), Paper.LARGE))
        assert len(reader.pages) <= 2
        assert min(sizes(reader)) >= 16
        for page in reader.pages:
            assert [float(side) for side in page.mediabox] == pytest.approx([0, 0, *A4], abs=0.1)


def test_what_is_read_has_eighteen_points() -> None:
    reader = read(slip_pdf(slip("uk"), book(), Paper.LARGE))
    read_at = sorted(sizes(reader))
    assert next(one for one in read_at if one >= 18) < 18.5
    arabic = sizes(read(slip_pdf(slip("ar"), book(), Paper.LARGE)))
    assert any(abs(one - 18.13 * ARABIC_SCALE) < 0.05 for one in arabic)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_is_one_page_as_long_as_what_stands_on_it(language: str, tmp_path: Path) -> None:
    for one in (slip(language), expected(language)):
        data = slip_pdf(one, book(), Paper.RECEIPT)
        (page,) = read(data).pages
        wide, high = (float(side) for side in tuple(page.mediabox)[2:])
        assert wide == pytest.approx(80 * mm, abs=0.1)
        boxes = [box for boxes in placed(tmp_path, data).values() for box in boxes]
        assert min(box.left for box in boxes) >= 4 * mm - 0.5
        assert max(box.right for box in boxes) <= 76 * mm + 0.5
        assert min(box.top for box in boxes) < 8 * mm
        assert high - max(box.bottom for box in boxes) < 8 * mm


@pytest.mark.parametrize("paper", STACKED)
def test_all_is_black_on_white(paper: Paper) -> None:
    reader = read(slip_pdf(slip("ar"), book(), paper))
    if paper is Paper.RECEIPT:
        assert colours(reader) == {"0 0 0", "1 1 1"}
    else:
        assert colours(reader) == {"0 0 0", "1 1 1", ".6 .6 .6"}


@pytest.mark.parametrize("paper", STACKED)
@pytest.mark.parametrize("language", ["uk", "so", "vi"])
def test_the_visitors_language_stands_above_the_other(
    language: str, paper: Paper, tmp_path: Path
) -> None:
    at = heights(tmp_path, slip_pdf(slip(language), book(), paper))
    pairs = (("bring_with_you", "Ota"), ("residence_permit_card", "Oleskelulupakortti"))
    for key, finnish in (*pairs, ("advice_free", "Neuvonta")):
        word = max(book().phrase(key, language).text.split(), key=len).strip(_STOPS)
        (above,) = {high for told, high in at.items() if told.strip(_STOPS) == word}
        assert above < at[finnish]


@pytest.mark.parametrize("paper", STACKED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_begins_where_the_reader_begins(
    language: str, paper: Paper, tmp_path: Path
) -> None:
    data = slip_pdf(slip(language), book(), paper)
    wide = float(read(data).pages[0].mediabox[2])
    at = placed(tmp_path, data)
    if language in RTL:
        for word in ("Kvarnen", "Torgarentie", "tänne:"):
            assert max(box.right for box in at[word]) > wide * 0.6
    else:
        for word in ("Kvarnen", "Torgarentie", "Sinut"):
            assert min(box.left for box in at[word]) < wide * 0.3
    (today,) = at["1.9."]
    (open_then,) = [box for box in at["9–15"] if abs(box.bottom - today.bottom) < 15]
    assert (open_then.left < today.left) is (language in RTL)


LONG = "Ääkköslaitos" * 25
THRICE = (
    Span(time(9), time(12)),
    Span(time(10, 30), time(16, 30)),
    Span(time(17), time(19, 15)),
)


@pytest.mark.parametrize("paper", STACKED)
@pytest.mark.parametrize("language", ["uk", "ar"])
def test_a_very_long_name_is_all_there(language: str, paper: Paper, tmp_path: Path) -> None:
    long = replace(stop(known=hours()), name=LONG, street=LONG)
    data = slip_pdf(slip(language, long), book(), paper)
    assert "".join(said(tmp_path, data).split()).count("kköslaitos") >= 46
    wide = float(read(data).pages[0].mediabox[2])
    assert all(
        box.left > 0 and box.right < wide
        for boxes in placed(tmp_path, data).values()
        for box in boxes
    )


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "fa"])
def test_hours_that_overlap_stand_as_they_were_told(
    language: str, paper: Paper, tmp_path: Path
) -> None:
    told = Hours((Week(date(2025, 1, 1), dict.fromkeys(range(7), THRICE)),))
    text = said(tmp_path, slip_pdf(slip(language, stop(known=told)), book(), paper))
    for span in ("9–12", "10.30–16.30", "17–19.15"):
        assert text.count(span) == 5


@pytest.mark.parametrize("paper", STACKED)
def test_without_address_or_hours_it_says_ask(paper: Paper, tmp_path: Path) -> None:
    text = said(tmp_path, slip_pdf(slip("en", stop("org-kela")), book(), paper))
    for words in ("Ask for the address.", "Check the opening hours.", "Questions?", "044 785 1686"):
        assert words in text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["fi", "en", "ar"])
def test_nothing_stands_on_the_code(
    language: str, paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only a page in the web is known, and where the street is long."""
    corners: list[tuple[float, float, float]] = []

    def draw(self: Code) -> None:
        corners.append((*self.canv.absolutePosition(0, self.height), self.size))

    page = replace(stop("org-kela"), web="https://www.kela.fi/asiakaspalvelu-ja-yhteystiedot")
    street = replace(stop(known=hours()), street="Kokkolanrannankatu 1234 A 5, toinen kerros")
    for one in (page, street):
        with monkeypatch.context() as patched:
            patched.setattr(Code, "draw", draw)
            data = slip_pdf(slip(language, one), book(), paper)
        x, y, size = corners.pop()
        top = float(read(data).pages[0].mediabox[3]) - y
        for words, boxes in placed(tmp_path, data).items():
            assert not any(box.touches((x, top, x + size, top + size)) for box in boxes), words


def test_forty_services_flow_over_pages_of_large_print(tmp_path: Path) -> None:
    data = slip_pdf(many("ar", 40), book(), Paper.LARGE)
    text = said(tmp_path, data)
    assert all(f"Paikka {one}" in text for one in range(40))
    assert all("J-3147-K" in page.extract_text() for page in read(data).pages)


def test_many_services_are_one_long_receipt_and_more_are_two(tmp_path: Path) -> None:
    """A page of a PDF file is at most 14,400 points long."""
    for number, pages in ((25, 1), (40, 2)):
        data = slip_pdf(many("ar", number), book(), Paper.RECEIPT)
        reader = read(data)
        assert len(reader.pages) == pages
        assert all(float(page.mediabox[3]) <= 14_400 for page in reader.pages)
        text = said(tmp_path, data)
        assert all(f"Paikka {one}" in text for one in range(number))


def many(language: str, number: int) -> Slip:
    stops = [replace(stop(known=hours()), name=f"Paikka {one}") for one in range(number)]
    return slip(language, *stops)
