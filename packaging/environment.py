"""The program's own Python environment in `.venv`, rebuilt when what it must hold has changed.

Standard library only. What is installed already is not asked for again, so that nothing here
needs a network after the first time.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
BUILDERS = ("hatchling", "editables", "babel")


def python() -> Path:
    """The Python inside the environment."""
    inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    return FOLDER / inside


def prepare(tests: bool) -> None:
    """Make the environment hold the program, with `tests` also what its tests need."""
    if _stale(tests):
        _set_up(tests)
    _compile_catalogs()


def _set_up(tests: bool) -> None:
    if not python().exists():
        print("Setting up the Python environment in .venv", flush=True)
        _call(sys.executable, "-m", "venv", "--clear", str(FOLDER))
    _install(*BUILDERS)
    _install("--no-build-isolation", "--editable", f"{ROOT}[test]" if tests else str(ROOT))
    for stamp in [_stamp(False), _stamp(True)] if tests else [_stamp(False)]:
        stamp.write_text(_wanted())


def _compile_catalogs() -> None:
    """A checkout has its catalogs as text; compiled they need not be read anew at each start."""
    sources = sorted((ROOT / "i18n").rglob("*.po"))
    if changed := [str(source) for source in sources if _newer(source, source.with_suffix(".mo"))]:
        _call(str(python()), str(ROOT / "packaging" / "compiled.py"), *changed)


def _newer(source: Path, made: Path) -> bool:
    return not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns


def _stale(tests: bool) -> bool:
    stamp = _stamp(tests)
    return not (python().exists() and stamp.exists() and stamp.read_text() == _wanted())


def _stamp(tests: bool) -> Path:
    return FOLDER / ("tests.stamp" if tests else "program.stamp")


def _wanted() -> str:
    """A fingerprint of all that decides what is installed, and where it points."""
    parts = [(ROOT / "pyproject.toml").read_bytes(), CONSTRAINTS.read_bytes(), bytes(ROOT)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _install(*words: str) -> None:
    _call(str(python()), "-m", "pip", "install", "--quiet", "-c", str(CONSTRAINTS), *words)


def _call(*command: str) -> None:
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if subprocess.run(command, cwd=ROOT, env=environment).returncode != 0:
        sys.exit("The Python environment could not be set up; the lines above say why.")
