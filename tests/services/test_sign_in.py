"""The door to an encrypted file: made, opened, recovered, and shut to everybody else."""

from pathlib import Path
from uuid import UUID

import pytest

from app.domain.errors import Refused
from app.domain.roles import FIRST_PERSON, Role
from app.services import places, sign_in, staff
from app.services.checking import check
from app.services.sign_in import FirstPerson, change_password, check_own_password, recover
from app.services.unit import Desk, Unit
from app.store import attempts, key_slots
from app.store.attempts import FREE_TRIES
from tests.desks import CHEAP, FIRST, NOON, WORKSTATION, SetClock

OTHER = "another invented word"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "new" / "data"


@pytest.fixture
def made(folder: Path, clock: SetClock) -> tuple[Desk, str]:
    """A new file: its desk and the recovery code."""
    return sign_in.create_file(folder, FIRST, WORKSTATION, clock, CHEAP)


@pytest.fixture
def code(made: tuple[Desk, str]) -> str:
    made[0].store.close()
    return made[1]


def signed_in(
    folder: Path, clock: SetClock, password: str = FIRST.password, login: str = FIRST.login
) -> Desk:
    return sign_in.sign_in(folder, login, password, WORKSTATION, clock)


def closed(desk: Desk) -> Desk:
    desk.store.close()
    return desk


def test_a_new_file_has_its_places_its_first_person_and_all_in_order(
    made: tuple[Desk, str],
) -> None:
    desk, _code = made
    assert (desk.actor.login, desk.actor.roles) == (FIRST.login, FIRST_PERSON)
    with desk.read() as unit:
        assert len(places.locations(unit)) == 4
        assert [person.login for person in staff.everyone(unit)] == [FIRST.login]
    assert check(desk).in_order
    closed(desk)


@pytest.mark.parametrize(
    ("first", "refusal"),
    [
        (FirstPerson("two words", "Henna", OTHER), "login_not_valid"),
        (FirstPerson("henna", " ", OTHER), "name_missing"),
        (FirstPerson("henna", "Henna", "short"), "password_too_short"),
    ],
)
def test_what_cannot_be_made_leaves_nothing_behind(
    folder: Path, clock: SetClock, first: FirstPerson, refusal: str
) -> None:
    with pytest.raises(Refused, match=refusal):
        sign_in.create_file(folder, first, WORKSTATION, clock, CHEAP)
    assert not list(folder.glob("*"))
    closed(sign_in.create_file(folder, FIRST, WORKSTATION, clock, CHEAP)[0])


def test_a_file_that_is_there_is_not_made_again(folder: Path, code: str, clock: SetClock) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(Refused, match="file_exists"):
        sign_in.create_file(folder, FIRST, WORKSTATION, clock, CHEAP)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_key_file_that_is_there_is_not_lost(folder: Path, clock: SetClock) -> None:
    keys = key_slots.key_file_of(sign_in.database_of(folder))
    keys.parent.mkdir(parents=True)
    keys.write_text("of another file")
    with pytest.raises(Refused, match="key_file_exists"):
        sign_in.create_file(folder, FIRST, WORKSTATION, clock, CHEAP)
    assert keys.read_text() == "of another file"


@pytest.mark.parametrize("login", [FIRST.login, FIRST.login.upper()])
def test_the_right_password_opens(folder: Path, code: str, clock: SetClock, login: str) -> None:
    desk = closed(signed_in(folder, clock, login=login))
    assert (desk.actor.name, desk.actor.workstation) == (FIRST.name, WORKSTATION)


@pytest.mark.parametrize(
    ("login", "password"),
    [
        (FIRST.login, OTHER),
        (FIRST.login, ""),
        (FIRST.login, FIRST.password.upper()),
        ("nobody", FIRST.password),
        ("", FIRST.password),
        ("recovery", FIRST.password),
        ("a\0b", "\0"),
        ("\ud800", "\ud800"),
        ("x" * 10_000, "x" * 10_000),
    ],
)
def test_anything_else_opens_nothing(
    folder: Path, code: str, clock: SetClock, login: str, password: str
) -> None:
    with pytest.raises(Refused, match="sign_in_wrong"):
        signed_in(folder, clock, password, login)


def test_wrong_tries_wait_longer_and_the_right_word_waits_too(
    folder: Path, code: str, clock: SetClock
) -> None:
    for number in range(FREE_TRIES + 3):
        clock.forward(seconds=attempts.wait_seconds(number))
        with pytest.raises(Refused, match="sign_in_wrong") as wrong:
            signed_in(folder, clock, OTHER)
        assert wrong.value.values["seconds"] == attempts.wait_seconds(number + 1)
    with pytest.raises(Refused, match="sign_in_wait") as refused:
        signed_in(folder, clock)
    assert refused.value.values["seconds"] == 8
    with pytest.raises(Refused, match="sign_in_wait"):
        recover(folder, code, OTHER, WORKSTATION, clock)
    clock.forward(seconds=8)
    closed(signed_in(folder, clock))
    with pytest.raises(Refused, match="sign_in_wrong"):
        signed_in(folder, clock, OTHER)
    closed(signed_in(folder, clock))


def test_a_changed_password_opens_and_the_old_one_does_not(
    folder: Path, code: str, clock: SetClock
) -> None:
    desk = signed_in(folder, clock)
    with pytest.raises(Refused, match="sign_in_wrong"):
        change_password(folder, desk, "not the word", OTHER)
    with pytest.raises(Refused, match="password_too_short"):
        change_password(folder, desk, FIRST.password, "short")
    change_password(folder, desk, FIRST.password, OTHER)
    check_own_password(folder, desk, OTHER)
    with pytest.raises(Refused, match="sign_in_wrong"):
        check_own_password(folder, closed(desk), FIRST.password)
    closed(signed_in(folder, clock, OTHER))


def test_the_printed_code_opens_once_and_gives_another(
    folder: Path, code: str, clock: SetClock
) -> None:
    desk, new = recover(folder, code.lower().replace("-", " "), OTHER, WORKSTATION, clock)
    assert closed(desk).actor.login == FIRST.login
    with pytest.raises(Refused, match="recovery_wrong"):
        recover(folder, code, OTHER, WORKSTATION, clock)
    with pytest.raises(Refused, match="recovery_mistyped"):
        recover(folder, new[:-1], OTHER, WORKSTATION, clock)
    with pytest.raises(Refused, match="sign_in_wrong"):
        signed_in(folder, clock)
    clock.forward(minutes=5)
    closed(signed_in(folder, clock, OTHER))
    closed(recover(folder, new, FIRST.password, WORKSTATION, clock)[0])


def test_who_has_left_is_kept_out(folder: Path, code: str, clock: SetClock) -> None:
    desk = signed_in(folder, clock)
    with desk.write() as unit:
        person = staff.add(unit, "oskar", "Oskar", [Role.CLERK], OTHER)
    closed(signed_in(folder, clock, OTHER, "oskar"))
    with desk.write() as unit:
        staff.change(unit, person.id, "Oskar", [Role.CLERK], active=False)
    with pytest.raises(Refused, match="sign_in_wrong"):
        signed_in(folder, clock, OTHER, "oskar")
    with desk.write() as unit:
        unit.accounts.put("oskar", OTHER, person.id)
    clock.forward(minutes=5)
    with pytest.raises(Refused, match="person_left"):
        signed_in(folder, clock, OTHER, "oskar")
    closed(desk)


def set_and_refused(unit: Unit) -> None:
    staff.set_password(unit, unit.actor.staff_id, OTHER)
    staff.add(unit, FIRST.login, "Henna", [Role.CLERK], OTHER)


def test_a_refused_unit_leaves_the_key_file_as_it_was(folder: Path, made: tuple[Desk, str]) -> None:
    desk, _code = made
    keys = key_slots.key_file_of(sign_in.database_of(folder))
    before = keys.read_bytes()
    with pytest.raises(Refused, match="login_taken"), desk.write() as unit:
        set_and_refused(unit)
    assert keys.read_bytes() == before
    assert [path.name for path in folder.glob("*.keys*")] == [keys.name]
    closed(desk)


@pytest.mark.parametrize("gone", ["portti.kp", "portti.kp.keys"])
def test_a_missing_half_is_named(folder: Path, code: str, clock: SetClock, gone: str) -> None:
    (folder / gone).unlink()
    with pytest.raises(Refused) as refused:
        signed_in(folder, clock)
    assert refused.value.code == ("key_file_missing" if gone.endswith("keys") else "file_missing")
    assert gone in refused.value.values.values()


@pytest.mark.parametrize("content", [b"", b"a letter\n" * 400])
def test_a_file_that_is_no_database_is_named(
    folder: Path, code: str, clock: SetClock, content: bytes
) -> None:
    sign_in.database_of(folder).write_bytes(content)
    with pytest.raises(Refused, match="file_damaged"):
        signed_in(folder, clock)


def test_each_sign_in_is_logged(folder: Path, code: str, clock: SetClock) -> None:
    clock.now = NOON
    desk = signed_in(folder, clock)
    found = check(desk)
    assert found.in_order
    assert found.contents is not None
    assert found.contents.counts.entries >= 2
    closed(desk)


def test_the_workstation_is_that_of_the_desk(folder: Path, code: str, clock: SetClock) -> None:
    there = UUID(int=77)
    desk = sign_in.sign_in(folder, FIRST.login, FIRST.password, there, clock)
    assert closed(desk).actor.workstation == there
