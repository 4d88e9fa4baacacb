"""The folder that the database file lies in: which cannot hold it, and writing a file there whole.

SQLite needs locks that network file systems do not keep reliably (sqlite.org/useovernet.html), so
a database there is refused; several desks share a PostgreSQL server instead.
"""

import errno
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from app.domain.errors import Refused

# 9p is not among them: it is how a virtual machine or WSL sees its own host's disk.
_NETWORK_KINDS = re.compile(
    r"(fuse\.)?(afpfs|afs|beegfs|ceph(fs)?|cifs|coda|davfs2?|glusterfs|gvfsd-fuse|kio-fuse|lustre"
    r"|ncpfs|nfs4?|orangefs|rclone|s3fs|smb[23]|smbfs|smbnetfs|sshfs|webdav)"
)
_CANNOT_WRITE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_DRIVE_REMOTE = 4


def refuse_network_place(path: Path) -> None:
    """Refused `network_drive` (`place`) for a file or folder, there or not, on a network drive."""
    if _is_remote(path.resolve()):
        raise Refused("network_drive", place=str(path))


def refuse_read_only(path: Path) -> None:
    """Refused `folder_read_only` (`place`) when no file can be made in the folder of `path`.

    `path` is a folder or a file in it; of folders not made yet, the nearest that is there counts.
    """
    folder = next(place for place in (path, *path.absolute().parents) if os.path.isdir(place))
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        if error.errno in _CANNOT_WRITE:
            raise Refused("folder_read_only", place=str(folder)) from error
        raise


def write_whole(path: Path, content: bytes) -> None:
    """As `writing_whole`, of what is in memory already."""
    with writing_whole(path) as file:
        file.write(content)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """Write a file for its owner alone; a crash leaves the old one or the new one, never half.

    It stands at `path` when the block has ended. Any error in it, such as OSError (disk full,
    read-only), leaves the old file as it was.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        put_in_place(Path(temporary), path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def put_in_place(finished: Path, path: Path) -> None:
    """Give a file that is on disk its name, in the place of one that has it, for good."""
    os.replace(finished, path)
    _sync_folder(path.parent)


def kept_aside(path: Path) -> Path:
    """A second name for a file as it is, which takes no room where the disk knows such names.

    So `put_back` can bring the file back even on a disk that has become full.
    """
    aside = path.with_name(path.name + ".before")
    aside.unlink(missing_ok=True)
    try:
        os.link(path, aside)
    except OSError:
        shutil.copy(path, aside)
    return aside


def put_back(aside: Path, path: Path) -> None:
    """Make a file again what `kept_aside` kept of it."""
    put_in_place(aside, path)
    aside.unlink(missing_ok=True)  # two names of one and the same file both stay


def linux_mounts(text: str) -> Iterator[tuple[PurePosixPath, str]]:
    """Mount point and kind of each line of /proc/self/mountinfo (see proc(5))."""
    for line in text.split("\n"):
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > 4:
            yield PurePosixPath(_unescaped(fields[4])), after.split(" ")[0]


def mac_mounts(text: str) -> Iterator[tuple[PurePosixPath, str]]:
    """Mount point and kind of each line that macOS's `mount` prints."""
    for point, kind in re.findall(r"^.+? on (/.*) \((\w+)[^()]*\)$", text, re.MULTILINE):
        yield PurePosixPath(point), kind


def kind_of_place(path: PurePosixPath, mounts: Iterator[tuple[PurePosixPath, str]]) -> str | None:
    """The kind of file system at an absolute path: the longest mount point, of two the later."""
    depth, found = 0, None
    for point, kind in mounts:
        if path.is_relative_to(point) and len(point.parts) >= depth:
            depth, found = len(point.parts), kind
    return found


def is_network_kind(kind: str) -> bool:
    return _NETWORK_KINDS.fullmatch(kind) is not None


def is_windows_share(path: str) -> bool:
    r"""Whether a Windows path names a share (`\\server\share`), long form included."""
    text = path.replace("/", "\\").upper()
    if text.startswith(("\\\\?\\", "\\\\.\\")):
        return text[4:].startswith("UNC\\")
    return text.startswith("\\\\")


def _unescaped(field: str) -> str:
    """In mountinfo a space, tab, line end or backslash is a backslash and three octal digits."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)


if sys.platform == "win32":

    def _is_remote(path: Path) -> bool:
        import ctypes

        drive = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
        return is_windows_share(str(path)) or drive == _DRIVE_REMOTE

    def _sync_folder(folder: Path) -> None:
        """Windows keeps a rename by itself and opens no folder."""

else:

    def _is_remote(path: Path) -> bool:
        return is_network_kind(kind_of_place(PurePosixPath(path), _mounts()) or "")

    def _mounts() -> Iterator[tuple[PurePosixPath, str]]:
        if sys.platform == "darwin":
            listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True)
            return mac_mounts(listed.stdout)
        table = Path("/proc/self/mountinfo")
        return linux_mounts(table.read_text(encoding="utf-8", errors="surrogateescape"))

    def _sync_folder(folder: Path) -> None:
        """Make the rename itself last through a power cut."""
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
