"""`demo` makes a database once, and everybody in it can sign in."""

import json
from pathlib import Path

import pytest

from app.domain.roles import Role
from tests.cli.calling import Call


def test_a_demonstration_and_its_people(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "new"
    wish = ("--visits", "20", "--clients", "12", "--seed", "7", "--today", "2026-11-24")
    words = ("demo", "--data", data, *wish)
    said = call(*words)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "20 visits are in the demonstration.",
        "12 clients are in the demonstration.",
    ]
    again = call(*words)
    assert again.code == 1
    assert again.err.startswith("There is a database in")
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "demo")
    people = json.loads(
        call("staff", "list", "--data", data, "--user", "demo", "--format=json").out
    )
    roles = {person["login"]: set(person["roles"]) for person in people}
    assert roles.pop("demo") == {role.value for role in Role}
    assert roles == {role.value: {role.value} for role in Role}


@pytest.mark.parametrize("login", [role.value for role in Role])
def test_each_password_is_the_user_name(
    login: str, folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", login)
    assert call("staff", "list", "--data", folder, "--user", login).code == 0


def test_the_same_on_a_server(
    server_url: str, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "demo")
    wish = ("--visits", "40", "--seed", "7", "--today", "2026-11-24")
    period = ("--from", "2026-01-01", "--to", "2026-11-24", "--by", "location,month")
    answers = []
    for place in (("--data", tmp_path / "new"), ("--database", server_url)):
        assert call("demo", *place, *wish).code == 0
        assert call("check", *place, "--user", "demo").code == 0
        asked = (*place, "--user", "demo", *period, "--internal", "--format", "json")
        answers.append(json.loads(call("stats", *asked).out))
    assert answers[0] == answers[1]
