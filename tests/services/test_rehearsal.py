"""A copy to walk through: the same store, and the one that is copied stays as it is."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.services import sign_in, visits
from app.services.rehearsal import AFTERWARDS, copy_store, lively_moment
from app.services.unit import Desk
from tests.desks import FIRST, NOON, WORKSTATION, SetClock, file_desk, visit


@pytest.fixture
def folder(tmp_path: Path, clock: SetClock) -> Path:
    """A file with one visit in it."""
    desk = file_desk(tmp_path / "data", clock)
    with desk.write() as unit:
        visits.record(unit, visit("benefits"))
    desk.store.close()
    return tmp_path / "data"


def opened(folder: Path, clock: SetClock) -> Desk:
    return sign_in.sign_in(folder, FIRST.login, FIRST.password, WORKSTATION, clock)


def test_what_is_done_to_the_copy_is_not_done_to_the_store(
    folder: Path, tmp_path: Path, clock: SetClock
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (copy := tmp_path / "copy").mkdir()
    copy_store(folder, FIRST.login, FIRST.password, copy, clock())
    desk = opened(copy, clock)
    with desk.write() as unit:
        assert lively_moment(unit, "pietarsaari") == NOON + AFTERWARDS
        visits.record(unit, visit("housing"))
    desk.store.close()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_copy_needs_a_password_and_wrong_ones_wait(
    folder: Path, tmp_path: Path, clock: SetClock
) -> None:
    (copy := tmp_path / "copy").mkdir()
    for _try in range(3):
        with pytest.raises(Refused, match="sign_in_wrong"):
            copy_store(folder, FIRST.login, "guessed", copy, clock())
    with pytest.raises(Refused, match="sign_in_wait"):
        copy_store(folder, FIRST.login, FIRST.password, copy, clock())
    assert list(copy.iterdir()) == []


def test_a_folder_without_a_store_is_refused(tmp_path: Path, clock: SetClock) -> None:
    with pytest.raises(Refused, match="file_missing"):
        copy_store(tmp_path, FIRST.login, FIRST.password, tmp_path, clock())


def test_where_nothing_happened_it_is_now(folder: Path, clock: SetClock) -> None:
    clock.forward(hours=3)
    desk = opened(folder, clock)
    with desk.read() as unit:
        assert lively_moment(unit, "kruunupyy") == NOON + timedelta(hours=3)
    desk.store.close()
