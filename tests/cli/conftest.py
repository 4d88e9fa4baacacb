"""A demonstration file for each test, and the command line as a person calls it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from app.__main__ import main
from app.services import demo
from app.services.demo import Wish
from tests.cli.calling import VISITS, Call, Said
from tests.desks import CHEAP, WORKSTATION


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration that tests copy."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    wish = Wish(VISITS, 7, date(2026, 11, 24))
    demo.create(folder, wish, WORKSTATION, cost=CHEAP).store.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a demonstration; the password of `demo` is in the environment."""
    monkeypatch.setenv("KOTOPORTTI_PASSWORD", "demo")
    return shutil.copytree(made, tmp_path / "data")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line in English."""

    def run(*words: str | Path) -> Said:
        code = main([*map(str, words), "--language", "en"])
        return Said(code, *capsys.readouterr())

    return run
