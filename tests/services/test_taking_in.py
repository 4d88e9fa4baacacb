"""A hand-over file comes in parts: others work between them, and none is ever half there."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.services import tally, visits
from app.services.checking import check
from app.services.handover import TakenIn, hand_over, take_in
from app.services.handover_reading import PART
from app.services.sign_in import sign_in
from app.services.taking_in import Taking
from app.services.unit import Desk
from app.store.handed_over import amount
from tests.desks import CHEAP, FIRST, NOON, WORKSTATION, SetClock, file_desk, visit
from tests.services.test_handover import counters_agree, everything, logged, write

PASSWORD = "agreed by both"
ROOT = Path(__file__).parent.parent.parent
WHOLE = 2 * PART + 100
CHILD = """
import sys
from pathlib import Path
from app.services.handover import take_in
from app.services.sign_in import sign_in
from tests.desks import FIRST, WORKSTATION

def wait(done, whole):
    print(done, flush=True)
    sys.stdin.read()

desk = sign_in(Path(sys.argv[1]), FIRST.login, FIRST.password, WORKSTATION)
take_in(desk, Path(sys.argv[2]), sys.argv[3], wait)
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What another town handed over: two parts and a hundred visits."""
    folder = tmp_path_factory.mktemp("town")
    town = file_desk(folder / "data", SetClock())
    with closing(town.store):
        for topic in ("letter", "benefits", "housing", "work", "other", "money"):
            _tallied(town, topic, min(200, WHOLE - _amount(town)))
        assert _amount(town) == WHOLE
        hand_over(town, folder / "town.kpv", PASSWORD, cost=CHEAP)
    return folder / "town.kpv"


def _tallied(desk: Desk, topic: str, number: int) -> None:
    if number:
        with desk.write() as unit:
            tally.record(unit, "kruunupyy", NOON.date(), {(topic, None): number})


def _amount(desk: Desk) -> int:
    with desk.read() as unit:
        return amount(unit.connection)


def stop_after(done: int, why: BaseException) -> Callable[[int, int], None]:
    """Ends the work when so many visits are taken in."""

    def told(now: int, _whole: int) -> None:
        if now == done:
            raise why

    return told


def numbers(taken: TakenIn) -> dict[str, int]:
    return {str(kind): number for kind, number in taken.came.items() if number}


def test_the_report_adds_up_over_the_parts(desk: Desk, file: Path) -> None:
    taken = take_in(desk, file, PASSWORD)
    assert (numbers(taken), taken.not_taken, taken.stopped) == ({"new": WHOLE}, (), None)
    reasons = [reason for _file, reason in logged(desk, "visits.take_in")]
    assert reasons == [f"new {n}, not taken 0" for n in (PART, PART, 100)]
    assert check(desk).in_order


def test_others_record_between_the_parts(tmp_path: Path, file: Path, clock: SetClock) -> None:
    desk = file_desk(tmp_path / "data", clock)
    other = sign_in(tmp_path / "data", FIRST.login, FIRST.password, WORKSTATION, clock)
    seen: list[int] = []

    def record(done: int, whole: int) -> None:
        with other.write() as unit:
            visits.record(unit, visit())
        seen.append(_amount(other))

    with closing(desk.store), closing(other.store):
        taken = take_in(desk, file, PASSWORD, record, record)
        between = [PART + 4, 2 * PART + 5, WHOLE + 6]
        assert seen == [1, 2, 3, *between]
        assert numbers(taken) == {"new": WHOLE}
        assert counters_agree(desk)
        assert check(desk).in_order


@pytest.mark.parametrize("why", [Refused("cancelled"), KeyboardInterrupt(), Refused("disk_full")])
@pytest.mark.parametrize("done", [PART, 2 * PART])
def test_what_stops_it_leaves_whole_parts_and_a_second_time_brings_the_rest(
    desk: Desk, file: Path, why: BaseException, done: int
) -> None:
    taken = take_in(desk, file, PASSWORD, stop_after(done, why))
    assert (numbers(taken), taken.done, taken.visits) == ({"new": done}, done, WHOLE)
    assert taken.stopped is not None
    assert taken.stopped.code == getattr(why, "code", "cancelled")
    assert _amount(desk) == done
    assert counters_agree(desk)
    again = take_in(desk, file, PASSWORD)
    assert numbers(again) == {"new": WHOLE - done, "unchanged": done}
    assert again.stopped is None
    assert not take_in(desk, file, PASSWORD).changed
    assert _amount(desk) == WHOLE
    assert check(desk).in_order


def test_an_end_that_comes_after_the_last_part_stops_nothing(desk: Desk, file: Path) -> None:
    taken = take_in(desk, file, PASSWORD, stop_after(WHOLE, Refused("cancelled")))
    assert (taken.done, taken.stopped) == (WHOLE, None)


@pytest.mark.parametrize("why", [Refused("cancelled"), KeyboardInterrupt()])
def test_what_ends_the_checking_takes_nothing_in(
    desk: Desk, file: Path, why: BaseException
) -> None:
    with pytest.raises(type(why)):
        take_in(desk, file, PASSWORD, checking=stop_after(PART, why))
    assert everything(desk) == {}
    assert logged(desk, "visits.take_in") == []


def test_trouble_with_a_part_keeps_those_before_it(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish, finished = Taking.finish, iter([True, False])

    def full(taking: Taking) -> None:
        finish(taking)
        if not next(finished):
            raise OSError(28, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(Taking, "finish", full)
        taken = take_in(desk, file, PASSWORD)
    assert taken.stopped is not None
    assert (taken.stopped.code, taken.done, _amount(desk)) == ("disk_full", PART, PART)
    assert counters_agree(desk)
    assert numbers(take_in(desk, file, PASSWORD)) == {"new": WHOLE - PART, "unchanged": PART}


def test_trouble_with_the_first_part_is_told_as_such(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_taking: Taking) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(Taking, "finish", full)
    with pytest.raises(Refused, match="disk_full"):
        take_in(desk, file, PASSWORD)
    assert everything(desk) == {}


def test_a_program_that_is_killed_on_the_way_leaves_whole_parts(
    tmp_path: Path, file: Path, clock: SetClock
) -> None:
    file_desk(tmp_path / "data", clock).store.close()
    command = [sys.executable, "-c", CHILD, str(tmp_path / "data"), str(file), PASSWORD]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, cwd=ROOT, **pipes) as child:  # type: ignore[call-overload]
        assert child.stdout.readline() == f"{PART}\n"
        child.kill()
    desk = sign_in(tmp_path / "data", FIRST.login, FIRST.password, WORKSTATION, clock)
    with closing(desk.store):
        assert _amount(desk) == PART
        assert check(desk).in_order
        assert numbers(take_in(desk, file, PASSWORD)) == {"new": WHOLE - PART, "unchanged": PART}
        assert check(desk).in_order


@pytest.fixture
def many(tmp_path: Path, clock: SetClock) -> Iterator[list[dict[str, object]]]:
    """More visits than one part holds, as they are handed over."""
    town = file_desk(tmp_path / "many", clock)
    with closing(town.store):
        for topic in ("letter", "benefits", "housing"):
            _tallied(town, topic, 200)
        yield list(map(_packed, everything(town).values()))


def _packed(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value


def test_damage_behind_the_first_part_takes_nothing_in(
    desk: Desk, tmp_path: Path, many: list[dict[str, object]]
) -> None:
    source = tmp_path / "many.kpv"
    assert len(many) > PART
    last = many[-1]
    wrongs: list[list[object]] = [
        [{"visits": len(many)}, *many[:-1], last | {"persons": None}],
        [{"visits": len(many)}, *many[:-1], many[0]],
        [{"visits": len(many)}, *many[:-1]],
        [{"visits": len(many) - 1}, *many],
    ]
    for wrong in wrongs:
        with pytest.raises(Refused, match="handover_damaged"):
            take_in(desk, write(source, wrong), PASSWORD)
    whole = write(source, [{"visits": len(many)}, *many]).read_bytes()
    for cut in (whole[:-1], whole[: len(whole) // 2], whole[:-9] + b"x" + whole[-8:]):
        source.write_bytes(cut)
        with pytest.raises(Refused, match="handover_damaged"):
            take_in(desk, source, PASSWORD)
    assert everything(desk) == {}
    assert logged(desk, "visits.take_in") == []


def test_what_is_left_out_adds_up_over_the_parts(
    desk: Desk, tmp_path: Path, many: list[dict[str, object]]
) -> None:
    for one in (many[0], many[1], many[-1]):
        one["location"] = "helsinki"
    taken = take_in(desk, write(tmp_path / "a.kpv", [{"visits": len(many)}, *many]), PASSWORD)
    assert [(one.refused.code, one.visits) for one in taken.not_taken] == [("location_unknown", 3)]
    assert numbers(taken) == {"new": len(many) - 3}
