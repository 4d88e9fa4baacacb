"""`backup` and `restore`: what comes back is what was there."""

from pathlib import Path

import pytest

from tests.cli.calling import VISITS, Call


def test_there_and_back(folder: Path, tmp_path: Path, call: Call) -> None:
    backup, other = tmp_path / "monday.zip", tmp_path / "other"
    said = call("backup", "--to", backup, "--data", folder, "--user", "demo")
    assert (said.code, said.out) == (0, f"{VISITS} visits are in the backup.\n")
    said = call("restore", backup, "--data", other, "--user", "demo")
    assert said.code == 0
    assert said.out.startswith(f"{VISITS} visits were restored, as of ")
    assert call("check", "--data", other, "--user", "demo").code == 0
    said = call("restore", backup, "--data", other, "--user", "demo")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("There is a database in")


@pytest.mark.parametrize(
    ("to", "sentence"),
    [
        ("data/portti.kp", "portti.kp is no backup of this program."),
        ("nowhere/b.zip", "{tmp}/nowhere is not there."),
        ("data", "data is no backup of this program."),
    ],
)
def test_where_no_backup_goes(
    to: str, sentence: str, folder: Path, tmp_path: Path, call: Call
) -> None:
    before = (folder / "portti.kp").stat().st_size
    said = call("backup", "--to", tmp_path / to, "--data", folder, "--user", "demo")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(sentence.format(tmp=tmp_path))
    assert (folder / "portti.kp").stat().st_size == before


def test_no_backup_to_restore(folder: Path, tmp_path: Path, call: Call) -> None:
    said = call("restore", tmp_path / "none.zip", "--data", tmp_path / "other", "--user", "demo")
    assert said.code == 1
    assert said.err == f"{tmp_path}/none.zip is not there. Check the name.\n"
    assert not (tmp_path / "other" / "portti.kp").exists()
