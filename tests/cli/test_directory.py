"""`directory` lists, finds and shows services."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Call, Said
from tests.documents.hsds.official import faults

USER = ("--user", "demo")


def asked(call: Call, folder: Path, *words: str) -> Said:
    return call("directory", *words, "--data", folder, *USER)


def objects(said: Said) -> list[dict[str, Any]]:
    assert (said.code, said.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(said.out)
    return found


def test_the_list_leaves_out_what_is_off_or_has_ended(folder: Path, call: Call) -> None:
    usual = objects(asked(call, folder, "list", "--format", "json"))
    every = objects(asked(call, folder, "list", "--all", "--format", "json"))
    assert (len(usual), len(every)) == (67, 82)
    left_out = {mark for one in every if one not in usual for mark in one["marks"]}
    assert {"off", "ended"} <= left_out
    invented = [one["id"] for one in usual if "hours_invented" in one["marks"]]
    assert len(invented) == 10


def test_a_table_for_people(folder: Path, call: Call) -> None:
    said = asked(call, folder, "search", "folkhaelsan")
    assert said.code == 0
    heading, *rows = said.out.splitlines()
    assert heading.split()[:2] == ["Id", "Name"]
    assert len(rows) == 5
    assert all("Folkhälsan" in row and "Ask the hours" in row for row in rows)
    assert asked(call, folder, "search", "qqq").out == "No service fits.\n"


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("search", "FPA"), ["org-kela"]),
        (("search", "kultur", "pedersore"), ["cul-pedersore"]),
        (("search", "skattekort"), []),
        (("search", "skattekort", "--all"), ["sug-vero"]),
        (("list", "--category", "business_advice"), ["biz-concordia"]),
        (
            ("list", "--category", "adult_education", "--municipality", "luoto"),
            ["adu-luoto"],
        ),
        (("list", "--served-in", "en", "--category", "authority"), ["org-kotoutumisyksikko"]),
    ],
)
def test_what_is_found(words: tuple[str, ...], ids: list[str], folder: Path, call: Call) -> None:
    found = objects(asked(call, folder, *words, "--format", "json"))
    assert [one["id"] for one in found] == ids


def test_one_service(folder: Path, call: Call) -> None:
    said = asked(call, folder, "show", "edu-kvarnen")
    assert said.code == 0
    for words in (
        "Folkhögskolan Kvarnen",
        "Torgarentie 4, Kvarnen, Kronoby",
        "Mon–Thu 9.00–15.00 · Fri 9.00–14.00",
        "Hours invented for the demonstration",
    ):
        assert words in said.out
    one = json.loads(asked(call, folder, "show", "edu-kvarnen", "--format", "json").out)
    assert one["address"]["street"]["sv"] == "Torgarevägen 4"
    assert one["organisation"]["id"] == "edu-kvarnen"
    assert one["open_now"] in (True, False)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "nope"), "“nope” is not in the directory."),
        (("list", "--category", "x"), "“x” is not on the list. Choose one that is."),
        (("list", "--municipality", "vaasa"), "“vaasa” is not on the list. Choose one that is."),
    ],
)
def test_what_cannot_be_done_is_told(
    words: tuple[str, ...], sentence: str, folder: Path, call: Call
) -> None:
    said = asked(call, folder, *words)
    assert (said.code, said.out, said.err) == (1, "", f"{sentence}\n")


def test_the_directory_goes_out_and_comes_in_again(
    folder: Path, tmp_path: Path, call: Call
) -> None:
    out = tmp_path / "out"
    said = asked(call, folder, "export", "--to", "hsds", str(out))
    assert (said.code, said.out) == (0, f"{out / 'services.json'}\n")
    services = json.loads((out / "services.json").read_text("utf-8"))
    assert faults(services) == []
    said = asked(call, folder, "import", "--from", "hsds", str(out), "--format", "json")
    assert (said.code, json.loads(said.out)) == (
        0,
        {"new": 0, "changed": 0, "unchanged": 82, "not_taken": [], "left_out": {}},
    )


def test_what_was_not_taken_is_told_and_ends_with_one(
    folder: Path, tmp_path: Path, call: Call
) -> None:
    path = tmp_path / "theirs.json"
    service = {"id": "11111111-1111-4111-8111-111111111111", "name": "A", "status": "active"}
    path.write_text(json.dumps([service | {"organization_id": service["id"], "x": 1}]))
    said = asked(call, folder, "import", "--from", "hsds", str(path))
    assert said.code == 1
    assert said.out.splitlines()[-2:] == [
        "A: organization_id points to 11111111-1111-4111-8111-111111111111, which is neither in "
        "the file nor in the directory.",
        "Left out: x (1)",
    ]
    odd = {"name": "B\ud800\u001b[1m\n", "x\ud800": 1, "status": "active"}
    path.write_text(json.dumps([service, odd]))
    for form in ("table", "json"):
        said = asked(call, folder, "import", "--from", "hsds", str(path), "--format", form)
        assert (said.code, said.err) == (1, "")
        assert "B [1m" in said.out
        assert said.out.isprintable() or said.out.replace("\n", "").isprintable()
    path.write_text("{}")
    said = asked(call, folder, "import", "--from", "hsds", str(path))
    assert (said.code, said.out) == (1, "")
    assert said.err == "theirs.json has no services as Open Referral HSDS 3.0 writes them.\n"
