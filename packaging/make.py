"""The commands of the Makefile, for every system: `python3 packaging/make.py run` or `test`.

Standard library only, since it runs before anything is installed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import machine

OLDEST_PYTHON = (3, 11)
DATABASE = "portti.kp"
DEMONSTRATION = {"KOTOPORTTI_PASSWORD": "demo"}
CHECKS = (
    ("-m", "ruff", "check"),
    ("-m", "ruff", "format", "--check"),
    ("-m", "mypy"),
    ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"),
    ("-m", "deptry", "."),
    ("-m", "pytest", "-n", "auto"),
)


def run() -> int:
    """Open the demonstration, or walk through it where there is no display."""
    window = machine.has_display(os.environ)
    machine.provide(machine.missing_for_run(window))
    environment.prepare(tests=False)
    data = data_folder()
    if not (data / DATABASE).exists() and (code := create_demonstration(data)) != 0:
        return code
    if window:
        return app("--data", str(data), "--user", "demo")
    pictures = environment.ROOT / "tour"
    print("There is no display here: walking through the program instead.", flush=True)
    code = app("tour", "--data", str(data), "--to", str(pictures), "--user", "demo")
    if code == 0:
        print(f"The pictures are in {pictures}")
    return code


def data_folder() -> Path:
    """The folder that `KOTOPORTTI_DATA` names, or `demo-data` in the checkout."""
    named = os.environ.get("KOTOPORTTI_DATA")
    return Path(named).absolute() if named else environment.ROOT / "demo-data"


def create_demonstration(data: Path) -> int:
    """Make the demonstration database; it stands in `data` only when it is whole."""
    print("Creating the demonstration database", flush=True)
    unfinished = data / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    data.mkdir(parents=True, exist_ok=True)
    if (code := app("demo", "--data", str(unfinished))) != 0:
        return code
    for path in sorted(unfinished.iterdir(), key=lambda path: path.name == DATABASE):
        path.replace(data / path.name)
    unfinished.rmdir()
    return 0


def test() -> int:
    """All checks and tests, up to the first that fails."""
    machine.provide(machine.missing_for_tests())
    environment.prepare(tests=True)
    for check in CHECKS:
        print("·", *check, flush=True)
        if (code := call(*check, QT_QPA_PLATFORM="offscreen")) != 0:
            return code
    return 0


def bench() -> int:
    """Measure; 1 when something is slower than its limit."""
    return long_run("tests.bench")


def faults() -> int:
    """The full runs of what can go wrong: killed programs, full disks."""
    return long_run("tests.faults")


def attack() -> int:
    """The attack on the public tables of the demonstration's years."""
    return long_run("tests.attack")


def recount() -> int:
    """The long run of counters against a recount."""
    return long_run("tests.recount")


def merges() -> int:
    """The long run of merges of clients and their undos."""
    return long_run("tests.merges")


def pictures() -> int:
    """Draw anew the pictures of slips that the tests compare with; look at what has changed."""
    environment.prepare(tests=True)
    return call("-m", "tests.documents.slip.pictures")


def long_run(package: str) -> int:
    """Run a package of the tests by itself; it finds what tests find, and may start a server."""
    machine.provide(machine.missing_for_tests())
    environment.prepare(tests=True)
    return call("-m", package, PYTHONPATH=str(environment.ROOT / "packaging"))


def catalogs() -> int:
    """Bring the catalogs in `i18n` up to date with the words in `app`."""
    environment.prepare(tests=False)
    return call("packaging/catalogs.py")


def app(*words: str) -> int:
    return call("-m", "app", *words, **DEMONSTRATION)


def call(*words: str, **variables: str) -> int:
    """Run the environment's Python in the checkout; its exit code."""
    return subprocess.run(
        [environment.python(), *words],
        cwd=environment.ROOT,
        env={**os.environ, **variables},
    ).returncode


WORDS = {
    "run": run,
    "test": test,
    "bench": bench,
    "faults": faults,
    "recount": recount,
    "attack": attack,
    "merges": merges,
    "pictures": pictures,
    "catalogs": catalogs,
}


def main(words: list[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        print("Kotoportti needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    if len(words) != 1 or words[0] not in WORDS:
        print(f"usage: make.py {'|'.join(WORDS)}", file=sys.stderr)
        return 2
    try:
        return WORDS[words[0]]()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
