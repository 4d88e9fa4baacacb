"""Killed while recording, twenty times; two programs on one file."""

from pathlib import Path
from random import Random

import pytest

from tests.desks import SetClock, file_desk
from tests.faults import killing
from tests.faults.recorder import opened

SEED = 20261124


@pytest.fixture
def folder(tmp_path: Path, clock: SetClock) -> Path:
    """A folder with a new file."""
    folder = tmp_path / "data"
    file_desk(folder, clock).store.close()
    return folder


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(folder: Path) -> None:
    assert killing.kill_often(folder, 20, SEED) > 20


def test_two_programs_record_into_one_file(folder: Path) -> None:
    lives = killing.record_together(folder, programs=2, number=60)
    assert [len(life.done) for life in lives] == [60, 60]
    desk = opened(folder)
    killing.assert_whole(desk, lives)
    desk.store.close()


def test_one_program_is_killed_while_another_goes_on(folder: Path) -> None:
    with killing.recorder(folder, 150) as other:
        assert other.stdout is not None
        first = other.stdout.readline()
        killed = killing.killed_life(folder, Random(SEED))
        lives = [killed, killing.life_of(first + other.stdout.read())]
        assert other.wait() == 0
    desk = opened(folder)
    killing.assert_whole(desk, lives)
    assert len(lives[1].done) == 150
    desk.store.close()
