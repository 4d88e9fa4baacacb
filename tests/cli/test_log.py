"""`log` prints what is on record, for an auditor alone."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.calling import Call, Said, behind_its_back


def read(call: Call, folder: Path, *words: str) -> Said:
    return call("log", *words, "--data", folder, "--user", "auditor")


@pytest.fixture
def number(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> int:
    """The number of a client whose record has been opened."""
    shown = "select number from client where hidden_until is null order by number limit 1"
    number = int(behind_its_back(folder, shown)[0][0])
    call("find", "--open", str(number), "--why", "review", "--data", folder, "--user", "demo")
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "auditor")
    return number


def test_who_looked_at_a_client_in_each_form(folder: Path, number: int, call: Call) -> None:
    about = ("--client", str(number), "--by", "demo", "--action", "client.open")
    (entry,) = json.loads(read(call, folder, *about, "--format", "json").out)
    assert (entry["user"], entry["action"], entry["reason"]) == ("demo", "client.open", "review")
    head, row = csv.reader(io.StringIO(read(call, folder, *about, "--format", "csv").out))
    assert dict(zip(head, row, strict=True)) == {name: str(one) for name, one in entry.items()}
    said = read(call, folder, *about)
    assert said.out.splitlines()[0].split() == ["Number", "When", "Who", "What", "Record", "Why"]
    assert entry["subject"] in said.out
    by_id = read(call, folder, "--client", entry["subject"], "--action", "client")
    assert said.out.splitlines()[1].split()[0] in by_id.out


def test_nothing_and_wrong_use(folder: Path, number: int, call: Call) -> None:
    said = read(call, folder, "--to", "2001-01-01")
    assert (said.code, said.out.splitlines()[-1]) == (0, "The log has no such entry.")
    assert read(call, folder, "--client", "Yusuf").code == 2
    assert read(call, folder, "--from", "yesterday").code == 2
    assert read(call, folder, "--by", "nobody").code == 1
    assert read(call, folder, "--client", "1000009").err == "There is no such client.\n"


def test_it_is_for_an_auditor(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "administrator")
    said = call("log", "--data", folder, "--user", "administrator")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Your role does not allow this.")
