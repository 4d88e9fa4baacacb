"""`directory` lists, finds and shows services."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Call, Said

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
