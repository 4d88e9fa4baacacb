import errno
import os
import stat
import sys
from pathlib import Path, PurePosixPath
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.store import file_place
from app.store.file_place import (
    is_network_kind,
    is_windows_share,
    kind_of_place,
    linux_mounts,
    mac_mounts,
    refuse_network_place,
    refuse_read_only,
    write_whole,
)

MOUNTINFO = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
31 27 0:40 / /mnt/desk rw,relatime shared:9 master:2 - cifs //server/desk rw,vers=3.1.1
32 31 8:2 / /mnt/desk/local rw,relatime - xfs /dev/sdb1 rw
33 27 0:41 / /mnt/Info\040point\0461 rw - nfs4 server:/info rw,vers=4.2
34 27 0:42 / /home/desk/remote rw,nosuid - fuse.sshfs desk@server: rw
35 27 8:3 / /mnt/twice rw - ext4 /dev/sdc1 rw
36 35 0:43 / /mnt/twice rw - nfs server:/twice rw
a line that is none
"""
PLACES = {
    "/": "ext4",
    "/srv/portti.kp": "ext4",
    "/mnt/desk/portti.kp": "cifs",
    "/mnt/desk": "cifs",
    "/mnt/desktop/portti.kp": "ext4",
    "/mnt/desk/local/portti.kp": "xfs",
    "/mnt/Info point&1/portti.kp": "nfs4",
    "/home/desk/remote/kotoportti/portti.kp": "fuse.sshfs",
    "/mnt/twice/portti.kp": "nfs",
}
MAC_MOUNT = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//desk@server/info on /Volumes/info on the wall (smbfs, nodev, nosuid, mounted by desk)
server:/export on /Volumes/export (nfs)
/dev/disk4s1 on /Volumes/Stick (old) (msdos, local, nodev, nosuid, noowners)
"""
SHARES = {
    r"\\server\info\portti.kp": True,
    "//server/info/portti.kp": True,
    r"\\?\UNC\server\info\portti.kp": True,
    r"\\?\unc\server\info\portti.kp": True,
    r"\\?\C:\Users\desk\portti.kp": False,
    r"\\.\C:\portti.kp": False,
    r"C:\Users\desk\portti.kp": False,
    "portti.kp": False,
}


@pytest.mark.parametrize(("path", "kind"), PLACES.items())
def test_the_longest_mount_point_tells_the_kind(path: str, kind: str) -> None:
    assert kind_of_place(PurePosixPath(path), linux_mounts(MOUNTINFO)) == kind


def test_mount_points_of_a_mac() -> None:
    assert {str(point): kind for point, kind in mac_mounts(MAC_MOUNT)} == {
        "/": "apfs",
        "/System/Volumes/Data/home": "autofs",
        "/Volumes/info on the wall": "smbfs",
        "/Volumes/export": "nfs",
        "/Volumes/Stick (old)": "msdos",
    }


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs"])
def test_network_kinds(kind: str) -> None:
    assert is_network_kind(kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "tmpfs", "overlay", "apfs", "fuseblk"])
def test_kinds_of_this_machine(kind: str) -> None:
    assert not is_network_kind(kind)


@given(st.text())
def test_no_list_of_mounts_is_too_strange_to_read(text: str) -> None:
    kind_of_place(PurePosixPath("/srv"), linux_mounts(text))
    kind_of_place(PurePosixPath("/srv"), mac_mounts(text))


@pytest.mark.parametrize(("path", "share"), SHARES.items())
def test_windows_shares(path: str, share: bool) -> None:
    assert is_windows_share(path) is share


def test_a_folder_of_this_machine_is_taken(tmp_path: Path) -> None:
    refuse_network_place(tmp_path / "portti.kp")
    refuse_read_only(tmp_path / "portti.kp")
    refuse_read_only(tmp_path)
    refuse_read_only(tmp_path / "not made yet" / "portti.kp")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mount table")
def test_a_link_to_a_network_drive_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive, link = tmp_path / "drive", tmp_path / "link"
    drive.mkdir()
    link.symlink_to(drive)
    table = [(PurePosixPath(drive.resolve()), "cifs"), (PurePosixPath("/"), "ext4")]
    monkeypatch.setattr(file_place, "_mounts", lambda: iter(table))
    refuse_network_place(tmp_path / "portti.kp")
    for place in (drive, link, link / "portti.kp"):
        with pytest.raises(Refused) as refusal:
            refuse_network_place(place)
        assert refusal.value.code == "network_drive"
        assert refusal.value.values == {"place": str(place)}


def failing(code: int) -> NoReturn:
    raise OSError(code, os.strerror(code))


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_takes_no_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    monkeypatch.setattr("tempfile.TemporaryFile", lambda dir: failing(code))
    with pytest.raises(Refused) as refusal:
        refuse_read_only(tmp_path / "portti.kp")
    assert refusal.value.code == "folder_read_only"
    assert refusal.value.values == {"place": str(tmp_path)}


def test_a_full_disk_is_not_called_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.TemporaryFile", lambda dir: failing(errno.ENOSPC))
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        refuse_read_only(tmp_path)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "portti.kp.keys"
    write_whole(path, b"a longer content than the next")
    write_whole(path, b"short")
    assert path.read_bytes() == b"short"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "portti.kp.keys"
    path.write_bytes(b"")
    path.chmod(0o644)
    write_whole(path, b"secret")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "portti.kp.keys"
    write_whole(path, b"old")
    monkeypatch.setattr("os.fsync", lambda handle: failing(errno.ENOSPC))
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_content_is_on_disk_before_it_takes_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, rename = os.fsync, os.replace

    def watched_fsync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def watched_replace(old: str, new: Path) -> None:
        done.append("rename")
        rename(old, new)

    monkeypatch.setattr("os.fsync", watched_fsync)
    monkeypatch.setattr("os.replace", watched_replace)
    write_whole(tmp_path / "portti.kp.keys", b"content")
    assert done == ["file", "rename", "folder"][: 2 if sys.platform == "win32" else 3]
