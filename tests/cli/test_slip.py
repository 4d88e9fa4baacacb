"""`slip` writes a file or says in one sentence why not."""

from io import StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.domain.slip_number import read_number
from tests.cli.calling import Call, behind_its_back

USER = ("--user", "demo")


class Keyboard(StringIO):
    """What is typed at a terminal; None where there is no terminal."""

    def __init__(self, typed: str | None) -> None:
        super().__init__(typed or "")
        self._there = typed is not None

    def isatty(self) -> bool:
        return self._there


@pytest.mark.parametrize(("paper", "most"), [("a5", 1), ("a4", 1), ("large", 2), ("receipt", 1)])
@pytest.mark.parametrize("language", ["ar", "uk", "fa", "fi"])
def test_a_slip(
    language: str, paper: str, most: int, folder: Path, tmp_path: Path, call: Call
) -> None:
    out = tmp_path / "s.pdf"
    said = call(
        *("slip", "--data", folder, *USER, "--service", "edu-kvarnen", "--lang", language),
        *("--with", "fi", "--paper", paper, "--out", out),
    )
    assert (said.code, said.err) == (0, "")
    path, number, invented = said.out.splitlines()
    assert path == str(out)
    assert read_number(number) == number
    assert invented == "The opening hours are invented: this is a demonstration."
    assert 1 <= len(PdfReader(out).pages) <= most


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("prs", "No texts in this language (Dari): printed in Persian (Farsi)."),
        ("bs", "No texts in this language (Bosnian/Croatian/Serbian): printed in English."),
    ],
)
def test_a_language_without_texts_says_what_is_printed(
    asked: str, said: str, folder: Path, tmp_path: Path, call: Call
) -> None:
    words = ("slip", "--data", folder, *USER, "--service", "org-kela", "--lang", asked)
    done = call(*words, "--out", tmp_path / "s.pdf")
    assert (done.code, done.err) == (0, f"{said}\n")


@pytest.mark.parametrize(
    ("words", "typed", "safe"),
    [
        ((), "y\n", True),
        ((), "Yes\n", True),
        ((), "n\n", False),
        ((), "\n", False),
        ((), "", False),
        (("--discreet", "yes"), None, True),
        (("--discreet", "no"), None, False),
        ((), None, True),
    ],
)
def test_a_discreet_slip_is_asked_for_and_told(
    words: tuple[str, ...],
    typed: str | None,
    safe: bool,
    folder: Path,
    tmp_path: Path,
    call: Call,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`typed` at a terminal, None where there is none."""
    monkeypatch.setattr("sys.stdin", Keyboard(typed))
    out = tmp_path / "s.pdf"
    start = ("slip", "--data", folder, *USER, "--service", "org-kela", "--service", "ngo-frida")
    said = call(*start, "--lang", "en", *words, "--out", out)
    assert (said.code, out.exists()) == ((0, True) if safe else (1, False))
    assert ("Is it safe to take a paper home?" in said.err) == (typed is not None)
    assert ("The slip is discreet:" in said.err) == safe
    assert ("No slip was made:" in said.err) != safe
    if safe:
        text = PdfReader(out).pages[0].extract_text()
        assert "FRIDA" not in text


def test_numbers_go_on_and_are_logged_without_contents(
    folder: Path, tmp_path: Path, call: Call
) -> None:
    words = ("slip", "--data", folder, *USER, "--service", "org-kela", "--lang", "en", "--out")
    numbers = [call(*words, tmp_path / f"{one}.pdf").out.split()[1] for one in range(2)]
    assert int(numbers[1][2:6]) == int(numbers[0][2:6]) + 1
    logged = behind_its_back(folder, "SELECT subject, reason FROM log WHERE action = 'slip.print'")
    assert [tuple(row) for row in logged] == [(number, "") for number in numbers]


def test_a_slip_is_written_again_with_its_number(folder: Path, tmp_path: Path, call: Call) -> None:
    start = ("slip", "--data", folder, *USER)
    words = ("--service", "org-kela", "--lang", "en", "--matter", "housing", "--paper", "a4")
    number = call(*start, *words, "--out", tmp_path / "first.pdf").out.split()[1]
    again = tmp_path / "again.pdf"
    said = call(*start, "--again", number.lower(), "--out", again)
    assert (said.code, said.out.split()[1]) == (0, number)
    page = PdfReader(again).pages[0]
    assert "Housing" in page.extract_text()
    assert round(page.mediabox.width) == 595
    assert call(*start, "--again", number).err == "Say the name of a file: --out FILE.\n"
    assert call(*start, "--void", number, "--reason", "mistake").code == 0
    assert call(*start, "--again", number, "--out", tmp_path / "void.pdf").code == 1
    assert not (tmp_path / "void.pdf").exists()


def test_a_service_that_is_named_twice_stands_there_once(
    folder: Path, tmp_path: Path, call: Call
) -> None:
    out = tmp_path / "s.pdf"
    twice = ("--service", "org-kela") * 2
    assert call("slip", "--data", folder, *USER, *twice, "--lang", "fi", "--out", out).code == 0
    assert PdfReader(out).pages[0].extract_text().count("Sinut on ohjattu tänne") == 1


@pytest.mark.parametrize("said", ["tomorrow", "2026-12-24", "2026-12-24T10:30+02:00"])
def test_a_time_that_is_none(said: str, tmp_path: Path, call: Call) -> None:
    words = ("--service", "org-kela", "--lang", "en", "--appointment", said)
    told = call("slip", *words, "--out", tmp_path / "s.pdf")
    assert told.code == 2
    assert f"“{said}” is not a time such as 2026-11-24T10:30" in told.err


def test_romaniportti_does_not_refer(folder: Path, tmp_path: Path, call: Call) -> None:
    out = tmp_path / "s.pdf"
    said = call(
        *("slip", "--data", folder, *USER, "--service", "org-kela", "--lang", "fi"),
        *("--location", "romaniportti", "--out", out),
    )
    assert said.out.splitlines()[1].startswith("J-")
    text = PdfReader(out).pages[0].extract_text()
    assert "Romani" not in text
    assert "kotoutumisyksikkö" in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--service", "nope", "--lang", "en"), "“nope” is not in the directory."),
        (("--service", "org-kela", "--lang", "xx"), "“xx” is not on the list. Choose one that is."),
        (
            ("--service", "ip-romaniportti", "--lang", "en"),
            "Romaniportti never stands on a slip: a visit there tells of the visitor's origin.",
        ),
        (
            ("--service", "org-kela"),
            "A slip needs a service, the visitor's language and the name of a file.",
        ),
        (
            ("--service", "org-kela", "--lang", "en", "--location", "x"),
            "“x” is not a portal location.",
        ),
        (
            ("--service", "org-kela", "--lang", "en", "--appointment", "2020-01-02T10:30"),
            "2.1.2020 has passed. Choose a later time.",
        ),
        (("--switch-on", "fi"), "“fi” is not a language that is switched on and off."),
    ],
)
def test_what_cannot_be_done_is_told(
    words: tuple[str, ...], sentence: str, folder: Path, tmp_path: Path, call: Call
) -> None:
    out = tmp_path / "s.pdf"
    said = call("slip", "--data", folder, *USER, *words, "--out", out)
    assert (said.code, said.out, said.err) == (1, "", f"{sentence}\n")
    assert not out.exists()


def test_a_file_that_cannot_be_written_uses_up_no_number(
    folder: Path, tmp_path: Path, call: Call
) -> None:
    words = ("slip", "--data", folder, *USER, "--service", "org-kela", "--lang", "en", "--out")
    first = int(call(*words, tmp_path / "first.pdf").out.split()[1][2:6])
    assert call(*words, tmp_path).code == 1
    assert call(*words, tmp_path / "nowhere" / "s.pdf").code == 1
    (tmp_path / ".~lock.s.pdf#").touch()
    assert "open in another program" in call(*words, tmp_path / "s.pdf").err
    assert int(call(*words, tmp_path / "t.pdf").out.split()[1][2:6]) == first + 1


def test_all_that_the_window_asks(
    folder: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "s.pdf"
    monkeypatch.setattr("sys.stdin", StringIO("Anna Exempel\nnot this\n"))
    words = ("slip", "--data", folder, *USER, "--service", "org-kela", "--lang", "en")
    said = call(*words, "--coming", "book", "--ask-interpreter", "--named", "--out", out)
    assert (said.code, said.err) == (0, "")
    text = PdfReader(out).pages[0].extract_text()
    for part in ("Anna Exempel", "Book an appointment in advance", "If you need an interpreter"):
        assert part in text
    assert "not this" not in text
    both = ("--coming", "book", "--appointment", "2099-01-01T10:00")
    assert call(*words, *both, "--out", out).code == 2


def test_a_supervisor_switches_a_draft_off_and_on(
    folder: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = ("slip", "--data", folder)
    written = ("--service", "org-kela", "--lang", "ar", "--out", tmp_path / "s.pdf")
    assert call(*start, *USER, "--switch-off", "ar").code == 0
    refused = call(*start, *USER, *written)
    assert refused.code == 1
    assert refused.err.startswith("No native speaker has read the texts")
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "clerk")
    assert call(*start, "--user", "clerk", "--switch-on", "ar").code == 1
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "supervisor")
    assert call(*start, "--user", "supervisor", "--switch-on", "ar").code == 0
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "clerk")
    assert call(*start, "--user", "clerk", *written).code == 0
