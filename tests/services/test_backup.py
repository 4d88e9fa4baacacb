"""A backup is whole or not there, and gives back what was in the store."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.roles import Role
from app.services import sign_in, visits
from app.services.backup import back_up, last_backup, restore_backup, restore_with_code
from app.services.recovery import renew
from app.services.unit import Desk
from app.store import backup_file
from app.store.visits import read
from tests.clients import recorded
from tests.desks import CHEAP, FIRST, NOON, WORKSTATION, SetClock, colleague, file_desk, visit


@pytest.fixture
def used(tmp_path: Path) -> Iterator[Desk]:
    """A file with two visits, one of them with a note of its own."""
    desk = file_desk(tmp_path / "data", SetClock())
    with desk.write() as unit:
        visits.record(unit, visit("benefits", persons=2))
        visits.record(unit, visit("housing", location="romaniportti"))
    yield desk
    desk.store.close()


@pytest.fixture
def backup(used: Desk, tmp_path: Path) -> Path:
    back_up(used, tmp_path / "b.zip")
    return tmp_path / "b.zip"


def restored(backup: Path, folder: Path) -> Desk:
    restore_backup(backup, folder, FIRST.login, FIRST.password)
    return sign_in.sign_in(folder, FIRST.login, FIRST.password, WORKSTATION, SetClock())


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_what_comes_back(used: Desk, backup: Path, tmp_path: Path) -> None:
    other = restored(backup, tmp_path / "other")
    with used.read() as here, other.read() as there:
        assert read(there.connection) == read(here.connection)
    other.store.close()
    left = {path.name for path in (tmp_path / "other").iterdir()}
    assert left == {"portti.kp", "portti.kp.keys"}


def test_it_tells_when_the_last_one_was_made(used: Desk, tmp_path: Path) -> None:
    with used.read() as unit:
        assert last_backup(unit) is None
    about = back_up(used, tmp_path / "b.zip")
    assert (about.made_at, about.counts.visits) == (NOON, 2)
    with used.read() as unit:
        assert last_backup(unit) == NOON


def test_a_backup_names_nobody(backup: Path) -> None:
    with zipfile.ZipFile(backup) as packed:
        assert set(packed.namelist()) == {"portti.kp", "portti.kp.keys", "about.json"}
        assert {one.compress_type for one in packed.infolist()} == {zipfile.ZIP_STORED}
    content = backup.read_bytes().lower()
    for word in (FIRST.login, FIRST.name, FIRST.password, "romaniportti"):
        assert word.lower().encode() not in content
    assert backup.stat().st_mode & 0o077 == 0


def test_a_newer_one_replaces_it(used: Desk, backup: Path, tmp_path: Path) -> None:
    with used.write() as unit:
        visits.record(unit, visit("work"))
    assert back_up(used, backup).counts.visits == 3
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["b.zip"]


def test_clients_are_counted_too(used: Desk, tmp_path: Path) -> None:
    recorded(used, "Yusuf")
    backup = tmp_path / "b.zip"
    assert back_up(used, backup).counts.clients == 1
    restored(backup, tmp_path / "other").store.close()


@pytest.mark.parametrize("clients", [None, 7])
def test_a_backup_of_an_earlier_program_did_not_count_them(
    used: Desk, tmp_path: Path, clients: int | None
) -> None:
    backup, older = tmp_path / "b.zip", tmp_path / "older.zip"
    back_up(used, backup)
    with zipfile.ZipFile(backup) as packed, zipfile.ZipFile(older, "w") as again:
        for name in packed.namelist():
            content = packed.read(name)
            if name == "about.json":
                about = json.loads(content)
                about["counts"]["clients"] = clients
                content = json.dumps(about).encode()
            again.writestr(name, content)
    if clients is None:
        restored(older, tmp_path / "other").store.close()
    else:
        with pytest.raises(Refused, match="backup_damaged"):
            restored(older, tmp_path / "other")


def test_another_file_is_not_overwritten(used: Desk, tmp_path: Path) -> None:
    letter = tmp_path / "letter.zip"
    letter.write_bytes(b"dear all")
    with pytest.raises(Refused, match="not_a_backup"):
        back_up(used, letter)
    assert letter.read_bytes() == b"dear all"


def test_what_cannot_be_read_back_is_not_kept(
    used: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = backup_file.unpack

    def read_badly(backup: Path, folder: Path) -> Path:
        database = whole(backup, folder)
        flip(database, 9000)
        return database

    monkeypatch.setattr(backup_file, "unpack", read_badly)
    with pytest.raises(Refused, match="backup_not_proved"):
        back_up(used, tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    with used.read() as unit:
        assert last_backup(unit) is None


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_damaged_backup_restores_nothing(share: float, backup: Path, tmp_path: Path) -> None:
    flip(backup, int(backup.stat().st_size * share))
    with pytest.raises(Refused, match="backup_damaged"):
        restore_backup(backup, tmp_path / "other", FIRST.login, FIRST.password)
    assert list((tmp_path / "other").iterdir()) == []


def test_files_of_two_backups_do_not_fit(used: Desk, backup: Path, tmp_path: Path) -> None:
    with used.write() as unit:
        visits.record(unit, visit("work"))
    back_up(used, tmp_path / "later.zip")
    mixed = tmp_path / "mixed.zip"
    with (
        zipfile.ZipFile(backup) as old,
        zipfile.ZipFile(tmp_path / "later.zip") as new,
        zipfile.ZipFile(mixed, "w") as packed,
    ):
        for name, source in (("portti.kp", old), ("portti.kp.keys", old), ("about.json", new)):
            packed.writestr(name, source.read(name))
    with pytest.raises(Refused, match="backup_damaged"):
        restore_backup(mixed, tmp_path / "other", FIRST.login, FIRST.password)


def test_what_is_no_backup(backup: Path, tmp_path: Path) -> None:
    for name, content in (("cut.zip", backup.read_bytes()[:5000]), ("text.zip", b"PK"), ("0", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Refused, match="not_a_backup"):
            restore_backup(tmp_path / name, tmp_path / "other", FIRST.login, FIRST.password)


def test_a_compressed_one_is_not_unpacked(backup: Path, tmp_path: Path) -> None:
    shut = tmp_path / "shut.zip"
    with (
        zipfile.ZipFile(backup) as packed,
        zipfile.ZipFile(shut, "w", zipfile.ZIP_DEFLATED) as other,
    ):
        for name in packed.namelist():
            other.writestr(name, packed.read(name))
    with pytest.raises(Refused, match="not_a_backup"):
        restore_backup(shut, tmp_path / "other", FIRST.login, FIRST.password)


def test_a_wrong_password_restores_nothing(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="sign_in_wrong"):
        restore_backup(backup, tmp_path / "other", FIRST.login, "another word")
    assert list((tmp_path / "other").iterdir()) == []


def test_the_printed_code_restores_too(tmp_path: Path) -> None:
    desk, code = sign_in.create_file(tmp_path / "data", FIRST, WORKSTATION, SetClock(), CHEAP)
    back_up(desk, tmp_path / "b.zip")
    newer = renew(desk, FIRST.password)
    desk.store.close()
    with pytest.raises(Refused, match="recovery_mistyped"):
        restore_with_code(tmp_path / "b.zip", tmp_path / "other", code[:-1])
    with pytest.raises(Refused, match="recovery_wrong"):
        restore_with_code(tmp_path / "b.zip", tmp_path / "other", newer)
    assert list((tmp_path / "other").iterdir()) == []
    restore_with_code(tmp_path / "b.zip", tmp_path / "other", code)
    again, _next = sign_in.recover(
        tmp_path / "other", code, "another invented", WORKSTATION, SetClock()
    )
    assert again.actor.login == FIRST.login
    again.store.close()


def test_a_database_or_its_keys_stay(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="file_exists"):
        restore_backup(backup, tmp_path / "data", FIRST.login, FIRST.password)
    shutil.copytree(tmp_path / "data", tmp_path / "keys", ignore=lambda *_: ["portti.kp"])
    with pytest.raises(Refused, match="key_file_exists"):
        restore_backup(backup, tmp_path / "keys", FIRST.login, FIRST.password)


def test_it_takes_the_right(used: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no_right"):
        back_up(colleague(used, "oskar", Role.SUPERVISOR), tmp_path / "b.zip")


def test_a_server_keeps_its_own(desk: Desk, tmp_path: Path) -> None:
    if desk.store.is_file:
        assert back_up(desk, tmp_path / "b.zip").counts.visits == 0
    else:
        with pytest.raises(Refused, match="backup_needs_file"):
            back_up(desk, tmp_path / "b.zip")
