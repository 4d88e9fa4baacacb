"""One window from the greeting to an open store."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app import settings
from app.settings import Settings
from app.ui.sign_in.doors import Doors
from app.ui.sign_in.locations import USUAL
from app.ui.sign_in.page import Page
from app.ui.sign_in.pages import Pages, is_demo
from app.ui.sign_in.place import Place
from app.ui.sign_in.reading import tab_in_reading_order
from app.ui.theme import active
from app.ui.worker import Worker

if TYPE_CHECKING:
    from app.services.unit import Desk

NARROW: Final = 70
WIDE: Final = 91
HEIGHT: Final = 33


class SignInWindow(QWidget):
    """`signed_in` brings the open desk and the code of the location; `place` is where it is.

    It begins with the greeting, or with the first run where nothing is at `place` yet. What the
    workstation is to remember is written as soon as it is known and stands in `settings`.
    """

    signed_in = Signal(object, str)

    def __init__(
        self, worker: Worker, known: Settings, place: Place, doors: Doors | None = None
    ) -> None:
        super().__init__()
        self.settings, self.place, self._given = known, place, place
        self.pages: dict[str, Page] = {}
        self._trail: list[str] = []
        self._pages = Pages(worker, doors or Doors(), known, self)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setWindowTitle("Kotoportti")
        self._pages.wanted.connect(self.go)
        self._pages.moved.connect(self._move)
        self._pages.code_made.connect(self._show_code)
        self._pages.entered.connect(self._enter)
        self.go("sign_in" if place.is_there() else "choose")

    def page(self) -> Page:
        """The page in front."""
        return self.pages[self._trail[-1]]

    def go(self, name: str) -> None:
        """Show the page `name`; what was typed on the others stays."""
        if name not in self.pages:
            self._add(name, self._pages.make(name, self.place))
        self._trail.append(name)
        self._show_page()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A recovery code that is not on paper yet holds the window open once."""
        from app.ui.sign_in.code_page import CodePage

        page = self.page()
        if isinstance(page, CodePage) and not page.may_close():
            event.ignore()
        else:
            super().closeEvent(event)

    def _back(self) -> None:
        if len(self._trail) > 1:
            self._trail.pop()
            self._show_page()

    def _leave(self) -> None:
        """The button beside the filled one: a step back, or out where there is none."""
        if len(self._trail) > 1:
            self._back()
        else:
            self.close()

    def _add(self, name: str, page: Page) -> None:
        self.pages[name] = page
        self._stack.addWidget(page)
        tab_in_reading_order(page)
        page.back.connect(self._back)
        page.left.connect(self._leave)
        page.language.connect(self._speak)

    def _show_page(self) -> None:
        page = self.page()
        self._stack.setCurrentWidget(page)
        self._take_size(NARROW if self._trail[-1] == "sign_in" else WIDE)
        page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_size(self, width: int) -> None:
        """The size of the drawing, or what the screen has."""
        theme, room = active(), self.screen().availableGeometry()
        self.resize(min(theme.chars(width), room.width()), min(theme.units(HEIGHT), room.height()))

    def _move(self, place: Place) -> None:
        """Another file to sign in to; whoever signs in there decides that it is remembered."""
        self.place = place
        for name in list(self.pages):
            self._stack.removeWidget(self.pages[name])
            self.pages.pop(name).deleteLater()
        self._trail.clear()
        self.go("sign_in")

    def _show_code(self, desk: "Desk", code: str, place: Place, location: str) -> None:
        self._add("code", self._pages.code(desk, code, place, location))
        self._trail = ["code"]
        self._show_page()

    def _enter(self, desk: "Desk", place: Place, location: str) -> None:
        self.place = place
        if not is_demo(place):
            self._remember(login=desk.actor.login, location=location, **self._where(place))
        self.signed_in.emit(desk, location or USUAL)

    def _where(self, place: Place) -> dict[str, str]:
        """What to remember of the place: nothing new if one was sent here to begin with."""
        if place == self._given:
            return {}
        return {"server": place.server, "data": "" if place.server else str(place.folder)}

    def _speak(self, language: str) -> None:
        from app.ui.language import switch

        switch(language)
        self._remember(language=language)

    def _remember(self, **changes: Any) -> None:
        """A disk that cannot be written keeps nobody out: then it is not remembered."""
        self.settings = self.settings._replace(**changes)
        with suppress(OSError):
            settings.write(self.settings)
