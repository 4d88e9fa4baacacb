import os
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path

import catalogs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import localization, paths
from app.localization import NO_BREAK_SPACE, _, _n, _p, words

SWEDISH = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Hello {name}"
msgstr "Hej {name}"

msgid "{n} visit"
msgid_plural "{n} visits"
msgstr[0] "{n} besök av en"
msgstr[1] "{n} besök"

msgctxt "month"
msgid "May"
msgstr "maj"
"""

Install = Callable[[str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Writes a Swedish catalog that the program reads in place of its own."""

    def write(text: str) -> Path:
        path = tmp_path / "sv" / "LC_MESSAGES" / "kotoportti.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        localization.words.cache_clear()
        return path

    monkeypatch.setattr(paths, "bundled", lambda name: tmp_path)
    return write


@pytest.fixture(autouse=True)
def forget_catalogs() -> Iterator[None]:
    yield
    localization.words.cache_clear()


@pytest.mark.parametrize("language", localization.LANGUAGES)
def test_dates_and_times_are_the_same_in_all_languages(language: str) -> None:
    assert words(language).full_date(date(2026, 3, 7)) == "7.3.2026"
    assert words(language).clock_time(time(9, 5)) == "9.05"
    assert words(language).clock_time(datetime(2026, 3, 7, 23, 59)) == "23.59"


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("fi", "ti 24.11.", "tiistai"),
        ("sv", "ti 24.11.", "tisdag"),
        ("en", "Tue 24.11.", "Tuesday"),
    ],
)
def test_weekdays(language: str, short: str, long: str) -> None:
    day = date(2026, 11, 24)
    assert words(language).short_date(day) == short
    assert words(language).weekday_name(day) == long


@pytest.mark.parametrize("language", localization.LANGUAGES)
@given(first=st.dates(), second=st.dates())
def test_a_weekday_has_one_name(language: str, first: date, second: date) -> None:
    same = words(language).weekday(first) == words(language).weekday(second)
    assert same == ((first - second).days % 7 == 0)


@pytest.mark.parametrize(
    ("n", "written"), [(0, "0"), (999, "999"), (1000, "1 000"), (-1234567, "\u22121 234 567")]
)
def test_numbers_stand_in_groups_of_three(n: int, written: str) -> None:
    assert words("fi").number(n) == written.replace(" ", NO_BREAK_SPACE)


@given(st.integers())
def test_a_number_reads_back(n: int) -> None:
    written = words("sv").number(n)
    assert int(written.replace(NO_BREAK_SPACE, "").replace("\N{MINUS SIGN}", "-")) == n
    assert written.isascii() == (abs(n) < 1000 and n >= 0)


def test_a_listing_leaves_out_what_is_empty() -> None:
    assert words("fi").listing(["Työ", "", "Asuminen"]) == "Työ · Asuminen"


def test_without_a_catalog_the_program_speaks_english() -> None:
    assert _("Hello {name}", name="Amina") == "Hello Amina"
    assert _n("{n} visit", "{n} visits", 1) == "1 visit"
    assert _n("{n} visit at {place}", "{n} visits at {place}", 1200, place="Jakobstad") == (
        f"1{NO_BREAK_SPACE}200 visits at Jakobstad"
    )
    assert _p("month", "May") == "May"


def test_a_language_can_change_while_the_program_runs(install: Install) -> None:
    install(SWEDISH)
    before = _("Hello {name}", name="Amina")
    localization.use("sv")
    assert localization.current().language == "sv"
    assert (before, _("Hello {name}", name="Amina")) == ("Hello Amina", "Hej Amina")
    localization.use("en")
    assert _("Hello {name}", name="Amina") == "Hello Amina"


def test_plurals_and_contexts_come_from_the_catalog(install: Install) -> None:
    install(SWEDISH)
    localization.use("sv")
    assert _n("{n} visit", "{n} visits", 1) == "1 besök av en"
    assert _n("{n} visit", "{n} visits", 0) == "0 besök"
    assert _p("month", "May") == "maj"
    assert _p("permission", "May") == "May"


def test_what_has_no_translation_is_spoken_in_english(install: Install) -> None:
    install(SWEDISH)
    assert words("sv").text("Goodbye {name}", name="Amina") == "Goodbye Amina"
    assert words("fi").text("Hello {name}", name="Amina") == "Hello Amina"


def test_a_compiled_catalog_speaks_alone(install: Install) -> None:
    source = install(SWEDISH)
    source.with_suffix(".mo").write_bytes(localization.compile_catalog(source))
    source.unlink()
    assert words("sv").text("Hello {name}", name="Amina") == "Hej Amina"


def test_a_newer_source_wins_over_a_compiled_catalog(install: Install) -> None:
    source = install(SWEDISH)
    compiled = source.with_suffix(".mo")
    compiled.write_bytes(localization.compile_catalog(source))
    install(SWEDISH.replace("Hej", "God dag"))
    later = compiled.stat().st_mtime_ns + 1
    os.utime(source, ns=(later, later))
    assert words("sv").text("Hello {name}", name="Amina") == "God dag Amina"


def test_every_language_but_english_has_a_catalog() -> None:
    assert {*catalogs.LANGUAGES, "en"} == set(localization.LANGUAGES)


@pytest.mark.parametrize("language", catalogs.LANGUAGES)
def test_every_sentence_of_the_program_is_translated(language: str) -> None:
    path = catalogs.catalog_file(language)
    assert catalogs.faults(catalogs.read(path), catalogs.extract()) == []


@pytest.mark.parametrize("language", catalogs.LANGUAGES)
def test_a_catalog_is_as_make_catalogs_writes_it(language: str) -> None:
    path = catalogs.catalog_file(language)
    again = catalogs.updated(language, catalogs.read(path), catalogs.extract())
    assert path.read_text(encoding="utf-8") == again
