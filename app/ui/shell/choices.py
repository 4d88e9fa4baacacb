"""Choosing language, text size, appearance and idle time while the window is open."""

from __future__ import annotations

from typing import cast

from app.ui.language import switch
from app.ui.shell import options
from app.ui.shell.option import Option
from app.ui.shell.remembered import Remembered
from app.ui.shell.watch import Watch
from app.ui.theme import active
from app.ui.theme.theme import Mode


class Choices:
    """Each choice works at once and is remembered for this workstation."""

    def __init__(self, remembered: Remembered, watch: Watch) -> None:
        self._remembered, self._watch = remembered, watch
        watch.set_minutes(remembered.known().idle_minutes)

    def options(self) -> list[Option]:
        """All of them, as actions."""
        known = self._remembered.known
        return [
            *options.languages(self.speak),
            *options.text_sizes(known, self.set_text_size),
            *options.appearances(known, self.set_appearance),
            *options.idle_times(known, self.set_idle_minutes),
        ]

    def speak(self, language: str) -> None:
        """fi, sv or en."""
        self._remembered.change(language=language)
        switch(language)

    def set_text_size(self, percent: int) -> None:
        """One of the sizes of the theme."""
        self._remembered.change(text_size=percent)
        active().set_text_size(percent)

    def set_appearance(self, appearance: str) -> None:
        """system, light or dark."""
        self._remembered.change(appearance=appearance)
        active().set_mode(cast("Mode", appearance))

    def set_idle_minutes(self, minutes: int) -> None:
        """Minutes until the curtain closes by itself; 0 for never."""
        self._remembered.change(idle_minutes=minutes)
        self._watch.set_minutes(minutes)
