"""The two commands, without a network: what they ask of the machine, and in which order."""

import gettext
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import compiled
import environment
import machine
import make
import pytest
from packaging.requirements import Requirement

from app import __version__, paths

Calls = list[tuple[str, ...]]
CONSTRAINTS = environment.CONSTRAINTS.read_text().splitlines()


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Every command that would have run, none of which does."""
    run: Calls = []

    def record(command: list[str | Path], **options: object) -> subprocess.CompletedProcess[str]:
        run.append(tuple(str(word) for word in command))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", record)
    return run


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose environment has a Python but nothing installed."""
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "FOLDER", tmp_path / ".venv")
    monkeypatch.setattr(environment, "CONSTRAINTS", tmp_path / "constraints.txt")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "constraints.txt").write_text("babel==2.18.0\n")
    environment.python().parent.mkdir(parents=True)
    environment.python().touch()
    return tmp_path


def installed(calls: Calls) -> list[str]:
    return [call[-1] for call in calls if "--editable" in call]


def test_the_program_is_installed_once(checkout: Path, calls: Calls) -> None:
    environment.prepare(tests=False)
    environment.prepare(tests=False)
    assert installed(calls) == [str(checkout)]


def test_what_the_tests_need_comes_when_it_is_asked_for(checkout: Path, calls: Calls) -> None:
    environment.prepare(tests=False)
    environment.prepare(tests=True)
    environment.prepare(tests=False)
    assert installed(calls) == [str(checkout), f"{checkout}[test]"]


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_change_is_installed(checkout: Path, calls: Calls, name: str) -> None:
    environment.prepare(tests=True)
    (checkout / name).write_text("changed\n")
    environment.prepare(tests=True)
    assert installed(calls) == [f"{checkout}[test]"] * 2


def test_a_lost_python_is_made_again(checkout: Path, calls: Calls) -> None:
    environment.prepare(tests=False)
    environment.python().unlink()
    environment.prepare(tests=False)
    assert [call[1:3] for call in calls].count(("-m", "venv")) == 1
    assert len(installed(calls)) == 2


def test_a_catalog_is_compiled_when_it_has_changed(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = checkout / "i18n" / "sv" / "LC_MESSAGES" / "kotoportti.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid "Day"\nmsgstr "Dag"\n')
    given: Calls = []

    def run(command: tuple[str, ...], **options: object) -> subprocess.CompletedProcess[str]:
        if Path(command[1]).name == "compiled.py":
            given.append(command[2:])
            compiled.main(map(Path, command[2:]))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    environment.prepare(tests=False)
    environment.prepare(tests=False)
    assert given == [(str(source),)]
    later = source.with_suffix(".mo").stat().st_mtime_ns + 1
    os.utime(source, ns=(later, later))
    environment.prepare(tests=True)
    assert given == [(str(source),)] * 2
    with source.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Day") == "Dag"
    assert [path.name for path in source.parent.glob("*.new")] == []


def test_a_failed_set_up_is_tried_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, calls: Calls
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(
            subprocess, "run", lambda command, **options: subprocess.CompletedProcess(command, 1)
        )
        with pytest.raises(SystemExit, match="could not be set up"):
            environment.prepare(tests=False)
    environment.prepare(tests=False)
    assert installed(calls) == [str(checkout)]


def test_a_library_that_loads_is_not_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "QT_LIBRARIES", {"libc.so.6": "libc6"})
    monkeypatch.setattr(machine, "WINDOW_LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
    assert machine.missing_for_run(window=False) == []
    assert machine.missing_for_run(window=True) == ["libnowhere9"]


def test_a_python_without_its_venv_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert re.fullmatch(r"python3\.\d+-venv", machine.missing_for_run(window=False)[0])


def test_tests_ask_for_a_server_and_for_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "SERVERS", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = machine.missing_for_tests()
    assert {"postgresql", "xvfb", "xauth", "poppler-utils"} <= set(missing)


def test_the_newest_server_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "SERVERS", tmp_path)
    for version in ("9", "14", "15", "16", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
    for version in ("9", "14"):
        (tmp_path / version / "bin" / "initdb").touch()
    assert machine.server_programs() is None
    for version in ("15", "16"):
        (tmp_path / version / "bin" / "initdb").touch()
    assert machine.server_programs() == tmp_path / "16" / "bin"


def test_somebody_who_is_not_root_is_told_the_line(
    monkeypatch: pytest.MonkeyPatch, calls: Calls
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match="sudo apt-get install libgl1 xvfb"):
        machine.provide(["libgl1", "xvfb"])
    assert calls == []


def test_root_installs(monkeypatch: pytest.MonkeyPatch, calls: Calls) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    machine.provide(["libgl1", "xvfb"])
    assert [call[0] for call in calls] == ["apt-get", "apt-get"]
    assert calls[0][-1] == "update"
    assert calls[1][-2:] == ("libgl1", "xvfb")


def test_nothing_is_installed_where_nothing_is_missing(calls: Calls) -> None:
    machine.provide([])
    assert calls == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")
@pytest.mark.parametrize(
    ("variables", "display"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
    ],
)
def test_a_display_is_known_by_its_variable(variables: dict[str, str], display: bool) -> None:
    assert machine.has_display(variables) is display


@pytest.fixture
def demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What the program itself is asked, on a ready machine; `demo` really leaves files."""
    asked: Calls = []

    def app(*words: str) -> int:
        asked.append(words)
        if words[0] == "demo":
            folder = Path(words[words.index("--data") + 1])
            folder.mkdir()
            (folder / make.DATABASE).touch()
            (folder / "keys.json").touch()
        return 0

    monkeypatch.setattr(make, "app", app)
    monkeypatch.setattr(environment, "prepare", lambda tests: None)
    monkeypatch.setattr(machine, "missing_for_run", lambda window: [])
    monkeypatch.setenv("KOTOPORTTI_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DISPLAY", ":0")
    return asked


def test_run_creates_the_demonstration_and_opens_it(demonstration: Calls, tmp_path: Path) -> None:
    assert make.run() == 0
    assert [words[0] for words in demonstration] == ["demo", "--data"]
    assert demonstration[1] == ("--data", str(tmp_path / "data"), "--user", "demo")
    assert {path.name for path in (tmp_path / "data").iterdir()} == {make.DATABASE, "keys.json"}


def test_run_keeps_a_database_that_is_there(demonstration: Calls, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / make.DATABASE).write_text("mine")
    assert make.run() == 0
    assert [words[0] for words in demonstration] == ["--data"]
    assert (tmp_path / "data" / make.DATABASE).read_text() == "mine"


def test_run_starts_afresh_after_an_interruption(demonstration: Calls, tmp_path: Path) -> None:
    (tmp_path / "data" / "unfinished").mkdir(parents=True)
    (tmp_path / "data" / "unfinished" / make.DATABASE).write_text("half")
    assert make.run() == 0
    assert (tmp_path / "data" / make.DATABASE).read_text() == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")
def test_run_without_a_display_says_where_the_pictures_are(
    demonstration: Calls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert make.run() == 0
    assert [words[0] for words in demonstration] == ["demo", "tour"]
    assert str(environment.ROOT / "tour") in capsys.readouterr().out


def test_run_ends_when_the_demonstration_fails(
    demonstration: Calls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(make, "app", lambda *words: 1 if words[0] == "demo" else 0)
    assert make.run() == 1
    assert not (tmp_path / "data" / make.DATABASE).exists()


def test_the_checks_end_with_the_first_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Calls = []

    def call(*words: str, **variables: str) -> int:
        asked.append(words)
        return 3 if len(asked) == 2 else 0

    monkeypatch.setattr(make, "call", call)
    monkeypatch.setattr(environment, "prepare", lambda tests: None)
    monkeypatch.setattr(machine, "missing_for_tests", list)
    assert make.test() == 3
    assert asked == list(make.CHECKS[:2])


@pytest.mark.parametrize(
    ("word", "package"),
    [
        ("bench", "tests.bench"),
        ("faults", "tests.faults"),
        ("attack", "tests.attack"),
        ("recount", "tests.recount"),
        ("merges", "tests.merges"),
        ("pictures", "tests.documents.slip.pictures"),
    ],
)
def test_a_long_run_gives_its_own_verdict(
    monkeypatch: pytest.MonkeyPatch, word: str, package: str
) -> None:
    asked: Calls = []

    def call(*words: str, **variables: str) -> int:
        asked.append(words)
        return 1

    monkeypatch.setattr(make, "call", call)
    monkeypatch.setattr(environment, "prepare", lambda tests: None)
    monkeypatch.setattr(machine, "missing_for_tests", list)
    assert make.main([word]) == 1
    assert asked == [("-m", package)]


@pytest.mark.parametrize("word", ["bench", "faults", "attack", "recount", "merges"])
def test_a_long_run_finds_all_that_it_imports(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    def call(_module: str, package: str, **variables: str) -> int:
        command = [sys.executable, "-c", f"import {package}.__main__"]
        own = {name: kept for name, kept in os.environ.items() if name != "PYTHONPATH"}
        return subprocess.run(command, cwd=environment.ROOT, env=own | variables).returncode

    monkeypatch.setattr(make, "call", call)
    monkeypatch.setattr(environment, "prepare", lambda tests: None)
    monkeypatch.setattr(machine, "missing_for_tests", list)
    assert make.main([word]) == 0


def test_a_word_that_is_not_known_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert make.main(["fly"]) == 2
    assert "run|test" in capsys.readouterr().err


def test_the_script_and_the_program_mean_the_same_database() -> None:
    assert make.DATABASE == paths.DATABASE_NAME


def test_constraints_are_names_and_versions_only() -> None:
    assert [line for line in CONSTRAINTS if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


def test_every_dependency_is_held_to_a_version_in_its_range() -> None:
    project = tomllib.loads((environment.ROOT / "pyproject.toml").read_text())["project"]
    frozen = dict(line.replace("_", "-").lower().split("==") for line in CONSTRAINTS)
    for line in project["dependencies"] + project["optional-dependencies"]["test"]:
        wanted = Requirement(line)
        assert wanted.specifier.contains(frozen[wanted.name]), line


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=environment.ROOT, check=True, capture_output=True)
    return folder


def test_the_wheel_carries_what_the_program_needs(built: Path) -> None:
    with zipfile.ZipFile(built / f"kotoportti-{__version__}-py3-none-any.whl") as wheel:
        names = set(wheel.namelist())
        compiled = wheel.read("app/_data/i18n/sv/LC_MESSAGES/kotoportti.mo")
    assert compiled[:4] in {b"\xde\x12\x04\x95", b"\x95\x04\x12\xde"}
    resources = environment.ROOT / "resources"
    files = {path.relative_to(resources) for path in resources.rglob("*") if path.is_file()}
    assert {f"app/_data/resources/{path.as_posix()}" for path in files} <= names
    tops = {name.split("/")[0] for name in names}
    assert tops == {"app", f"kotoportti-{__version__}.dist-info"}


def test_the_source_archive_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    with tarfile.open(built / f"kotoportti-{__version__}.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    folder = tmp_path / f"kotoportti-{__version__}"
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    name = f"kotoportti-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(tmp_path / name) as ours, zipfile.ZipFile(built / name) as theirs:
        assert sorted(ours.namelist()) == sorted(theirs.namelist())
