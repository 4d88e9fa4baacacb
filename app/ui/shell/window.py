"""The window: its frame, the curtain over it, and how its parts hear of each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.place import Location
from app.domain.roles import rights_of
from app.localization import _, _n
from app.ui.action import Action
from app.ui.runner import Runner
from app.ui.shell import dialogs, options, verbs
from app.ui.shell.choices import Choices
from app.ui.shell.cover import Cover
from app.ui.shell.curtain import Check, Curtain
from app.ui.shell.entries import entries
from app.ui.shell.frame import Frame
from app.ui.shell.news import News
from app.ui.shell.remembered import Remembered
from app.ui.shell.status import Status
from app.ui.shell.surroundings import Surroundings
from app.ui.shell.trouble import Trouble
from app.ui.shell.undo import Undo
from app.ui.shell.watch import Watch
from app.ui.tab import Tab, Workplace

WIDTH, HEIGHT, TITLE_BAR = 1366, 768, 40
TabsFor = Callable[[Workplace], list[Tab]]


class MainWindow(QWidget):
    """One person at one location. `tabs_for` makes the tabs that exist there.

    `check` is done on the worker and refuses a password that is not this person's. `left` wants
    another to sign in, `password_asked` another password, `closed` the end.
    """

    left = Signal()
    password_asked = Signal()
    closed = Signal()

    def __init__(
        self, runner: Runner, around: Surroundings, here: str, tabs_for: TabsFor, check: Check
    ) -> None:
        super().__init__()
        self._runner, self._tabs_for, self.around = runner, tabs_for, around
        self._warned = 0
        self.undo, self.trouble, self._remembered = Undo(self), Trouble(self), Remembered()
        self.frame = Frame(self.undo)
        self.curtain = Curtain(runner.worker, check, runner.desk.clock)
        self.cover = Cover(self, self.frame, self.curtain)
        self.watch = Watch(_application(), self)
        self.news = News(runner, self.trouble, self.undo, self)
        self._status = Status(self.frame.line, runner, self.trouble, around)
        self._choices = Choices(self._remembered, self.watch)
        self.setWindowTitle("Kotoportti")
        self._connect()
        self.frame.banners.show_demo(around.demo)
        self.go_to(around.location(here))
        self._restore()

    def go_to(self, location: Location) -> None:
        """Work at this location from now on, with the tabs that it has."""
        self.location = location
        self.undo.forget()
        self.curtain.set_location(location)
        self._status.set_location(location)
        place = Workplace(self._runner, self.undo, self.trouble, location)
        tabs = self._tabs_for(place)
        self.frame.table.set_window(self._actions(tabs))
        self.frame.pages.set_tabs(tabs)

    def hide_all(self) -> None:
        """Draw the curtain by hand."""
        self.cover.draw(by_hand=True)

    def show_fault(self, report: str) -> None:
        """Tell of a bug; `report` is the path of the file about it."""
        self.frame.banners.show_fault(report)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_go():
            event.ignore()
            return
        self.frame.pages.leave()
        geometry = bytes(self.saveGeometry().toHex().data()).decode()
        self._remembered.change(window=geometry)
        self.news.stop()
        event.accept()
        self.closed.emit()

    def leave(self) -> None:
        """Let another sign in."""
        if self._may_go():
            self.left.emit()

    def _may_go(self) -> bool:
        """Once warned of what is not saved, a person may go."""
        held = self.trouble.held
        if not held or self._warned == held:
            return True
        self._warned = held
        fact = _n("{n} visit is not saved.", "{n} visits are not saved.", held)
        advice = _("Try again, or leave once more to go without.")
        if self.cover.drawn:
            self.curtain.unlock.tell(f"{fact} {advice}")
        else:
            self.undo.tell(fact, advice)
        return False

    def _connect(self) -> None:
        header = self.frame.header
        header.find_asked.connect(self._find)
        header.languages_asked.connect(self.frame.open_languages)
        header.hide_asked.connect(self.hide_all)
        header.menu_asked.connect(self.frame.open_menu)
        self.frame.pages.turned.connect(self._on_turned)
        self.frame.banners.again_asked.connect(self.news.try_again)
        self.watch.idle.connect(lambda: self.cover.draw(by_hand=False))
        self.watch.hide_asked.connect(self.hide_all)
        self.watch.alt_tapped.connect(self._on_alt)
        self.cover.lifted.connect(self._on_lifted)
        self.curtain.left.connect(self.leave)
        self.trouble.changed.connect(lambda: self.frame.banners.show_trouble(self.trouble.refused))
        self.news.around.connect(self._on_surroundings)
        self._runner.worker.broken.connect(self.show_fault)

    def _actions(self, tabs: list[Tab]) -> list[Action]:
        frame, desk = self.frame, self._runner.desk
        work = verbs.Verbs(
            go=frame.pages.go,
            undo=self.undo.take_back_last,
            can_undo=lambda: self.undo.any_left,
            find=self._find,
            next_pane=frame.pages.next_pane,
            menu=frame.open_menu,
            hide=self.hide_all,
            help=lambda: dialogs.open_help(frame.pages.current(), frame.table, self),
            about=lambda: dialogs.open_about(self),
            settings=lambda: dialogs.open_settings(self._runner, self.undo, self),
            hand_over=lambda: dialogs.open_hand_over(self._runner, self.undo, self),
            take_in=lambda: dialogs.open_take_in(self._runner, self),
            import_clients=lambda: dialogs.open_import(self._runner, self.undo, self),
            back_up=lambda: dialogs.open_back_up(self._runner, self.undo, self),
            new_code=lambda: dialogs.open_new_code(self._runner, self.undo, self),
            change_password=self.password_asked.emit,
            sign_out=self.leave,
        )
        places = options.locations(
            lambda: self.location.code, self.around.locations, self._choose_location
        )
        return [
            *verbs.going(tabs, work),
            *verbs.editing(work),
            *places,
            *self._choices.options(),
            *verbs.handing(work, rights_of(desk.actor.roles)),
            *verbs.importing(work, rights_of(desk.actor.roles), self.location),
            *verbs.settling(work, rights_of(desk.actor.roles), desk.store.is_file),
            *verbs.person(work),
            *verbs.helping(work),
        ]

    def _find(self) -> None:
        self.frame.finder.open_with(entries(self.frame.table, self.frame.pages.current()))

    def _choose_location(self, location: Location) -> None:
        if location.code != self.location.code:
            self._remembered.change(location=location.code)
            self.go_to(location)

    def _on_turned(self, tab: Tab) -> None:
        self.frame.table.set_tab(tab.actions())

    def _on_alt(self) -> None:
        if self.isActiveWindow() and not self.cover.drawn:
            self.frame.open_menu()

    def _on_lifted(self) -> None:
        self.watch.set_minutes(self._remembered.known().idle_minutes)

    def _on_surroundings(self, around: Surroundings) -> None:
        self.around = around
        self._status.set_surroundings(around)
        self.curtain.set_location(around.location(self.location.code))

    def _restore(self) -> None:
        known = self._remembered.known().window
        if known and self.restoreGeometry(QByteArray.fromHex(known.encode())):
            return
        room = self.screen().availableGeometry()
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height() - TITLE_BAR))


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
