"""From the start of the process to the first key, and to the first answer of the store."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Final

from app import localization, paths
from app.settings import Settings, write
from tests.bench.measure import Result, compared
from tests.desks import FIRST, WORKSTATION, SetClock, file_desk

LIMIT: Final = 1.3
ROUNDS: Final = 21
ROOT: Final = Path(__file__).parent.parent.parent


def measured(folder: Path) -> list[Result]:
    """Both, with a new file whose key slot costs next to nothing."""
    data = folder / "data"
    file_desk(data, SetClock()).store.close()
    start = partial(_started, _surroundings(folder))
    loaded = start("signed_in", str(data)).split()
    modules = folder / "modules"
    modules.write_text(" ".join(name for name in loaded if name != "__main__"))
    _compile_catalogs()
    return [
        compared(
            "start until the first key",
            partial(start, "program", str(data)),
            partial(start, "bare"),
            LIMIT,
            ROUNDS,
        ),
        compared(
            "start until the first answer",
            partial(start, "signed_in", str(data)),
            partial(start, "query", str(data), str(modules)),
            LIMIT,
            ROUNDS,
        ),
    ]


def _surroundings(folder: Path) -> dict[str, str]:
    """Variables under which a workstation has settings and compiled modules of its own."""
    config = folder / "config"
    known = Settings(str(WORKSTATION), login=FIRST.login, location="pietarsaari", language="fi")
    write(known, config / paths.APPLICATION)
    variables = {**os.environ, "XDG_CONFIG_HOME": str(config), "QT_QPA_PLATFORM": "offscreen"}
    variables["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    return variables


def _started(variables: dict[str, str], *words: str) -> str:
    """Start a window or a query and wait until it is ready; what it says more."""
    command = [sys.executable, "-m", "tests.bench.started", *words]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as program:
        assert program.stdout is not None
        said, _space, more = program.stdout.readline().partition(" ")
        if said != "ready":
            raise RuntimeError(f"{words[0]} did not start")
    return more


def _compile_catalogs() -> None:
    """A checkout has its catalogs as text; the program that people start has them compiled."""
    for source in paths.bundled("i18n").rglob("*.po"):
        source.with_suffix(".mo").write_bytes(localization.compile_catalog(source))
