"""A small disk of its own in memory, which can be filled and made read-only."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SIZE: Final = 8 << 20
_BALLAST: Final = "ballast"


class Disk:
    """A mounted disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, leave: int = 0) -> None:
        """Leave at most `leave` bytes of room."""
        room = self.room - leave
        if room > 0:
            with (self.folder / _BALLAST).open("ab") as file:
                os.posix_fallocate(file.fileno(), file.tell(), room)

    def make_room(self) -> None:
        """Take away what `fill` put there."""
        (self.folder / _BALLAST).unlink()

    @property
    def room(self) -> int:
        """The bytes that still fit."""
        found = os.statvfs(self.folder)
        return found.f_bavail * found.f_frsize

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Nothing can be written inside this block; no file of the disk may be open for writing."""
        _mount("-o", "remount,ro", str(self.folder))
        try:
            yield
        finally:
            _mount("-o", "remount,rw", str(self.folder))


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """A disk of `SIZE` bytes at `folder`, which is made; the right to mount is needed."""
    folder.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder))
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _mount(*words: str) -> None:
    done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(
            "A full and a read-only disk are tried on a disk of their own, and mounting one needs"
            f" root. mount says: {done.stderr.strip()}"
        )
