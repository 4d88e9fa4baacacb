"""Keeps the status line up to date."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject

from app.domain.place import Location
from app.localization import _
from app.ui.runner import Runner
from app.ui.shell.standing import (
    Standing,
    backup_words,
    hours_words,
    is_backup_late,
    person_words,
    place_words,
    saved_words,
)
from app.ui.shell.status_line import StatusLine
from app.ui.shell.surroundings import Surroundings
from app.ui.shell.trouble import Trouble


class Status(QObject):
    """Listens to what is written and to trouble, and says it in `line`."""

    def __init__(
        self, line: StatusLine, runner: Runner, trouble: Trouble, around: Surroundings
    ) -> None:
        super().__init__(line)
        self._line, self._runner, self._trouble = line, runner, trouble
        self._around = around
        self._location: Location | None = None
        self._saved: datetime | None = None
        runner.changed.connect(self._on_changed)
        trouble.changed.connect(self.tell)
        line.installEventFilter(self)

    def set_location(self, location: Location) -> None:
        """Where the desk is."""
        self._location = location
        self.tell()

    def set_surroundings(self, around: Surroundings) -> None:
        """What has changed in the settings of the store."""
        self._around = around
        if self._location is not None:
            self.set_location(around.location(self._location.code))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.tell()
        return super().eventFilter(watched, event)

    def tell(self) -> None:
        """Say everything anew."""
        if self._location is None:
            return
        desk, trouble = self._runner.desk, self._trouble
        is_file = desk.store.is_file
        wrong, around, now = trouble.refused is not None, self._around, desk.clock()
        backed_up = around.backed_up
        expected = is_file and not around.demo
        standing = Standing(
            place=place_words(self._location),
            hours=hours_words(around.open_today.get(self._location.code)),
            person=person_words(desk.actor.name, desk.actor.roles),
            saved=saved_words(self._saved),
            store=_("Encrypted file") if is_file else _("Shared server"),
            store_icon="lock" if is_file else "server",
            backup=backup_words(backed_up, now) if expected or backed_up else "",
            backup_late=expected and is_backup_late(backed_up, now),
            trouble=_("Not saved") if wrong and not trouble.is_away else "",
            away=_("Server does not answer") if trouble.is_away else "",
        )
        self._line.show_standing(standing)

    def _on_changed(self, _changes: object, owner: object) -> None:
        if owner is not None:
            self._saved = self._runner.desk.clock()
        self.tell()
