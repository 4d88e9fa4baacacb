"""The settings that one chooses from the menu: language, text size, appearance, idle time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from app.domain.place import Location
from app.localization import LANGUAGES, N_, NAMES, current
from app.settings import Settings
from app.ui.shell.option import NamedOption, Option

TEXT_SIZES: Final = {
    90: N_("Text size 90 %"),
    100: N_("Text size 100 %"),
    125: N_("Text size 125 %"),
    150: N_("Text size 150 %"),
    200: N_("Text size 200 %"),
}
APPEARANCES: Final = {
    "system": N_("Appearance as the system"),
    "light": N_("Light appearance"),
    "dark": N_("Dark appearance"),
}
IDLE_TIMES: Final = {
    2: N_("Hide after 2 minutes without a key"),
    5: N_("Hide after 5 minutes without a key"),
    10: N_("Hide after 10 minutes without a key"),
    20: N_("Hide after 20 minutes without a key"),
    0: N_("Hide only with F12"),
}

Known = Callable[[], Settings]


def _is(in_use: Callable[[], object], value: object) -> Callable[[], bool]:
    return lambda: in_use() == value


def text_sizes(known: Known, choose: Callable[[int], None]) -> list[Option]:
    """How large the letters are."""
    return [
        Option(
            f"text_size_{size}",
            caption,
            run=partial(choose, size),
            group="text_size",
            chosen=_is(lambda: known().text_size, size),
        )
        for size, caption in TEXT_SIZES.items()
    ]


def appearances(known: Known, choose: Callable[[str], None]) -> list[Option]:
    """Light, dark, or as the desktop is."""
    return [
        Option(
            f"appearance_{code}",
            caption,
            run=partial(choose, code),
            group="appearance",
            chosen=_is(lambda: known().appearance, code),
        )
        for code, caption in APPEARANCES.items()
    ]


def idle_times(known: Known, choose: Callable[[int], None]) -> list[Option]:
    """When the curtain closes by itself."""
    return [
        Option(
            f"idle_{minutes}",
            caption,
            run=partial(choose, minutes),
            group="idle",
            chosen=_is(lambda: known().idle_minutes, minutes),
        )
        for minutes, caption in IDLE_TIMES.items()
    ]


def languages(choose: Callable[[str], None]) -> list[NamedOption]:
    """The language of the program, each named in itself."""
    return [
        NamedOption(
            f"language_{code}",
            N_("Language"),
            run=partial(choose, code),
            group="language",
            chosen=_is(lambda: current().language, code),
            names=dict.fromkeys(LANGUAGES, NAMES[code]),
        )
        for code in LANGUAGES
    ]


def locations(
    here: Callable[[], str], known: Sequence[Location], choose: Callable[[Location], None]
) -> list[NamedOption]:
    """The portal location where the desk is today."""
    return [
        NamedOption(
            f"location_{location.code}",
            N_("Location"),
            run=partial(choose, location),
            group="location",
            chosen=_is(here, location.code),
            names=location.name,
        )
        for location in known
    ]
