"""The counters equal a recount, whatever was recorded, amended, voided and restored."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.counting import Breakdown
from app.domain.errors import Refused
from app.domain.moment import BackDate
from app.domain.visit import Facts, Visit
from app.services import tally, visits
from app.services.sign_in import sign_in
from app.services.unit import Desk, Unit
from app.services.visits import NewVisit, new_id
from app.store import counters
from app.store.checking import differences
from app.store.counters import Tally
from tests.desks import FIRST, NOON, WORKSTATION, SetClock, counting, file_desk, visit
from tests.shapes import facts

TODAY = NOON.date()
days_back = st.integers(0, 366)
times = st.none() | st.times()
which = st.integers(0, 9)


@dataclass(frozen=True)
class Act:
    """One thing that a clerk does, to the visit of this number if there is one."""

    what: str
    which: int = 0
    facts: Facts | None = None
    back: BackDate | None = None

    def __call__(self, unit: Unit, made: list[Visit]) -> None:
        getattr(self, self.what)(unit, made)

    def record(self, unit: Unit, made: list[Visit]) -> None:
        assert self.facts is not None
        new = NewVisit(new_id(), "pietarsaari", self.facts, self.back)
        made.append(visits.record(unit, new))

    def again(self, unit: Unit, made: list[Visit]) -> None:
        old = made[self.which % len(made)]
        visits.record(unit, NewVisit(old.id, old.location, old.facts))

    def amend(self, unit: Unit, made: list[Visit]) -> None:
        assert self.facts is not None
        visits.amend(unit, made[self.which % len(made)].id, self.facts, "", self.back)

    def void(self, unit: Unit, made: list[Visit]) -> None:
        visits.void(unit, made[self.which % len(made)].id, "mistake")

    def restore(self, unit: Unit, made: list[Visit]) -> None:
        visits.restore(unit, made[self.which % len(made)].id)

    def tally(self, unit: Unit, made: list[Visit]) -> None:
        cells = {("benefits", "ar"): self.which, ("letter", None): 1}
        made += tally.record(unit, "pietarsaari", TODAY, cells)


backs = st.none() | st.builds(
    lambda days, at: BackDate(TODAY - timedelta(days=days), at), days_back, times
)
recorded = st.builds(Act, st.just("record"), facts=facts(), back=backs)
changed = st.builds(Act, st.just("amend"), which, facts(), backs)
others = st.builds(Act, st.sampled_from(["again", "void", "restore", "tally"]), which)
acts = st.lists(recorded | changed | others, max_size=8)


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


def assert_counted(desk: Desk) -> None:
    """The counters are those of a recount, none is below nothing, and the check agrees."""
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
        recounted = counters.counted(counting(unit.connection))
        found = list(differences(unit.connection, lambda done, whole: None))
    assert (stored.day, stored.month) == (recounted.day, recounted.month)
    assert found == []
    assert all(min(pair) > 0 for pair in (stored.day | stored.month).values())


@settings(max_examples=40, deadline=None)
@given(acts)
def test_counters_equal_a_recount_after_any_acts(
    opened: Callable[[], Desk], acts: list[Act]
) -> None:
    desk = opened()
    made: list[Visit] = []
    for act in acts:
        if made or act.what in ("record", "tally"):
            try_act(desk, act, made)
    assert_counted(desk)
    desk.store.close()


def try_act(desk: Desk, act: Act, made: list[Visit]) -> None:
    """Do it; what is refused must have changed nothing."""
    try:
        with desk.write() as unit:
            act(unit, made)
    except Refused as refused:
        known = {"visit_voided", "time_in_future"}
        if refused.code not in known:
            raise


def test_day_and_month_counters_agree_with_each_other(desk: Desk) -> None:
    for days in (0, 1, 30, 200):
        back = BackDate(TODAY - timedelta(days=days))
        with desk.write() as unit:
            new = visit("benefits", persons=3)
            visits.record(unit, NewVisit(new.id, new.location, new.facts, back))
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
    by_month: dict[int, int] = {}
    for (_place, day, breakdown, _value), (number, _persons) in stored.day.items():
        if breakdown == Breakdown.TOTAL:
            month = day.year * 100 + day.month
            by_month[month] = by_month.get(month, 0) + number
    months = {
        key[1]: amounts[0] for key, amounts in stored.month.items() if key[2] == Breakdown.TOTAL
    }
    assert by_month == months == {202611: 2, 202610: 1, 202605: 1}


def test_a_counter_that_comes_back_to_nothing_is_left_out(desk: Desk) -> None:
    with desk.write() as unit:
        made = visits.record(unit, visit())
    with desk.write() as unit:
        visits.void(unit, made.id, "mistake")
    with desk.read() as unit:
        assert counters.stored(unit.connection).day == {}
    assert_counted(desk)


def test_what_cancels_itself_out_is_not_written(desk: Desk) -> None:
    with desk.write() as unit:
        made = visits.record(unit, visit())
        nothing = Tally()
        nothing.add(made)
        nothing.add(made, -1)
        before = counters.stored(unit.connection)
        counters.move(unit.connection, nothing)
        after = counters.stored(unit.connection)
    assert (before.day, before.month) == (after.day, after.month)


def test_a_visit_counts_on_its_local_day(desk: Desk, clock: SetClock) -> None:
    for day, utc_hour in ((date(2026, 7, 1), 21), (date(2026, 12, 1), 22)):
        clock.now = NOON.replace(month=day.month, day=day.day, hour=utc_hour, minute=30)
        with desk.write() as unit:
            visits.record(unit, visit())
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
    for day in (date(2026, 7, 2), date(2026, 12, 2)):
        assert stored.day["pietarsaari", day, Breakdown.TOTAL, ""] == (1, 1)
        assert stored.day["pietarsaari", day, Breakdown.HOUR, "00"] == (1, 1)
    assert_counted(desk)


@pytest.mark.parametrize("utc_hour", [0, 1])
def test_both_runs_of_the_doubled_hour_count(desk: Desk, clock: SetClock, utc_hour: int) -> None:
    clock.now = NOON.replace(month=10, day=25, hour=utc_hour, minute=30)
    with desk.write() as unit:
        visits.record(unit, visit())
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
    assert stored.day["pietarsaari", date(2026, 10, 25), Breakdown.HOUR, "03"] == (1, 1)
    assert_counted(desk)
