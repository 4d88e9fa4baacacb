"""The command line as a whole: exit codes, one sentence for what is refused, no password shown."""

import errno
import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli import check
from app.cli.main import WORDS
from app.store import key_slots
from tests.cli.calling import Call
from tests.test_layers import ROOT


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.NAME)
def test_help_says_what_a_word_prints(
    word: object, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = word.NAME  # type: ignore[attr-defined]
    assert main([name, "--language", language, "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert " ".join(word.summary().split()) in said  # type: ignore[attr-defined]


def test_help_names_all_words(call: Call) -> None:
    said = call("--help")
    assert said.code == 0
    assert {"demo", "stats", "check", "backup", "restore", "staff"} <= set(said.out.split())


@pytest.mark.parametrize(
    "words",
    [
        ("dance",),
        ("demo", "--visits", "-1"),
        ("demo", "--visits", "many"),
        ("demo", "--today", "2026-13-01"),
        ("check", "--data", "x", "--database", "postgresql://x/y"),
        ("backup", "--data", "x"),
        ("staff", "add", "oskar", "--name", "Oskar", "--role", "king"),
    ],
)
def test_wrong_use_is_two(words: tuple[str, ...], call: Call) -> None:
    said = call(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: kotoportti")


def test_a_wrong_password_opens_nothing(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "Demo")
    said = call("check", "--data", folder, "--user", "demo")
    assert (said.code, said.out) == (1, "")
    assert said.err == "User name or password does not match.\n"


def test_no_password_fails_at_once(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KOTOPORTTI_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    said = call("check", "--data", folder, "--user", "demo")
    assert said.code == 1
    assert said.err == "Give the password at the prompt or in KOTOPORTTI_PASSWORD.\n"


def test_the_password_is_asked_for_at_a_terminal(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KOTOPORTTI_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda prompt: "demo")
    assert call("check", "--data", folder, "--user", "demo").code == 0


def test_somebody_must_sign_in(folder: Path, call: Call) -> None:
    said = call("check", "--data", folder)
    assert (said.code, said.err) == (1, "Say who signs in: --user NAME.\n")


def test_no_database(tmp_path: Path, folder: Path, call: Call) -> None:
    said = call("check", "--data", tmp_path / "elsewhere", "--user", "demo")
    assert said.code == 1
    assert said.err.startswith("There is no database portti.kp here.")


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 999])
def test_a_file_that_is_no_database(content: bytes, folder: Path, call: Call) -> None:
    (folder / "portti.kp").write_bytes(content)
    said = call("check", "--data", folder, "--user", "demo")
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert "fault of the program" not in said.err


def test_no_key_file(folder: Path, call: Call) -> None:
    key_slots.key_file_of(folder / "portti.kp").unlink()
    said = call("check", "--data", folder, "--user", "demo")
    assert said.code == 1
    assert said.err.startswith("portti.kp.keys is missing")


def test_a_stopped_word_is_quiet(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(arguments: Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", stopped)
    said = call("check", "--user", "demo")
    assert (said.code, said.out, said.err) == (130, "", "")


def test_a_fault_is_reported_without_what_it_worked_on(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(arguments: Namespace) -> int:
        raise RuntimeError("Sanna Mallila")

    monkeypatch.setattr(check, "run", broken)
    said = call("check", "--user", "demo")
    assert said.code == 1
    report = Path(said.err.strip().rsplit(" ", 1)[1].rstrip("."))
    assert "RuntimeError" in report.read_text("utf-8")
    assert "Sanna" not in said.err + report.read_text("utf-8")


def test_a_full_disk_is_no_fault(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(arguments: Namespace) -> int:
        raise OSError(errno.ENOSPC, "full", "x")

    monkeypatch.setattr(check, "run", full)
    said = call("check", "--user", "demo")
    assert said.code == 1
    assert said.err.startswith("The disk is full.")


def test_a_reader_that_has_seen_enough(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = ["staff", "list", "--data", str(folder), "--user", "demo"]
    with os.fdopen(writing, "w") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "app", *words],
            cwd=ROOT,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, b"")


def test_the_entry_loads_next_to_nothing() -> None:
    command = "import sys, app.__main__; print(*sys.modules)"
    run = [sys.executable, "-c", command]
    said = subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    ours = {name for name in said.split() if name.split(".")[0] == "app"}
    assert ours == {"app", "app.__main__"}
    assert not {"sqlalchemy", "PySide6", "babel"} & set(said.split())
