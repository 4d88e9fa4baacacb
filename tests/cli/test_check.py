"""`check` names each thing that is not in order."""

import json
from pathlib import Path
from uuid import uuid4

import pytest

from app.services import sign_in
from app.store import key_slots
from app.store.accounts import FileAccounts
from tests.cli.calling import VISITS, Call, behind_its_back
from tests.desks import CHEAP, WORKSTATION


def test_a_new_demonstration_is_in_order(folder: Path, call: Call) -> None:
    said = call("check", "--data", folder, "--user", "demo")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("All in order.\n")
    assert f"Counters: {VISITS} visits, all agree\n" in said.out


def test_a_counter_altered_by_hand_is_named(folder: Path, call: Call) -> None:
    behind_its_back(
        folder,
        "update month_counter set visits = visits + 1, persons = persons + 2 "
        "where location = 'pietarsaari' and month = 202611 and breakdown = 'channel' "
        "and value = 'walk_in'",
    )
    said = call("check", "--data", folder, "--user", "demo")
    assert said.code == 1
    named = [line for line in said.out.splitlines() if line.startswith("Counter ")]
    assert len(named) == 1
    assert named[0].startswith("Counter pietarsaari 2026-11 channel walk_in: ")


def test_a_counter_taken_away_and_one_made_up_are_named(folder: Path, call: Call) -> None:
    gone = "delete from day_counter where breakdown = 'total' and location = 'kruunupyy'"
    behind_its_back(folder, gone)
    behind_its_back(
        folder,
        "insert into day_counter (location, day, breakdown, value, visits, persons) "
        "values ('romaniportti', 20190101, 'total', '', 4, 5)",
    )
    said = call("check", "--data", folder, "--user", "demo", "--format", "json")
    found = json.loads(said.out)
    assert (said.code, found["in_order"]) == (1, False)
    made_up = [one for one in found["counters"] if one["location"] == "romaniportti"]
    assert made_up == [
        {
            "location": "romaniportti",
            "period": "2019-01-01",
            "breakdown": "total",
            "value": "",
            "stored": {"visits": 4, "persons": 5},
            "counted": {"visits": 0, "persons": 0},
        }
    ]
    others = [one for one in found["counters"] if one["location"] == "kruunupyy"]
    assert others
    assert {one["stored"]["visits"] for one in others} == {0}


def test_a_log_row_altered_by_hand_is_named(folder: Path, call: Call) -> None:
    behind_its_back(folder, "update log set reason = 'nothing' where number = 3")
    said = call("check", "--data", folder, "--user", "demo")
    assert said.code == 1
    assert "Log entry 3 does not follow from the one before\n" in said.out
    assert "Log entry 4" not in said.out


def test_a_log_row_taken_away_is_noticed(folder: Path, call: Call) -> None:
    behind_its_back(folder, "delete from log where number = 3")
    said = call("check", "--data", folder, "--user", "demo", "--format", "json")
    assert json.loads(said.out)["log"] == [4]


def test_a_missing_slot_is_named_and_a_spare_one_counted(folder: Path, call: Call) -> None:
    keys = key_slots.key_file_of(folder / "portti.kp")
    desk = sign_in.sign_in(folder, "demo", "demo", WORKSTATION)
    assert isinstance(desk.accounts, FileAccounts)
    key_slots.put_slot(keys, "stranger", "invented word", desk.accounts.key, uuid4(), CHEAP)
    key_slots.remove_slot(keys, "clerk")
    desk.store.close()
    said = call("check", "--data", folder, "--user", "demo")
    assert said.code == 1
    assert "Key slots: clerk has none\n" in said.out
    assert "Key slots: 1 is nobody's\n" in said.out


def test_a_damaged_page_is_noticed(folder: Path, call: Call) -> None:
    root = "select rootpage from sqlite_master where name = 'visit_outcome'"
    [(page,)] = behind_its_back(folder, root)
    [(size,)] = behind_its_back(folder, "pragma page_size")
    database = folder / "portti.kp"
    content = bytearray(database.read_bytes())
    content[page * int(size) - 99] ^= 1
    database.write_bytes(content)
    said = call("check", "--data", folder, "--user", "demo")
    assert said.code == 1
    assert "File: damaged" in said.out
    assert "All in order" not in said.out


def test_a_clerk_may_not_check(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "clerk")
    said = call("check", "--data", folder, "--user", "clerk")
    assert (said.code, said.out) == (1, "")
    assert said.err == "Your role does not allow this. Ask somebody whose role does.\n"
