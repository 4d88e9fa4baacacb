"""The tour from a store to its pictures."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app import localization, settings
from app.services import sign_in
from app.services.rehearsal import lively_moment
from app.settings import Settings
from app.ui import theme
from app.ui.application import Program
from app.ui.garbage import Garbage
from app.ui.sign_in.doors import Doors
from app.ui.sign_in.locations import USUAL
from app.ui.sign_in.place import Place
from app.ui.tour import display
from app.ui.tour.camera import Camera
from app.ui.tour.walk import Walk

_OF_MEMORY = "This plugin does not support"


def tour(
    copy: Path,
    login: str,
    password: str,
    languages: Sequence[str],
    to: Path,
    taken: Callable[[Path], None],
) -> None:
    """Walk through the program in each language, on the store in `copy`, which is changed by it.

    `taken` hears of each picture in the folder `to`. Errors: `tour_stuck` (name), `tour_broken`
    (path of the report), `picture_not_made` (name).
    """
    known = _settle_in(copy, login, languages[0])
    moment = _moment(copy, login, password, known)
    display.provide(copy)
    qInstallMessageHandler(_tell)
    application = theme.new_application()
    application.setApplicationName("Kotoportti")
    # A caret that blinks would be in a picture by chance.
    application.setCursorFlashTime(0)
    theme.install(application, "light", known.text_size)
    program = Program(application, Place(copy), known)
    program.doors = Doors(lambda: moment)
    program.faults.install()
    Garbage(application)
    error = _walked(application, Walk(program, Camera(to), password, languages, taken))
    program.finish()
    if error is not None:
        raise error


def _walked(application: QApplication, walk: Walk) -> Exception | None:
    """What stopped the walk, None when it came to its end."""
    ends: list[Exception | None] = []
    walk.ended.connect(ends.append)
    walk.ended.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(0, walk, walk.start)
    application.exec()
    return ends[0] if ends else None


def _settle_in(copy: Path, login: str, language: str) -> Settings:
    """The settings of the walk; those of the workstation stay as they are."""
    settings.use(copy / "settings")
    known = Settings(
        workstation=settings.read().workstation,
        data=str(copy),
        login=login,
        location=USUAL,
        language=language,
        appearance="light",
        idle_minutes=0,
    )
    settings.write(known)
    localization.use(language)
    return known


def _moment(copy: Path, login: str, password: str, known: Settings) -> datetime:
    """When the walk is: then there is something to see."""
    desk = sign_in.sign_in(copy, login, password, known.workstation_id)
    try:
        with desk.read() as unit:
            return lively_moment(unit, USUAL)
    finally:
        desk.store.close()


def _tell(kind: QtMsgType, _context: object, message: str) -> None:
    """What Qt warns of, but for what a display in memory cannot do and need not."""
    if not message.startswith(_OF_MEMORY):
        print(message, file=sys.stderr)
