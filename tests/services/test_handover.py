"""Visits handed over and taken in: none twice, changes followed, the counters right."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.handover_form import HANDED_OVER, packed
from app.domain.place import Ask
from app.domain.roles import Role
from app.domain.visit import Facts, Visit
from app.services import demo, places, tally, visits
from app.services.checking import check
from app.services.demo import Wish
from app.services.handover import HandedOver, TakenIn, hand_over, take_in
from app.services.sign_in import sign_in
from app.services.unit import Desk, Unit
from app.store import counters, handover_file
from app.store.models import AmendmentRow, LogRow
from app.store.visits import find, walk
from tests.desks import CHEAP, FIRST, NOON, WORKSTATION, SetClock, colleague, file_desk, visit
from tests.shapes import facts

PASSWORD = "agreed by both"


@pytest.fixture
def home(tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    """A location on its own file."""
    desk = file_desk(tmp_path / "home", clock)
    yield desk
    desk.store.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "visits.kpv"


def out(desk: Desk, to: Path) -> HandedOver:
    return hand_over(desk, to, PASSWORD, cost=CHEAP)


def over(home: Desk, file: Path, desk: Desk) -> TakenIn:
    """Hand everything over from one to the other."""
    out(home, file)
    return take_in(desk, file, PASSWORD)


def came(taken: TakenIn) -> dict[str, int]:
    return {str(kind): number for kind, number in taken.came.items() if number}


def write(file: Path, objects: Iterable[object]) -> Path:
    """A hand-over file of another edition."""
    lines = (json.dumps(one).encode() for one in objects)
    with file.open("wb") as target:
        handover_file.write(target, PASSWORD, lines, CHEAP)
    return file


def record(desk: Desk, *topics: str, **changes: object) -> Visit:
    with desk.write() as unit:
        return visits.record(unit, visit(*topics, **changes))  # type: ignore[arg-type]


def everything(desk: Desk) -> dict[str, object]:
    """All visits as far as they are handed over, by id."""
    with desk.read() as unit:
        return {one.id.hex: packed(one) for one in walk(unit.connection)}


def stored(desk: Desk) -> counters.Tally:
    with desk.read() as unit:
        return counters.stored(unit.connection)


def counters_agree(desk: Desk) -> bool:
    with desk.read() as unit:
        counting = (one for one in walk(unit.connection) if one.void_reason is None)
        recounted, kept = counters.counted(counting), counters.stored(unit.connection)
    return (recounted.day, recounted.month) == (kept.day, kept.month)


def test_visits_come_with_all_that_is_counted(
    home: Desk, desk: Desk, file: Path, clock: SetClock
) -> None:
    first = record(home, "benefits", "letter", language="ar", municipality="luoto", persons=3)
    with home.write() as unit:
        tally.record(unit, "kruunupyy", NOON.date(), {("housing", None): 4})
        new = visit(location="romaniportti")
        waited = replace(new, arrived_at=NOON - timedelta(minutes=9), served_at=NOON)
        visits.record(unit, waited)
    assert out(home, file).visits == 6
    clock.forward(days=30)
    taken = take_in(desk, file, PASSWORD)
    assert (came(taken), taken.not_taken, taken.changed) == ({"new": 6}, (), True)
    assert everything(desk) == everything(home)
    assert (stored(desk).day, stored(desk).month) == (stored(home).day, stored(home).month)
    with desk.read() as unit:
        found = find(unit.connection, first.id)
    assert found is not None
    assert found.recorded_by == desk.actor.staff_id
    assert (found.source, found.recorded_at) == (first.source, first.recorded_at)


def test_a_second_time_changes_nothing_and_says_so(home: Desk, desk: Desk, file: Path) -> None:
    record(home)
    over(home, file, desk)
    before = everything(desk), stored(desk).day
    taken = take_in(desk, file, PASSWORD)
    assert (came(taken), taken.changed) == ({"unchanged": 1}, False)
    assert (everything(desk), stored(desk).day) == before


def test_amendments_voids_and_restores_are_followed(home: Desk, desk: Desk, file: Path) -> None:
    amended, voided, kept = (record(home) for _ in range(3))
    over(home, file, desk)
    with home.write() as unit:
        visits.amend(unit, amended.id, Facts(("letter",), persons=5), "about Sanna Mallila")
        visits.void(unit, voided.id, "about Sanna Mallila")
    assert came(over(home, file, desk)) == {"amended": 1, "voided": 1, "unchanged": 1}
    assert counters_agree(desk)
    with desk.read() as unit:
        found = find(unit.connection, voided.id)
        assert found is not None
        assert found.void_reason == HANDED_OVER
        reasons = unit.session.scalars(select(AmendmentRow.reason)).all()
        assert reasons == [HANDED_OVER]
    with home.write() as unit:
        visits.restore(unit, voided.id)
    assert came(over(home, file, desk)) == {"restored": 1, "unchanged": 2}
    assert counters_agree(desk)
    assert everything(desk) == everything(home)
    assert kept.id.hex in everything(desk)


def test_an_older_file_takes_nothing_back(home: Desk, desk: Desk, tmp_path: Path) -> None:
    one = record(home)
    old, new = tmp_path / "old.kpv", tmp_path / "new.kpv"
    out(home, old)
    with home.write() as unit:
        visits.void(unit, one.id, "mistake")
    over(home, new, desk)
    assert came(take_in(desk, old, PASSWORD)) == {"unchanged": 1}
    assert everything(desk) == everything(home)


def test_a_change_made_where_it_was_taken_in_comes_home(home: Desk, desk: Desk, file: Path) -> None:
    one = record(home)
    over(home, file, desk)
    with desk.write() as unit:
        visits.amend(unit, one.id, Facts(("housing",)))
    assert came(over(desk, file, home)) == {"amended": 1}
    assert everything(home) == everything(desk)
    assert counters_agree(home)


def test_a_note_stays_at_home_and_is_not_lost_there(home: Desk, desk: Desk, file: Path) -> None:
    with home.write() as unit:
        place = places.location(unit, "pietarsaari")
        places.save_location(unit, replace(place, asks=frozenset(Ask)))
    one = record(home, note="Sanna Mallila rang")
    over(home, file, desk)
    with desk.write() as unit:
        found = find(unit.connection, one.id)
        assert found is not None
        assert found.facts.note == ""
        visits.amend(unit, one.id, Facts(("letter",)))
    over(desk, file, home)
    with home.read() as unit:
        found = find(unit.connection, one.id)
    assert found is not None
    assert (found.facts.topics, found.facts.note) == (("letter",), "Sanna Mallila rang")


def test_visits_recorded_or_changed_since_a_day(
    home: Desk, desk: Desk, file: Path, clock: SetClock
) -> None:
    old, changed_later = record(home), record(home)
    clock.forward(days=3)
    record(home)
    with home.write() as unit:
        visits.void(unit, changed_later.id, "mistake")
    made = hand_over(home, file, PASSWORD, local_day(clock.now), cost=CHEAP)
    assert made.visits == 2
    take_in(desk, file, PASSWORD)
    assert everything(desk).keys() == everything(home).keys() - {old.id.hex}


def test_what_another_edition_knows_is_left_out_and_named(
    home: Desk, desk: Desk, file: Path
) -> None:
    good, *others = (packed(record(home)) for _ in range(6))
    others[0]["topics"] = ["space_travel"]
    others[1]["topics"] = ["space_travel"]
    others[2]["location"] = "helsinki"
    others[3] |= {"location": "romaniportti", "language": "ar"}
    others[4]["persons"] = 61
    write(file, [{"visits": 6}, good, *others])
    taken = take_in(desk, file, PASSWORD)
    assert came(taken) == {"new": 1}
    told = [
        (one.refused.code, one.refused.values.get("given"), one.visits) for one in taken.not_taken
    ]
    assert told == [
        ("handover_code_unknown", "space_travel", 2),
        ("location_unknown", "helsinki", 1),
        ("not_asked_here", None, 1),
        ("persons_out_of_range", None, 1),
    ]
    assert everything(desk).keys() == {good["id"]}
    assert counters_agree(desk)


def test_another_visit_of_the_same_identity_is_left_out(home: Desk, desk: Desk, file: Path) -> None:
    one = packed(record(home))
    over(home, file, desk)
    before = everything(desk)
    write(file, [{"visits": 1}, one | {"location": "kruunupyy", "revision": 5}])
    taken = take_in(desk, file, PASSWORD)
    assert [one.refused.code for one in taken.not_taken] == ["handover_other_visit"]
    assert everything(desk) == before


def test_a_damaged_file_takes_in_nothing_at_all(home: Desk, desk: Desk, file: Path) -> None:
    good, bad = packed(record(home)), packed(record(home))
    wrongs: list[list[object]] = [
        [],
        [[]],
        [{"visits": "2"}],
        [{"visits": 2}, good, bad | {"persons": None}],
        [{"visits": 2}, good, 7],
        [{"visits": 2}, bad, good],
        [{"visits": 2}, good, good],
    ]
    for wrong in wrongs:
        with pytest.raises(Refused, match="handover_damaged"):
            take_in(desk, write(file, wrong), PASSWORD)
    out(home, file)
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(Refused, match="handover_damaged"):
        take_in(desk, file, PASSWORD)
    assert everything(desk) == {}
    assert stored(desk).day == {}


def test_only_a_supervisor_hands_over_and_takes_in(home: Desk, desk: Desk, file: Path) -> None:
    out(home, file)
    for role in set(Role) - {Role.SUPERVISOR}:
        other = colleague(desk, str(role), role)
        with pytest.raises(Refused, match="no_right"):
            out(other, file)
        with pytest.raises(Refused, match="no_right"):
            take_in(other, file, PASSWORD)
    chief = colleague(desk, "chief", Role.SUPERVISOR)
    take_in(chief, out_again(chief, file), PASSWORD)


def out_again(desk: Desk, file: Path) -> Path:
    """An older hand-over file of that name is replaced."""
    out(desk, file)
    return file


def test_both_are_logged_with_the_file_and_how_many(home: Desk, desk: Desk, file: Path) -> None:
    record(home)
    made = out(home, file)
    taken = take_in(desk, file, PASSWORD)
    assert taken.file_id == made.file_id
    assert logged(home, "visits.hand_over") == [(str(made.file_id), "visits 1")]
    assert logged(desk, "visits.take_in") == [(str(made.file_id), "new 1, not taken 0")]


def logged(desk: Desk, action: str) -> list[tuple[str, str]]:
    with desk.read() as unit:
        rows = unit.session.execute(
            select(LogRow.subject, LogRow.reason).where(LogRow.action == action)
        )
        return [(subject, reason) for subject, reason in rows]


def test_what_stops_a_hand_over_leaves_no_half_file(home: Desk, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("dear all")
    for to, code in (
        (letter, "not_a_handover"),
        (tmp_path, "not_a_handover"),
        (tmp_path / "nowhere" / "a.kpv", "path_missing"),
    ):
        with pytest.raises(Refused, match=code):
            out(home, to)
    with pytest.raises(Refused, match="password_too_short"):
        hand_over(home, tmp_path / "a.kpv", "short", cost=CHEAP)
    assert letter.read_text() == "dear all"
    assert not list(tmp_path.glob("*.kpv*"))


def test_an_error_on_the_way_leaves_the_old_file(
    home: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(home)
    out(home, file)
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "no room", str(file))

    monkeypatch.setattr(handover_file, "sealed", full)
    with pytest.raises(Refused, match="disk_full"):
        out(home, file)
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.glob("visits*")] == [file.name]


def test_progress_ends_with_all(home: Desk, desk: Desk, file: Path) -> None:
    with home.write() as unit:
        tally.record(unit, "kruunupyy", NOON.date(), {("housing", None): 200})
        for topic in ("letter", "benefits", "housing", "other"):
            tally.record(unit, "pietarsaari", NOON.date(), {(topic, None): 100})
    heard: list[tuple[int, int]] = []
    hand_over(home, file, PASSWORD, None, lambda *one: heard.append(one), CHEAP)
    take_in(desk, file, PASSWORD, lambda *one: heard.append(one))
    assert heard == [(500, 600), (600, 600)] * 2


def test_two_demonstrations_in_a_third(tmp_path: Path, desk: Desk) -> None:
    sums: dict[object, tuple[int, int]] = {}
    for seed in (1, 2):
        wish = Wish(150, seed, NOON.date())
        town = demo.create(tmp_path / str(seed), wish, WORKSTATION, cost=CHEAP)
        with closing(town.store):
            for key, (number, persons) in stored(town).month.items():
                before = sums.get(key, (0, 0))
                sums[key] = before[0] + number, before[1] + persons
            out(town, tmp_path / f"{seed}.kpv")
    for _ in range(2):
        taken = [take_in(desk, tmp_path / f"{seed}.kpv", PASSWORD) for seed in (1, 2)]
        assert stored(desk).month == sums
    assert [came(one) for one in taken] == [{"unchanged": 150}] * 2
    assert not any(one.changed for one in taken)
    assert check(desk).in_order


# Any order, any number of times


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new file that each example copies."""
    folder = tmp_path_factory.mktemp("template") / "data"
    file_desk(folder, SetClock()).store.close()
    return folder


@pytest.fixture(scope="module")
def opened(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Desk]:
    """Opens a copy of the file of its own."""

    def copy() -> Desk:
        folder = tmp_path_factory.mktemp("copy") / "data"
        shutil.copytree(template, folder)
        return sign_in(folder, FIRST.login, FIRST.password, WORKSTATION, SetClock())

    return copy


def act(unit: Unit, what: str, which: int, chosen: Facts) -> None:
    """Change one of the visits there are, or record one more."""
    known = list(walk(unit.connection))
    if what == "record" or not known:
        visits.record(unit, visit(*chosen.topics, persons=chosen.persons))
        return
    one = known[which % len(known)]
    if what == "void":
        visits.void(unit, one.id, "mistake")
    elif what == "restore" or one.void_reason is not None:
        visits.restore(unit, one.id)
    else:
        visits.amend(unit, one.id, chosen)


towns = st.integers(0, 1)
acts = st.tuples(
    towns, st.sampled_from(["record", "amend", "void", "restore"]), st.integers(0, 3), facts()
)
steps = st.lists(acts, min_size=2, max_size=7)


@settings(max_examples=15, deadline=None)
@given(steps, st.data())
def test_stores_that_take_in_the_same_files_end_alike(
    opened: Callable[[], Desk], steps: list[tuple[int, str, int, Facts]], data: st.DataObject
) -> None:
    """Two towns that know of each other change the same visits; two others take it all in."""
    first, second, left, right = (opened() for _ in range(4))
    folder = first.accounts.database.parent  # type: ignore[attr-defined]
    files: list[Path] = []
    for town, what, which, chosen in steps:
        desk = (first, second)[town]
        with desk.write() as unit:
            act(unit, what, which, chosen)
        files.append(folder / f"{len(files)}.kpv")
        out(desk, files[-1])
        if data.draw(st.booleans()):
            take_in((second, first)[town], files[-1], PASSWORD)
    for desk in (left, right):
        for file in data.draw(st.permutations([*files, files[0], files[-1]])):
            take_in(desk, file, PASSWORD)
            assert counters_agree(desk)
    assert everything(left) == everything(right)
    for desk in (first, second):
        for file in files:
            take_in(desk, file, PASSWORD)
        assert everything(desk) == everything(left)
        assert counters_agree(desk)
    for desk in (first, second, left, right):
        desk.store.close()
