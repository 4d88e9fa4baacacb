"""Folders are where the system's other programs have theirs."""

import platformdirs
import pytest

from app import paths


@pytest.mark.parametrize("named", [None, "", "relative/folder", "/somewhere/else", "/with space/"])
def test_settings_lie_where_platformdirs_says(
    named: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    if named is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", named)
    expected = platformdirs.user_config_path(paths.APPLICATION, appauthor=False)
    assert paths.settings_folder() == expected
