"""`find` prints who may be meant and why, and one record when it is opened."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from app import settings
from tests.cli.calling import Call, behind_its_back

HIDDEN = """
    select c.number, n.given, n.family from client c
    join client_name n on n.client_id = c.id and n.position = 0
    where c.hidden_until is not null
"""


def found(call: Call, folder: Path, text: str, user: str = "demo") -> list[dict[str, Any]]:
    said = call("find", text, "--data", folder, "--user", user, "--format", "json")
    assert (said.code, said.err) == (0, "")
    answer: list[dict[str, Any]] = json.loads(said.out)
    return answer


def someone(folder: Path) -> tuple[int, str]:
    """The number and the name of a client whom all may know of."""
    row = behind_its_back(
        folder,
        HIDDEN.replace("is not null", "is null and n.family > '' and n.given < 'z'")
        + "order by c.number limit 1",
    )[0]
    return int(row[0]), f"{row[1]} {row[2]}"


def test_json_has_what_programs_need(folder: Path, call: Call) -> None:
    number, name = someone(folder)
    first = found(call, folder, name)[0]
    assert {"id", "name", "birth", "score", "why"} <= first.keys()
    assert first["name"] == name
    assert first["why"].startswith("name ")
    assert [one["name"] for one in found(call, folder, str(number))] == [name]


def test_a_table_for_people(folder: Path, call: Call) -> None:
    number, name = someone(folder)
    said = call("find", name, "--data", folder, "--user", "demo")
    assert said.code == 0
    assert said.out.splitlines()[0].split() == ["Number", "Name", "Born", "Why"]
    assert str(number) in said.out
    nobody = call("find", "Qwertyuiop", "--data", folder, "--user", "demo")
    assert (nobody.code, nobody.out) == (0, "Nobody was found.\n")


def test_who_is_protected_is_not_there_for_who_was_not_named(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = behind_its_back(folder, HIDDEN)
    assert len(rows) >= 3
    for number, given, family in rows:
        assert [one["protected"] for one in found(call, folder, str(number))] == [True]
        monkeypatch.setenv("KOTOPORTTI_PASSWORD", "supervisor")
        assert found(call, folder, str(number), "supervisor") == []
        shown = found(call, folder, f"{given} {family}", "supervisor")
        assert number not in [one["number"] for one in shown]
        options = ("--data", folder, "--user", "supervisor", "--why", "visit")
        opened = call("find", "--open", number, *options)
        nobody = call("find", "--open", "1", *options)
        assert (opened.code, opened.out, opened.err) == (nobody.code, nobody.out, nobody.err)
        monkeypatch.setenv("KOTOPORTTI_PASSWORD", "demo")


def test_a_record_is_opened_a_protected_one_for_a_reason(folder: Path, call: Call) -> None:
    number, name = someone(folder)
    options = ("--data", folder, "--user", "demo")
    said = call("find", "--open", number, *options)
    assert said.code == 0
    assert name in said.out
    packed = json.loads(call("find", "--open", number, *options, "--format", "json").out)
    assert packed["number"] == number
    assert "sensitive" not in packed
    protected = behind_its_back(folder, HIDDEN)[0][0]
    refused = call("find", "--open", protected, *options)
    assert (refused.code, refused.err) == (1, "Write a reason.\n")
    shown = call("find", "--open", protected, *options, "--why", "contact", "--format", "json")
    assert json.loads(shown.out)["municipality"] is None


def test_a_supervisor_names_who_may_know(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = behind_its_back(folder, HIDDEN)[0][0]
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "supervisor")
    words = ("staff", "protected", "supervisor", "--data", folder, "--user", "supervisor")
    assert call(*words, "--give").code == 0
    assert len(found(call, folder, str(number), "supervisor")) == 1
    assert call(*words, "--take").code == 0
    assert found(call, folder, str(number), "supervisor") == []
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "administrator")
    as_other = call("staff", "protected", "demo", "--data", folder, "--user", "administrator")
    assert as_other.code == 2
    refused = call(*words[:-1], "administrator", "--give")
    assert (refused.code, refused.out) == (1, "")


def test_wrong_use_and_nothing_to_look_for(folder: Path, call: Call) -> None:
    options = ("--data", folder, "--user", "demo")
    assert call("find", "Yusuf", "--open", "7", *options).code == 2
    empty = call("find", " ", *options)
    assert (empty.code, empty.err) == (1, "Write a name, a birth date or a number.\n")


def test_the_text_may_be_typed_where_no_list_of_commands_keeps_it(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, name = someone(folder)
    words = ("find", "--data", folder, "--user", "demo", "--format", "json")
    for is_terminal, asked in ((True, "Whom to find: "), (False, "")):
        typed = io.StringIO(f"{name}\n")
        monkeypatch.setattr(typed, "isatty", lambda answer=is_terminal: answer)
        monkeypatch.setattr("sys.stdin", typed)
        said = call(*words)
        assert (said.code, said.err) == (0, asked)
        assert number in [one["number"] for one in json.loads(said.out)]
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    said = call(*words)
    assert (said.code, said.err) == (1, "Write a name, a birth date or a number.\n")


def test_romaniportti_looks_nobody_up(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = settings.read()
    monkeypatch.setattr(settings, "read", lambda: kept._replace(location="romaniportti"))
    for what in (["Yusuf"], ["--open", someone(folder)[0]]):
        said = call("find", *what, "--data", folder, "--user", "demo")
        assert (said.code, said.err) == (1, "At this location visitors have no names.\n")
