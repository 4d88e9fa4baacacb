"""The walk: one key after the other, each when the window has answered the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app import settings
from app.domain.errors import Refused
from app.localization import NAMES
from app.ui.application import Program
from app.ui.clients.duplicates.panel import DuplicatesPanel
from app.ui.clients.lookup.looking import Looking
from app.ui.clients.tab import ClientsTab
from app.ui.language import switch
from app.ui.referrals.previewing import Previewing
from app.ui.sign_in.place import Place
from app.ui.sign_in.window import SignInWindow
from app.ui.tour import elsewhere, hands, scenes
from app.ui.tour.camera import Camera
from app.ui.tour.scenes import Scene
from app.ui.widgets.toast import Toast

TURNS: Final = 3
PATIENCE_MS: Final = 30_000


class Walk(QObject):
    """Walks through `program` in each of `languages`.

    `taken` hears of each picture; `ended` carries the error that stopped the walk, or None. A step
    follows when the worker rests and the window has had some turns to lay out and paint.
    """

    ended = Signal(object)

    def __init__(
        self,
        program: Program,
        camera: Camera,
        password: str,
        languages: Sequence[str],
        taken: Callable[[Path], None],
    ) -> None:
        super().__init__(program)
        self._program, self._camera, self._taken = program, camera, taken
        self._password, self._languages = password, languages
        self._first_run: SignInWindow | None = None
        self._name, self._calm, self._over = "", 0, False
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._on_turn)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_stuck)
        program.worker.rested.connect(self._settle)
        program.worker.broken.connect(self._on_broken)
        program.faults.reported.connect(self._on_broken)
        self._steps = self._walk()

    def start(self) -> None:
        """Begin; everything else follows from the event loop."""
        self._step()

    def _walk(self) -> Iterator[None]:
        """All steps; each `yield` waits until the window has answered."""
        switch(self._languages[0])
        self._program.show_sign_in()
        yield
        for language, following in zip(self._languages, [*self._languages[1:], ""], strict=True):
            yield from self._show(scenes.SIGN_IN, language)
            yield from self._show(scenes.CHECK_IN, language)
            if self._has_tab("referrals"):
                yield from self._show(scenes.REFERRALS, language)
            if self._has_tab("clients"):
                yield from self._show(scenes.CLIENTS, language)
            if self._has_tab("statistics"):
                yield from self._show(scenes.STATISTICS, language)
            yield from self._show(scenes.WINDOW, language)
            if self._may_settle():
                yield from self._show(scenes.SETTINGS, language)
            yield from self._show(scenes.LOOKS, language)
            yield from self._leave(following)
        yield from self._show_first_run(self._languages[-1])

    def _show(self, many: Sequence[Scene], language: str) -> Iterator[None]:
        for scene in many:
            self._name = f"{scene.name}-{language}"
            yield from self._press(scene.keys)
            if scene.size is not None:
                self._window().resize(*scene.size)
                yield
            self._taken(self._camera.take(self._window(), self._name))

    def _press(self, keys: str) -> Iterator[None]:
        for toast in self._window().findChildren(Toast):
            toast.leave()
        for key in keys.split():
            if key == scenes.PASSWORD:
                hands.type_text(self._password, self._window())
            elif key == scenes.ELSEWHERE:
                self._amend_elsewhere()
            elif key.startswith("'"):
                hands.type_text(key[1:], self._window())
            else:
                hands.press(key, self._window())
            yield

    def _amend_elsewhere(self) -> None:
        """Another desk is quicker: the client in hand is amended, and nobody here is told."""
        window = self._program.window
        tab = window.frame.pages.current() if window is not None else None
        assert isinstance(tab, ClientsTab)
        assert tab.client is not None
        elsewhere.amend(tab.workplace.runner.desk, tab.client)

    def _may_settle(self) -> bool:
        """Whether the settings open for the person who walks."""
        window = self._program.window
        return window is not None and any(
            action.name == "settings" for action in window.frame.table.window_actions()
        )

    def _has_tab(self, name: str) -> bool:
        window = self._program.window
        return window is not None and name in [tab.name for tab in window.frame.pages.tabs()]

    def _leave(self, following: str) -> Iterator[None]:
        """Sign out, in the language of the next walk if there is one."""
        chosen = f"Ctrl+K '{NAMES[following].casefold()} Return" if following else ""
        yield from self._press(f"Escape {chosen} {scenes.LEAVE}")

    def _show_first_run(self, language: str) -> Iterator[None]:
        """What whoever starts the program for the first time sees: there is no file yet."""
        program, known = self._program, settings.read()
        if program.sign_in is not None:
            program.sign_in.hide()
        nowhere = Place(Path(known.data, "new"))
        self._first_run = SignInWindow(program.worker, known, nowhere, program.doors)
        self._first_run.show()
        yield
        yield from self._show(scenes.FIRST_RUN, language)
        self._first_run.close()

    def _window(self) -> QWidget:
        """The window in front."""
        window = self._first_run or self._program.window or self._program.sign_in
        assert window is not None
        return window

    def _settle(self) -> None:
        self._calm = 0
        if not self._over:
            self._turns.start()

    def _on_turn(self) -> None:
        """One turn of the event loop without an answer to wait for."""
        if not self._program.worker.resting:
            self._turns.stop()
            return
        if self._about_to_ask():
            return
        if QApplication.activeWindow() is None:
            # A display in memory has nobody who hands the keyboard on to the next window.
            self._window().activateWindow()
        self._calm += 1
        if self._calm == TURNS:
            self._turns.stop()
            self._step()

    def _about_to_ask(self) -> bool:
        """Whether a page or a search is asked for as soon as the fingers rest."""
        window = self._window()
        timers = [one.timer for one in window.findChildren(Previewing)]
        timers += [one.delay for one in window.findChildren(Looking)]
        timers += [one.rest for one in window.findChildren(DuplicatesPanel)]
        return any(timer.isActive() for timer in timers)

    def _step(self) -> None:
        self._patience.start()
        try:
            next(self._steps)
        except StopIteration:
            self._end(None)
        except Exception as error:
            self._end(error)
        else:
            self._settle()

    def _on_stuck(self) -> None:
        self._end(Refused("tour_stuck", name=self._name))

    def _on_broken(self, report: str) -> None:
        self._end(Refused("tour_broken", path=report))

    def _end(self, error: Exception | None) -> None:
        if not self._over:
            self._over = True
            self._turns.stop()
            self._patience.stop()
            self.ended.emit(error)
