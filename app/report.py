"""Reports of faults: where in the program something broke, never what it was working on."""

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from app import __version__, paths


def text_of(error: BaseException) -> str:
    """Kind and place of an error and its causes; messages are left out, they may hold a name."""
    parts = [f"Kotoportti {__version__}, Python {platform.python_version()}, {sys.platform}"]
    cause: BaseException | None = error
    while cause is not None:
        parts.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        for frame in traceback.extract_tb(cause.__traceback__):
            name = "/".join(Path(frame.filename).parts[-3:])
            parts.append(f"  {name}:{frame.lineno} {frame.name}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(parts) + "\n"


def write(error: BaseException) -> Path:
    """Keep a report of the error and say where it is."""
    folder = paths.report_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"fault-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.txt"
    path.write_text(text_of(error), "utf-8")
    return path
