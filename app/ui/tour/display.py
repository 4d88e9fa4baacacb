"""Where the tour's windows are shown: on the display there is, else on one of its own."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Final

from app.ui.tour.scenes import LARGE

PLATFORM: Final = "QT_QPA_PLATFORM"
OFFSCREEN: Final = "offscreen"


def provide(folder: Path) -> None:
    """Without a display, let Qt paint on one that is only in memory; `folder` keeps its measures.

    To be called before the application is made.
    """
    if os.environ.get(PLATFORM, OFFSCREEN) != OFFSCREEN or _has_display():
        return
    wide, high = LARGE
    screen = {"name": "tour", "x": 0, "y": 0, "width": wide, "height": high}
    measures = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [screen | measures]}), "utf-8")
    os.environ[PLATFORM] = f"{OFFSCREEN}:configfile={path}"


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) and os.environ.get(PLATFORM) != OFFSCREEN
