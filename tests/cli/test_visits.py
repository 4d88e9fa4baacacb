"""`visits`: two towns hand over to a third, which tells what came."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.services import demo
from app.services.demo import Wish
from tests.cli.calling import VISITS, Call, behind_its_back
from tests.desks import CHEAP, WORKSTATION

PASSWORD = "agreed by both"


@pytest.fixture(autouse=True)
def agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password of the file is in the environment."""
    monkeypatch.setenv("KOTOPORTTI_HANDOVER_PASSWORD", PASSWORD)


@pytest.fixture
def towns(folder: Path, tmp_path: Path) -> list[Path]:
    """Three towns with a demonstration each, the last of which is `folder`."""
    others = [tmp_path / "first", tmp_path / "second"]
    for seed, town in enumerate(others, 20):
        wish = Wish(VISITS, seed, date(2026, 11, 24))
        demo.create(town, wish, WORKSTATION, cost=CHEAP).store.close()
    return [*others, folder]


def sums(folder: Path) -> list[tuple[object, ...]]:
    """Visits and persons that count, by month and main topic."""
    counted = (
        "select month, value, sum(visits), sum(persons) from month_counter"
        " where breakdown = 'main_topic' group by month, value order by month, value"
    )
    return [tuple(row) for row in behind_its_back(folder, counted)]


def added(*towns: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    whole: dict[tuple[object, ...], list[int]] = {}
    for month, topic, number, persons in (row for town in towns for row in town):
        sum_so_far = whole.setdefault((month, topic), [0, 0])
        sum_so_far[0] += number  # type: ignore[operator]
        sum_so_far[1] += persons  # type: ignore[operator]
    return sorted((*key, *pair) for key, pair in whole.items())


def test_two_hand_over_to_a_third_and_a_second_time_changes_nothing(
    towns: list[Path], tmp_path: Path, call: Call
) -> None:
    expected = added(*map(sums, towns))
    *givers, third = towns
    for town in givers:
        file = tmp_path / f"{town.name}.kpv"
        said = call("visits", "export", "--to", file, "--data", town, "--user", "demo")
        assert (said.code, said.out) == (0, f"{VISITS} visits are in the hand-over file.\n")
        assert PASSWORD not in said.out + said.err
    for new in (VISITS, 0):
        for town in givers:
            file = tmp_path / f"{town.name}.kpv"
            words = ("visits", "import", file, "--data", third, "--user", "demo")
            said = call(*words, "--format", "json")
            assert said.code == 0
            told = json.loads(said.out)
            assert (told["new"], told["unchanged"]) == (new, VISITS - new)
            assert told["not_taken"] == []
        assert sums(third) == expected
    assert call("check", "--data", third, "--user", "demo").code == 0


def test_the_table_names_what_came_and_what_did_not(
    folder: Path, tmp_path: Path, call: Call
) -> None:
    other, file = shutil.copytree(folder, tmp_path / "other"), tmp_path / "visits.kpv"
    behind_its_back(other, "update visit set channel = 'by_owl' where rowid % 20 = 0")
    behind_its_back(other, "update visit set revision = 1, channel = 'phone' where rowid = 1")
    call("visits", "export", "--to", file, "--data", other, "--user", "demo")
    said = call("visits", "import", file, "--data", folder, "--user", "demo")
    lines = said.out.splitlines()
    assert said.code == 1
    assert [line.split()[-1] for line in lines[1:]] == ["0", "1", "0", "0", "56", "3"]
    assert lines[-1].startswith("Not taken: “by_owl” is not known to this version")
    said = call("visits", "import", file, "--data", folder, "--user", "demo")
    assert said.out.splitlines()[-1] == "Nothing has changed."


def test_ended_on_the_way_it_says_so_and_brings_the_rest_later(
    towns: list[Path], tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    giver, other, taker = towns
    file = tmp_path / "visits.kpv"
    call("visits", "export", "--to", file, "--data", giver, "--user", "demo")
    words = ("visits", "import", file, "--user", "demo", "--data")

    def interrupted(done: int, _whole: int) -> None:
        if done == 20:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("app.services.handover_reading.PART", 10)
        patch.setattr("app.cli.progress.show", interrupted)
        said = call(*words, taker)
        assert said.code == 1
        assert said.err.startswith("Stopped after 20 of 60 visits. These are taken in.")
        assert said.out.split()[:4] == ["What", "came", "Visits", "New"]
        said = call(*words, other, "--format", "json")
        assert (said.code, json.loads(said.out)["rest"]) == (1, 40)
    for town in (taker, other):
        said = call(*words, town, "--format", "json")
        told = json.loads(said.out)
        assert (said.code, told["new"], told["unchanged"], told["rest"]) == (0, 40, 20, 0)
        assert call("check", "--data", town, "--user", "demo").code == 0


@pytest.mark.parametrize("day", ["2026-11-24", "2999-01-01"])
def test_since_a_day(day: str, folder: Path, tmp_path: Path, call: Call) -> None:
    file = tmp_path / "visits.kpv"
    where = ("--data", folder, "--user", "demo")
    said = call("visits", "export", "--to", file, "--since", day, *where)
    (count,) = behind_its_back(folder, f"select count(*) from visit where recorded_at > '{day}'")[0]
    assert said.code == 0
    assert int(said.out.split()[0]) == count < VISITS


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda whole: whole[:-1], "This hand-over file is damaged."),
        (lambda whole: whole[:99] + b"\0" + whole[100:], "This hand-over file is damaged."),
        (lambda whole: b"dear all", "visits.kpv is no hand-over file."),
        (lambda whole: whole[:9] + b"\2" + whole[10:], "A newer version of the program"),
    ],
)
def test_a_file_that_cannot_be_taken_in(
    change: Callable[[bytes], bytes], sentence: str, folder: Path, tmp_path: Path, call: Call
) -> None:
    file = tmp_path / "visits.kpv"
    call("visits", "export", "--to", file, "--data", folder, "--user", "demo")
    file.write_bytes(change(file.read_bytes()))
    said = call("visits", "import", file, "--data", folder, "--user", "demo")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(sentence)


def test_a_wrong_password_and_none(
    folder: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "visits.kpv"
    call("visits", "export", "--to", file, "--data", folder, "--user", "demo")
    words = ("visits", "import", file, "--data", folder, "--user", "demo")
    monkeypatch.setenv("KOTOPORTTI_HANDOVER_PASSWORD", "another word")
    assert call(*words).err.startswith("The password does not open this file.")
    monkeypatch.delenv("KOTOPORTTI_HANDOVER_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    said = call(*words)
    assert said.code == 1
    assert said.err == "Give the password at the prompt or in KOTOPORTTI_HANDOVER_PASSWORD.\n"


def test_a_new_password_is_typed_twice(
    folder: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "visits.kpv"
    typed = iter([PASSWORD, "another", PASSWORD, PASSWORD, PASSWORD])
    monkeypatch.delenv("KOTOPORTTI_HANDOVER_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    words = ("visits", "export", "--to", file, "--data", folder, "--user", "demo")
    assert call(*words).err == "The two passwords are not the same. Type both again.\n"
    assert not file.exists()
    assert call(*words).code == 0
    assert call("visits", "import", file, "--data", folder, "--user", "demo").code == 0


def test_people_without_the_right_hand_nothing_over(
    folder: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "clerk")
    file = tmp_path / "visits.kpv"
    said = call("visits", "export", "--to", file, "--data", folder, "--user", "clerk")
    assert (said.code, file.exists()) == (1, False)
    assert said.err.startswith("Your role does not allow this.")
