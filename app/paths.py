"""Where things lie: what came with the program, and the folders of this machine."""

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
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def settings_folder() -> Path:
    """Where the settings of this workstation lie.

    They are read before the first paint. On Linux the place is `platformdirs`' own, which takes
    longer to load than to write down (XDG Base Directory Specification 0.8).
    """
    if sys.platform == "linux":
        named = os.environ.get("XDG_CONFIG_HOME", "")
        return (Path(named) if Path(named).is_absolute() else Path.home() / ".config") / APPLICATION
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False)


def report_folder() -> Path:
    """Where the program's own log and its reports of faults lie; never personal data."""
    from platformdirs import user_log_path

    return user_log_path(APPLICATION, appauthor=False)
