"""A new recovery code takes the place of the one before; who makes it proves who they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.roles import Role
from app.services import sign_in
from app.services.recovery import renew
from app.services.unit import Desk
from app.store.models import LogRow
from tests.desks import CHEAP, FIRST, WORKSTATION, SetClock, colleague

NEW = "another invented"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def made(folder: Path, clock: SetClock) -> Iterator[tuple[Desk, str]]:
    """A new file: its desk and its first code."""
    desk, code = sign_in.create_file(folder, FIRST, WORKSTATION, clock, CHEAP)
    yield desk, code
    desk.store.close()


def recovered(folder: Path, code: str, clock: SetClock) -> str:
    """Who the code lets in."""
    desk, _next = sign_in.recover(folder, code, NEW, WORKSTATION, clock)
    desk.store.close()
    return desk.actor.login


def test_the_new_code_opens_and_the_old_one_does_not(
    folder: Path, made: tuple[Desk, str], clock: SetClock
) -> None:
    desk, old = made
    new = renew(desk, FIRST.password)
    with pytest.raises(Refused, match="recovery_wrong"):
        recovered(folder, old, clock)
    assert recovered(folder, new, clock) == FIRST.login


def test_it_is_for_who_made_it(folder: Path, made: tuple[Desk, str], clock: SetClock) -> None:
    other = colleague(made[0], "oskar", Role.ADMINISTRATOR)
    assert recovered(folder, renew(other, "invented word"), clock) == "oskar"


def test_it_is_logged_without_the_code(made: tuple[Desk, str]) -> None:
    desk, _old = made
    renew(desk, FIRST.password)
    with desk.read() as unit:
        newest = select(LogRow).order_by(LogRow.number.desc()).limit(1)
        entry = unit.session.scalars(newest).one()
    assert (entry.action, entry.staff_id) == ("staff.recovery_code", desk.actor.staff_id)
    assert (entry.subject, entry.reason) == (str(desk.actor.staff_id), "")


def test_a_wrong_password_makes_none_and_has_to_wait(
    folder: Path, made: tuple[Desk, str], clock: SetClock
) -> None:
    desk, old = made
    for _try in range(3):
        with pytest.raises(Refused, match="sign_in_wrong"):
            renew(desk, "not the word")
    with pytest.raises(Refused, match="sign_in_wait"):
        renew(desk, FIRST.password)
    clock.forward(minutes=5)
    assert recovered(folder, old, clock) == FIRST.login


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_it_takes_the_right(made: tuple[Desk, str], role: Role) -> None:
    with pytest.raises(Refused, match="no_right"):
        renew(colleague(made[0], "oskar", role), "invented word")


def test_a_server_has_none(desk: Desk) -> None:
    if desk.store.is_file:
        assert renew(desk, FIRST.password)
    else:
        with pytest.raises(Refused, match="recovery_needs_file"):
            renew(desk, FIRST.password)
