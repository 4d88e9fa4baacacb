"""The settings of this workstation as the window changes them."""

from __future__ import annotations

import contextlib
from typing import Any

from app import settings
from app.settings import Settings


class Remembered:
    """Each change is kept at once; what cannot be written holds until the program ends."""

    def __init__(self) -> None:
        self._known = settings.read()

    def known(self) -> Settings:
        """The settings in use."""
        return self._known

    def change(self, **values: Any) -> None:
        """Keep these; the file may have been changed by others since it was read."""
        self._known = self._known._replace(**values)
        # A disk that is full or read-only is told by the store; a forgotten text size need not be.
        with contextlib.suppress(OSError):
            settings.write(settings.read()._replace(**values))
