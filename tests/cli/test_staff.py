"""`staff`: added, changed, gone and back, each with what may be refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Call, Said


@pytest.fixture
def staff(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    """`staff` as the administrator calls it; the new password is in the environment."""
    monkeypatch.setenv("KOTOPORTTI_NEW_PASSWORD", "invented word")

    def run(*words: str) -> Said:
        monkeypatch.setenv("KOTOPORTTI_PASSWORD", "administrator")
        return call("staff", *words, "--data", folder, "--user", "administrator")

    return run


def signs_in(call: Call, folder: Path, login: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "invented word")
    return call("staff", "list", "--data", folder, "--user", login).code == 0


def person(staff: Call, login: str) -> Any:
    people = json.loads(staff("list", "--format", "json").out)
    return next(one for one in people if one["login"] == login)


def test_a_new_person(
    staff: Call, call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = staff("add", "oskar", "--name", "Oskar Sirén", "--role", "clerk", "adviser")
    assert (said.code, said.out, said.err) == (0, "", "")
    assert person(staff, "oskar") == {
        "login": "oskar",
        "name": "Oskar Sirén",
        "roles": ["adviser", "clerk"],
        "active": True,
    }
    assert signs_in(call, folder, "oskar", monkeypatch)


def test_gone_and_back(
    staff: Call, call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert staff("password", "clerk").code == 0
    assert signs_in(call, folder, "clerk", monkeypatch)
    assert staff("change", "clerk", "--leave").code == 0
    assert not signs_in(call, folder, "clerk", monkeypatch)
    assert staff("change", "clerk", "--return", "--name", "Klara Lind").code == 0
    assert person(staff, "clerk")["name"] == "Klara Lind"
    assert person(staff, "clerk")["roles"] == ["clerk"]
    assert signs_in(call, folder, "clerk", monkeypatch)


def test_new_roles_replace_the_old(staff: Call) -> None:
    assert staff("change", "clerk", "--role", "supervisor").code == 0
    assert person(staff, "clerk")["roles"] == ["supervisor"]


def test_the_table_is_for_people(staff: Call) -> None:
    lines = staff("list").out.splitlines()
    assert lines[0].split() == ["User", "name", "Name", "Roles", "May", "sign", "in"]
    assert any(line.split() == ["clerk", "Klara", "Luukmark", "clerk", "yes"] for line in lines)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "clerk", "--name", "N", "--role", "clerk"), "“clerk” is taken."),
        (("add", "a b", "--name", "N", "--role", "clerk"), "A user name has letters"),
        (("add", "new", "--name", " ", "--role", "clerk"), "Write a name."),
        (("change", "nobody", "--leave"), "This person is not known"),
        (("password", "nobody"), "This person is not known"),
    ],
)
def test_what_is_refused(words: tuple[str, ...], sentence: str, staff: Call) -> None:
    said = staff(*words)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(sentence)


def test_a_short_password(staff: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOTOPORTTI_NEW_PASSWORD", "clerk")
    said = staff("password", "clerk")
    assert (said.code, said.err) == (1, "A password has at least 10 characters.\n")


def test_a_new_password_is_typed_twice(staff: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KOTOPORTTI_NEW_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    typed = iter(["invented word", "another word", "invented word", "invented word"])
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    said = staff("password", "clerk")
    assert (said.code, said.err[:23]) == (1, "The two passwords are n")
    assert staff("password", "clerk").code == 0


def test_a_clerk_changes_nobody(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "clerk")
    monkeypatch.setenv("KOTOPORTTI_NEW_PASSWORD", "invented word")
    said = call("staff", "password", "demo", "--data", folder, "--user", "clerk")
    assert (said.code, said.err[:23]) == (1, "Your role does not allo")
