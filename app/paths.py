"""Where things lie: what came with the program, and the folders of this machine.

On Linux the two folders that are asked for before the first paint are those of `platformdirs`,
which takes longer to load than they take to write down (XDG Base Directory Specification 0.8).
"""

import os
import sys
from functools import cache
from pathlib import Path

APPLICATION = "Kotoportti"
DATABASE_NAME = "portti.kp"


@cache
def bundled(name: str) -> Path:
    """The folder `name` ("resources" or "i18n") that came with the program.

    A built package carries it inside `app/_data`, a checkout beside `app`.
    """
    inside = Path(__file__).parent / "_data" / name
    return inside if inside.is_dir() else Path(__file__).parent.parent / name


def resource(*parts: str) -> Path:
    """A file of the program's own, such as `resource("icons", "check.svg")`."""
    return bundled("resources").joinpath(*parts)


def data_folder() -> Path:
    """Where this person's database lies unless another folder is named."""
    if sys.platform == "linux":
        return _base_folder("XDG_DATA_HOME", ".local/share") / APPLICATION
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def settings_folder() -> Path:
    """Where the settings of this workstation lie."""
    if sys.platform == "linux":
        return _base_folder("XDG_CONFIG_HOME", ".config") / APPLICATION
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False)


def report_folder() -> Path:
    """Where the program's own log and its reports of faults lie; never personal data."""
    from platformdirs import user_log_path

    return user_log_path(APPLICATION, appauthor=False)


def _base_folder(variable: str, usual: str) -> Path:
    """The folder that `variable` names, which must be absolute, else `usual` at home."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path.home() / usual
