import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.store.attempts import (
    LONGEST_WAIT,
    Attempts,
    read_attempts,
    refuse_waiting,
    register_failure,
    register_success,
    seconds_left,
    tries_file,
    wait_seconds,
)

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
moments = st.datetimes(
    min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tries_file(tmp_path / "portti.kp")


def fail(path: Path, times: int, now: datetime = NOON) -> None:
    for _ in range(times):
        register_failure(path, now)


def waiting(path: Path, now: datetime) -> object:
    with pytest.raises(Refused) as refusal:
        refuse_waiting(path, now)
    assert refusal.value.code == "sign_in_wait"
    return refusal.value.values["seconds"]


def test_waits_double_after_the_third_wrong_try() -> None:
    waits = [wait_seconds(failures) for failures in range(13)]
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]


@given(st.integers(0, 10**30))
def test_a_wait_never_shrinks_and_ends_at_five_minutes(failures: int) -> None:
    assert wait_seconds(failures) <= wait_seconds(failures + 1) <= LONGEST_WAIT == 300


@given(st.integers(0, 10**6), moments, moments)
def test_what_is_left_lies_between_nothing_and_the_wait(
    failures: int, last: datetime, now: datetime
) -> None:
    assert 0 <= seconds_left(Attempts(failures, last), now) <= wait_seconds(failures)


@given(st.integers(0, 40), moments)
def test_the_door_opens_when_the_wait_is_over_and_not_before(failures: int, last: datetime) -> None:
    wait = timedelta(seconds=wait_seconds(failures))
    state = Attempts(failures, last)
    assert seconds_left(state, last + wait) == 0
    if wait:
        assert seconds_left(state, last + wait - timedelta(microseconds=1)) == 1


def test_two_wrong_tries_are_free(path: Path) -> None:
    refuse_waiting(path, NOON)
    fail(path, 2)
    refuse_waiting(path, NOON)


def test_the_third_wrong_try_makes_the_next_one_wait(path: Path) -> None:
    fail(path, 2)
    assert register_failure(path, NOON) == 2
    assert waiting(path, NOON) == 2
    assert waiting(path, NOON + timedelta(seconds=1.5)) == 1
    refuse_waiting(path, NOON + timedelta(seconds=2))


def test_a_good_try_forgets_the_wrong_ones(path: Path) -> None:
    fail(path, 5)
    register_success(path)
    refuse_waiting(path, NOON)
    assert register_failure(path, NOON) == 0
    register_success(path)
    register_success(path)
    assert read_attempts(path) == Attempts()


def test_the_state_lies_beside_the_database_with_count_and_time_only(path: Path) -> None:
    fail(path, 3)
    assert path.name == "portti.kp.tries"
    assert json.loads(path.read_bytes()) == {"failures": 3, "last": "2026-09-01T12:00:00+00:00"}
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_clock_set_back_starts_the_wait_again_once(path: Path) -> None:
    fail(path, 3)
    year_before = NOON - timedelta(days=365)
    assert waiting(path, year_before) == 2
    assert waiting(path, year_before + timedelta(seconds=1)) == 1
    refuse_waiting(path, year_before + timedelta(seconds=2))


def test_a_clock_set_back_skips_no_wait(path: Path) -> None:
    fail(path, 10)
    assert waiting(path, NOON - timedelta(minutes=1)) == 256


DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"7",
    b"\xff\xfe\xfd",
    b"[" * 100_000,
    b'{"failures": 9}',
    b'{"failures": "9", "last": "2026-09-01T12:00:00+00:00"}',
    b'{"failures": 9.5, "last": "2026-09-01T12:00:00+00:00"}',
    b'{"failures": -9, "last": "2026-09-01T12:00:00+00:00"}',
    b'{"failures": 9, "last": "2026-09-01T12:00:00"}',
    b'{"failures": 9, "last": "yesterday"}',
    b'{"failures": 9, "last": 1788264000}',
]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_state_locks_nobody_out(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    refuse_waiting(path, NOON)
    assert register_failure(path, NOON) == 0
    assert read_attempts(path) == Attempts(1, NOON)


def test_a_time_without_zone_is_a_fault_of_the_caller(path: Path) -> None:
    with pytest.raises(ValueError, match="zone"):
        register_failure(path, NOON.replace(tzinfo=None))
