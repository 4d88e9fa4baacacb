"""Imports go one way, in what is written and in what really loads."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOAD_ALL = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    module = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), name + "."):
        if ".migrations." not in found.name:
            importlib.import_module(found.name)
print(*sorted(sys.modules))
"""


def loaded(*names: str) -> set[str]:
    """What Python holds after loading all of the packages or modules `names`.

    Migrations are left out: Alembic alone can load them.
    """
    command = [sys.executable, "-c", LOAD_ALL, *names]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return set(said.split())


def test_every_contract_is_kept() -> None:
    lint = "from importlinter.cli import lint_imports_command as lint; lint()"
    command = [sys.executable, "-c", lint, "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_domain_loads_nothing_but_itself() -> None:
    ours = {name for name in loaded("app.domain") if name.split(".")[0] == "app"}
    assert {name for name in ours - {"app"} if not name.startswith("app.domain")} == set()
    assert "app.domain.errors" in ours


@pytest.mark.parametrize("name", ["app.domain", "app.localization", "app.paths"])
def test_no_database_loads_with(name: str) -> None:
    assert loaded(name) & {"sqlalchemy", "sqlcipher3", "sqlite3", "psycopg"} == set()


@pytest.mark.parametrize(
    "name", ["app.domain", "app.store", "app.services", "app.localization", "app.paths"]
)
def test_no_window_loads_with(name: str) -> None:
    assert loaded(name) & {"PySide6", "shiboken6"} == set()


def test_a_window_is_noticed() -> None:
    assert {"PySide6", "app.paths"} <= loaded("PySide6.QtCore", "app.localization")
