"""What the machine must have before the program or its tests can run, and how to get it.

Standard library only. Names are those of Debian and Ubuntu; on another Linux they still say what
is missing. Windows and macOS need nothing beyond Python.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

SERVERS = Path("/usr/lib/postgresql")
OLDEST_SERVER = 15

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TEST_PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth", "pdftotext": "poppler-utils"}


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def missing_for_run(window: bool) -> list[str]:
    """The packages without which the program does not start."""
    if not sys.platform.startswith("linux"):
        return []
    libraries = QT_LIBRARIES | WINDOW_LIBRARIES if window else QT_LIBRARIES
    missing = [package for name, package in libraries.items() if not _loads(name)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.insert(0, f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return missing


def missing_for_tests() -> list[str]:
    """The packages without which a test would fail."""
    missing = missing_for_run(window=True)
    missing += [
        package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None
    ]
    if sys.platform.startswith("linux") and not server_programs():
        missing.append("postgresql")
    return missing


def server_programs() -> Path | None:
    """The folder of the newest PostgreSQL server here that is new enough."""
    versions = [int(path.name) for path in SERVERS.glob("*") if path.name.isdecimal()]
    for version in sorted(versions, reverse=True):
        folder = SERVERS / str(version) / "bin"
        if version >= OLDEST_SERVER and (folder / "initdb").exists():
            return folder
    return None


def apt_line(packages: list[str]) -> str:
    """What a person types to get `packages`."""
    return "sudo apt-get install " + " ".join(packages)


def provide(packages: list[str]) -> None:
    """Install `packages` as root; for anybody else name them and end."""
    if not packages:
        return
    if not _is_root() or shutil.which("apt-get") is None:
        sys.exit(f"This machine lacks {', '.join(packages)}. Install with:\n  {apt_line(packages)}")
    print("Installing:", " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        code = subprocess.run(["apt-get", "--quiet", *words], env=environment).returncode
        if code != 0 and words != ["update"]:
            sys.exit(f"These could not be installed: {' '.join(packages)}")


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
