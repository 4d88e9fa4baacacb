"""Folders are where the system's other programs have theirs."""

import platformdirs
import pytest

from app import paths


@pytest.mark.parametrize("named", [None, "", "relative/folder", "/somewhere/else", "/with space/"])
def test_folders_lie_where_platformdirs_says(
    named: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(variable, raising=False)
        if named is not None:
            monkeypatch.setenv(variable, named)
    theirs = platformdirs.PlatformDirs(paths.APPLICATION, appauthor=False)
    assert paths.settings_folder() == theirs.user_config_path
    assert paths.data_folder() == theirs.user_data_path
