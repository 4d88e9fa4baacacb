"""The slip read back: its fonts, its tags, its words, its mirrored halves, its pages."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.documents.slip.pages import slip_pdf
from app.domain.slip import Coming, Paper, Slip
from tests.documents.slip.reading import read, said
from tests.documents.slip.slips import LANGUAGES, RTL, book, expected, hours, slip, stop

WORD = re.compile(r"[^\W\d_]{2,}")


def words_of(language: str) -> list[str]:
    """The words of the phrases that stand on every slip in this language."""
    keys: tuple[str, ...] = (
        "slip_title",
        "referred_to",
        "bring_with_you",
        "identity_document",
        "show_slip",
    )
    keys += ("residence_permit_card", "advice_free", "confidential", "not_a_decision", "closed")
    return [word for key in keys for word in WORD.findall(book().phrase(key, language).text)]


def found(language: str, text: str) -> float:
    words, seen = words_of(language), set(WORD.findall(text))
    return sum(word in seen for word in words) / len(words)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("beside", ["fi", "sv"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_can_be_searched_and_copied(
    language: str, beside: str, paper: Paper, tmp_path: Path
) -> None:
    one = replace(slip(language), beside=beside)
    text = said(tmp_path, slip_pdf(one, book(), paper))
    assert found(language, text) >= (0.85 if language in RTL else 0.95)
    assert found(beside, text) == 1
    for fact in ("Kvarnen", "Torgarentie 4", "044 785 1686", "J-3147-K", "9–15", "1.9.2026"):
        assert fact in text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_few_small_pages_with_all_fonts_inside(
    language: str, paper: Paper, tmp_path: Path
) -> None:
    for one in (slip(language), expected(language)):
        data = slip_pdf(one, book(), paper)
        reader = read(data)
        assert len(reader.pages) <= (2 if paper is Paper.LARGE else 1)
        assert len(data) < 120_000
        path = tmp_path / "slip.pdf"
        path.write_bytes(data)
        told = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True)
        fonts = [line.split() for line in told.stdout.splitlines()[2:]]
        assert fonts
        assert all(font[-5:-2] == ["yes", "yes", "yes"] for font in fonts)
        assert b"Helvetica" not in data


def root(reader: PdfReader) -> Any:
    return reader.root_object


def elements(reader: PdfReader) -> list[dict[str, Any]]:
    """The parts of the structure in the order in which they are read."""
    flat: list[dict[str, Any]] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, dict) and node.get("/Type") == "/StructElem":
            flat.append(node)
            for kid in node.get("/K", []):
                walk(kid)

    walk(root(reader)["/StructTreeRoot"]["/K"])
    return flat


def test_it_is_tagged_with_the_language_of_each_part() -> None:
    reader = read(slip_pdf(slip("ar"), book()))
    assert root(reader)["/MarkInfo"]["/Marked"]
    assert root(reader)["/Lang"] == "fi"
    parts = elements(reader)
    tags = [part["/S"] for part in parts]
    assert tags[0] == "/Document"
    assert tags.count("/H1") == tags.count("/H2") == 1
    assert tags.index("/H1") < tags.index("/H2") < tags.index("/Figure")
    texts = [part for part in parts if part["/S"] in ("/P", "/H1", "/H2", "/LBody")]
    assert {part["/Lang"] for part in texts} == {"ar", "fi"}
    assert next(part for part in parts if part["/S"] == "/Figure")["/Alt"].startswith("https://")
    marks = reader.pages[0].get_contents()
    assert marks is not None
    numbers = [int(number) for number in re.findall(rb"/MCID (\d+)", marks.get_data())]
    assert numbers == list(range(len(numbers)))
    tree = root(reader)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert len(tree[1]) == len(numbers)


def places(tmp_path: Path, data: bytes) -> dict[str, float]:
    """Where words begin, as parts of the page's width."""
    text = said(tmp_path, data, "-bbox")
    width = float(re.findall(r'<page width="([\d.]+)"', text)[0])
    found = re.findall(r'xMin="([\d.]+)".*?>([^<]+)</word>', text)
    return {word: float(x) / width for x, word in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_right_to_left_readers_are_mirrored(language: str, tmp_path: Path) -> None:
    if language == "fi":
        return
    at = places(tmp_path, slip_pdf(slip(language), book()))
    if language in RTL:
        assert at["Kvarnen"] > 0.5
        assert at["J-3147-K"] < 0.1
        assert at["7.9."] < at["2.9."]
        assert at["Sinut"] < 0.1
    else:
        assert at["Kvarnen"] < 0.2
        assert at["J-3147-K"] > 0.7
        assert at["7.9."] > at["2.9."]
        assert at["Sinut"] > 0.5


def test_one_language_alone(tmp_path: Path) -> None:
    text = said(tmp_path, slip_pdf(slip("fi"), book()))
    assert text.count("Ota mukaan:") == 1
    assert "luonnos" not in text


def test_a_draft_says_so(tmp_path: Path) -> None:
    assert "luonnos" in said(tmp_path, slip_pdf(slip("uk"), book()))


def test_without_address_or_hours_it_says_ask_and_gives_the_office(tmp_path: Path) -> None:
    text = said(tmp_path, slip_pdf(slip("en", stop("org-kela")), book()))
    for words in ("Ask for the address.", "Check the opening hours.", "Questions?", "044 785 1686"):
        assert words in text
    assert "/Figure" not in [
        part["/S"] for part in elements(read(slip_pdf(slip("en", stop("org-kela")), book())))
    ]


def test_a_service_against_violence_is_not_named(tmp_path: Path) -> None:
    secret = replace(slip("en", stop("ngo-frida", known=hours())), name="Anna Exempel")
    data = slip_pdf(secret, book())
    text = said(tmp_path, data)
    for word in ("FRIDA", "våld", "Anna", "Studying", "Association"):
        assert word not in text
    assert b"openstreetmap" not in data
    assert "044 785 1686" in text
    assert "9–15" in text


def test_the_name_stands_only_where_it_was_asked_for(tmp_path: Path) -> None:
    assert "Anna" not in said(tmp_path, slip_pdf(slip("en"), book()))
    assert "Anna" in said(tmp_path, slip_pdf(replace(slip("en"), name="Anna Exempel"), book()))


@pytest.mark.parametrize(
    ("coming", "words"),
    [(Coming.WALK_IN, "You can come without"), (Coming.BOOK, "Book an appointment in advance.")],
)
def test_it_says_how_to_come(coming: Coming, words: str, tmp_path: Path) -> None:
    for known in (hours(), None):
        told = replace(slip("en", stop(known=known)), coming=coming)
        text = said(tmp_path, slip_pdf(told, book()))
        assert words in text
        assert ("9–15" if known else "Check the opening hours.") in text


def test_it_says_who_asks_for_an_interpreter_and_that_one_is_booked(tmp_path: Path) -> None:
    asked = replace(slip("en"), ask_interpreter=True)
    assert "If you need an interpreter" in said(tmp_path, slip_pdf(asked, book()))
    booked = replace(slip("en"), interpreter="so")
    assert "Tulkki on varattu. Kieli: somali" in said(tmp_path, slip_pdf(booked, book()))


def test_what_is_said_of_all_is_said_once(tmp_path: Path) -> None:
    stops = [replace(stop(known=hours()), name=name) for name in ("Yksi", "Kaksi")]
    told = replace(slip("en", *stops), coming=Coming.WALK_IN, ask_interpreter=True)
    text = said(tmp_path, slip_pdf(told, book()))
    assert text.count("You can come without") == text.count("If you need an") == 1


LONG = "Ääkköslaitos" * 25


@pytest.mark.parametrize("language", ["uk", "ar"])
def test_a_very_long_name_is_all_there(language: str, tmp_path: Path) -> None:
    long = replace(stop(known=hours()), name=LONG, street=LONG)
    text = said(tmp_path, slip_pdf(slip(language, long), book()))
    assert "".join(text.split()).count("kköslaitos") >= 48


def test_forty_services_flow_over_pages(tmp_path: Path) -> None:
    many = slip("ar", *[replace(stop(known=hours()), name=f"Paikka {one}") for one in range(40)])
    data = slip_pdf(many, book())
    whole = len(read(data).pages)
    assert whole > 5
    text = said(tmp_path, data)
    assert all(f"Paikka {one}" in text for one in range(40))
    numbered = [page.extract_text() for page in read(data).pages]
    assert all("J-3147-K" in page for page in numbered)
    assert [page.count("Paikka") for page in numbered].count(2) > 10


def test_the_same_slip_gives_the_same_glyphs() -> None:
    def code(one: Slip) -> bytes:
        contents = read(slip_pdf(one, book())).pages[0].get_contents()
        assert contents is not None
        return contents.get_data()

    assert code(slip("fa")) == code(slip("fa"))
    assert code(slip("fa")) != code(slip("ar"))
