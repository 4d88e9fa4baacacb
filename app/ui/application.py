"""The whole program: sign-in, the window, sign-out, and sign-in again.

Before the first paint of the sign-in nothing of the store is loaded; what needs it is imported
where it is used.
"""

from __future__ import annotations

import os
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app import localization, settings
from app.domain.errors import Refused
from app.localization import _
from app.settings import Settings
from app.ui import theme
from app.ui.faults import Faults
from app.ui.first_paint import FirstPaint
from app.ui.garbage import Garbage
from app.ui.sign_in.doors import Doors
from app.ui.sign_in.locations import USUAL
from app.ui.sign_in.place import Place, place_of
from app.ui.sign_in.window import SignInWindow
from app.ui.worker import Worker

if TYPE_CHECKING:
    from app.services.unit import Desk
    from app.ui.runner import Runner
    from app.ui.shell.surroundings import Surroundings
    from app.ui.shell.window import MainWindow
    from app.ui.tab import Tab, Workplace
    from app.ui.theme.theme import Mode

PASSWORD = "KOTOPORTTI_PASSWORD"


def tabs_for(workplace: Workplace) -> list[Tab]:
    """The tabs that this person has at a location, in their order."""
    from app.domain.place import LocationKind
    from app.domain.roles import Right, rights_of
    from app.ui.check_in.tab import CheckInTab
    from app.ui.clients.tab import ClientsTab
    from app.ui.referrals.tab import ReferralsTab
    from app.ui.shell.start import StartTab
    from app.ui.statistics.tab import StatisticsTab

    rights = rights_of(workplace.runner.desk.actor.roles)
    nameless = workplace.location.kind is LocationKind.ROMA_PORTAL
    tabs: list[Tab] = []
    if Right.RECORD_VISITS in rights:
        check_in, slips = CheckInTab(workplace), ReferralsTab(workplace)
        check_in.for_slip.asked.connect(slips.take_visit)
        tabs += [check_in, slips]
        if Right.FIND_CLIENTS in rights and not nameless:
            clients = ClientsTab(workplace)
            clients.referral_wanted.connect(slips.take_client)
            tabs.append(clients)
    if Right.STATISTICS_PUBLIC in rights:
        tabs.append(StatisticsTab(workplace))
    return sorted(tabs, key=lambda tab: tab.number) or [StartTab()]


class Program(QObject):
    """One person after the other signs in, works and signs out."""

    def __init__(self, application: QApplication, place: Place, known: Settings) -> None:
        super().__init__(application)
        self._place, self._known = place, known
        self.worker = Worker(self)
        self.doors = Doors()
        self.sign_in: SignInWindow | None = None
        self.window: MainWindow | None = None
        self._desk: Desk | None = None
        self._runner: Runner | None = None
        self.faults = Faults(self)
        self.faults.reported.connect(self._on_fault)
        self.worker.broken.connect(self._on_broken)

    def show_sign_in(self) -> None:
        """The greeting, or the first run; the store is loaded behind it."""
        self.sign_in = SignInWindow(self.worker, settings.read(), self._place, self.doors)
        self.sign_in.signed_in.connect(self._on_signed_in)
        FirstPaint(self.sign_in).done.connect(self._load_rest)
        self.sign_in.show()

    def enter(self, login: str, password: str) -> None:
        """Sign in without asking; where that is refused, ask."""
        self._load_rest()
        place, workstation, doors = self._place, self._known.workstation_id, self.doors
        self.worker.run(
            self,
            lambda: doors.sign_in(place, login, password, workstation),
            lambda desk: self._on_signed_in(desk, self._known.location or USUAL),
            self._on_refused,
        )

    def finish(self) -> None:
        """Everything that was asked for is on disk, and the store is closed."""
        if self._desk is not None:
            self.worker.run(self, self._desk.store.close, lambda _closed: None)
        self.worker.finish()

    def _load_rest(self) -> None:
        """What nobody has to wait for: Qt's own words, the icon of the window, the store."""
        from app.ui.language import teach_qt

        teach_qt(localization.current().language)
        QApplication.setWindowIcon(theme.active().icon("mark", "accent", 64))
        names = ("app.services.sign_in", "app.services.today", "app.services.slips")
        self.worker.run(self, lambda: [import_module(name) for name in names], lambda _all: None)

    def _on_signed_in(self, desk: Desk, location: str) -> None:
        from app.ui.runner import Runner
        from app.ui.shell.surroundings import surroundings

        if self.sign_in is not None:
            self._place = self.sign_in.place
        self._desk, self._runner = desk, Runner(desk, self.worker, self)
        self._runner.read(self, surroundings, lambda around: self._open(around, location))

    def _open(self, around: Surroundings, location: str) -> None:
        from app.ui.shell.window import MainWindow

        desk, place = self._desk, self._place
        assert desk is not None
        assert self._runner is not None
        self.window = MainWindow(
            self._runner, around, location, tabs_for, lambda typed: check(place, desk, typed)
        )
        self.window.news.around.connect(self._remember_backup)
        self._remember_backup(around)
        self.window.left.connect(self._sign_out)
        self.window.password_asked.connect(self._change_password)
        self.window.show()
        if self.sign_in is not None:
            self.sign_in.hide()
            self.sign_in.deleteLater()
            self.sign_in = None

    def _remember_backup(self, around: Surroundings) -> None:
        """The sign-in says when the file that this workstation remembers was last backed up."""
        known = settings.read()
        kept = around.backed_up.isoformat() if around.backed_up else ""
        if place_of(known) == self._place and kept != known.backup:
            with suppress(OSError):
                settings.write(known._replace(backup=kept))

    def _sign_out(self) -> None:
        assert self.window is not None
        assert self._desk is not None
        assert self._runner is not None
        self.show_sign_in()
        self.window.close()
        self.window.deleteLater()
        self._runner.deleteLater()
        self.worker.run(self, self._desk.store.close, lambda _closed: None)
        self.window, self._desk, self._runner = None, None, None

    def _change_password(self) -> None:
        from app.ui.sign_in.change_password import ChangePasswordDialog

        desk, place, doors, window = self._desk, self._place, self.doors, self.window
        assert desk is not None
        assert window is not None
        dialog = ChangePasswordDialog(
            self.worker, lambda old, new: doors.change_password(place, desk, old, new), window
        )
        dialog.changed.connect(lambda: window.undo.tell(_("Password changed")))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_refused(self, refused: Refused) -> None:
        self.show_sign_in()
        if self.sign_in is not None:
            self.sign_in.page().refuse(refused)

    def _on_broken(self, report: str) -> None:
        """A bug while nothing is in sight yet is told where one signs in."""
        if self.window is None and self.sign_in is None:
            self.show_sign_in()
            self._on_fault(report)

    def _on_fault(self, report: str) -> None:
        if self.window is not None:
            self.window.show_fault(report)
        elif self.sign_in is not None:
            self.sign_in.page().notice.tell(
                lambda: _("Something went wrong. A report is in {path}", path=report)
            )


def check(place: Place, desk: Desk, password: str) -> None:
    """Refuse a password that is not that of the person at the desk; takes as long as sign-in."""
    if place.server:
        from app.services import server

        server.check_own_password(place.server, desk, password)
    else:
        from app.services import sign_in

        sign_in.check_own_password(place.folder, desk, password)


def run(data: Path | None, database: str | None, user: str | None, language: str | None) -> int:
    """Open the program; the exit code when its last window is closed.

    With `user` and a password in the environment it signs in by itself.
    """
    application = theme.new_application()
    Garbage(application)
    application.setApplicationName("Kotoportti")
    application.setDesktopFileName("kotoportti")
    known = settings.settle()
    localization.use(language or known.language or settings.first_language())
    theme.install(application, cast("Mode", known.appearance), known.text_size)
    program = Program(application, place_of(known, data, database), known)
    program.faults.install()
    password = os.environ.get(PASSWORD)
    if user and password:
        program.enter(user, password)
    else:
        program.show_sign_in()
    code = application.exec()
    program.finish()
    return code
