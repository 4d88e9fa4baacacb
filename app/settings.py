"""The settings of this workstation: a small file of its own; never a client, never a password.

Read before the first paint, hence JSON and a named tuple: `tomllib`, `uuid`, `datetime` and
`dataclasses` take longer to load than to use.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app import localization, paths

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

TEXT_SIZES = (90, 100, 125, 150, 200)
APPEARANCES = ("system", "light", "dark")
PAPERS = ("a5", "a4", "receipt", "large")
FILE_NAME = "settings.json"
_own: Path | None = None


class Settings(NamedTuple):
    """What this workstation remembers.

    `data` is the folder of the database or `server` its address; `location` the portal location
    preset at sign-in, `login` who signed in last, `text_size` in per cent, `idle_minutes` until
    the curtain closes by itself (0: never), `window` the window's geometry as hexadecimal digits,
    `dialog` that of the dialog of settings, `printer` and `paper` (one of `PAPERS`) those of slips,
    `backup` when the file in `data` was last backed up (a moment with its zone, as ISO 8601 writes
    it).
    """

    workstation: str = ""
    data: str = ""
    server: str = ""
    login: str = ""
    location: str = ""
    language: str = ""
    appearance: str = "system"
    text_size: int = 100
    idle_minutes: int = 5
    window: str = ""
    dialog: str = ""
    printer: str = ""
    paper: str = "a5"
    backup: str = ""

    @property
    def workstation_id(self) -> UUID:
        """Which workstation this is; it tells the unfinished forms of two desks apart."""
        from uuid import UUID

        return UUID(self.workstation)

    @property
    def backed_up(self) -> datetime | None:
        """When the file was last backed up, None where that is not known."""
        from datetime import datetime

        try:
            moment = datetime.fromisoformat(self.backup)
        except ValueError:
            return None
        return moment if moment.tzinfo is not None else None


def use(folder: Path) -> None:
    """Keep the settings in `folder` until the program ends, apart from the workstation's."""
    global _own
    _own = folder


def read(folder: Path | None = None) -> Settings:
    """The settings as they were left; what is missing or makes no sense is as at first."""
    return _understood(_found(folder))


def settle(folder: Path | None = None) -> Settings:
    """The same, and kept where the file says otherwise: a workstation is the same the next time.

    A disk that cannot be written keeps nobody out.
    """
    found = _found(folder)
    known = _understood(found)
    if known._asdict() != found:
        with suppress(OSError):
            write(known, folder)
    return known


def _found(folder: Path | None) -> dict[str, Any]:
    """What the file says; nothing where it cannot be read."""
    path = (folder or _own or paths.settings_folder()) / FILE_NAME
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _understood(found: dict[str, Any]) -> Settings:
    usual = Settings()._asdict()
    kept = {name: found[name] for name in usual if type(found.get(name)) is type(usual[name])}
    return _sensible(Settings(**kept))


def _sensible(settings: Settings) -> Settings:
    changes: dict[str, Any] = {}
    if settings.text_size not in TEXT_SIZES:
        changes["text_size"] = 100
    if settings.appearance not in APPEARANCES:
        changes["appearance"] = "system"
    if settings.paper not in PAPERS:
        changes["paper"] = "a5"
    if settings.language not in localization.LANGUAGES:
        changes["language"] = ""
    if not 0 <= settings.idle_minutes <= 240:
        changes["idle_minutes"] = 5
    if not _is_id(settings.workstation):
        from uuid import uuid4

        changes["workstation"] = str(uuid4())
    return settings._replace(**changes)


def _is_id(text: str) -> bool:
    """Whether this is a workstation's id as we write it."""
    digits = text.replace("-", "")
    return len(text) == 36 and len(digits) == 32 and all(d in "0123456789abcdef" for d in digits)


def write(settings: Settings, folder: Path | None = None) -> None:
    """Keep the settings; the file is the old one or the new one, never half."""
    folder = folder or _own or paths.settings_folder()
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / (FILE_NAME + ".new")
    unfinished.write_text(json.dumps(settings._asdict(), indent=1), "utf-8")
    unfinished.replace(folder / FILE_NAME)


def first_language() -> str:
    """The language of a workstation that has not chosen one: the system's, else Finnish."""
    import locale

    system = (locale.getlocale()[0] or "")[:2]
    return system if system in localization.LANGUAGES else "fi"
