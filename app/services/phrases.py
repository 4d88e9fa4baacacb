"""The printed phrases, and which drafts a supervisor has switched on for this store."""

import json
from functools import cache
from typing import Final

from app import paths
from app.domain.errors import Refused
from app.domain.phrasebook import Phrasebook, phrasebook_from
from app.domain.roles import Right
from app.services.unit import Changes, Unit
from app.store.models import SettingRow

SWITCHED_ON: Final = "phrases.on"


@cache
def phrasebook() -> Phrasebook:
    """The phrases that came with the program."""
    return phrasebook_from(json.loads(paths.resource("phrases.json").read_text("utf-8")))


def switched_on(unit: Unit) -> frozenset[str]:
    """The drafts that may be printed."""
    row = unit.session.get(SettingRow, SWITCHED_ON)
    return frozenset(row.value) & phrasebook().drafts() if row is not None else frozenset()


def switch(unit: Unit, language: str, on: bool) -> None:
    """Let a draft be printed, or no longer.

    Errors: `no_right`, `language_not_draft` (it needs no switch, or has no phrases).
    """
    unit.demand(Right.KEEP_DIRECTORY)
    if language not in phrasebook().drafts():
        raise Refused("language_not_draft", given=language[:20])
    now = switched_on(unit)
    _keep(unit, now | {language} if on else now - {language})
    unit.log("phrases.on" if on else "phrases.off", language)


def switch_all_on(unit: Unit) -> None:
    """Every draft: for a demonstration, in which nothing is handed to anybody."""
    _keep(unit, phrasebook().drafts())


def _keep(unit: Unit, languages: frozenset[str]) -> None:
    unit.session.merge(SettingRow(name=SWITCHED_ON, value=sorted(languages)))
    unit.changes |= Changes.SETTINGS
