"""The usual morning: who, password, where."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.localization import _
from app.settings import Settings
from app.ui.first_paint import FirstPaint
from app.ui.sign_in.doors import Doors
from app.ui.sign_in.location_field import LocationField
from app.ui.sign_in.page import Page
from app.ui.sign_in.place import Place, place_of
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.field import Field
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.password_field import PasswordField
from app.ui.worker import Worker

if TYPE_CHECKING:
    from uuid import UUID


class SignInPage(Page):
    """`signed_in` brings the desk and the location; what was typed stays when it was wrong."""

    signed_in = Signal(object, str)
    forgotten = Signal()
    elsewhere = Signal()

    def __init__(self, worker: Worker, doors: Doors, settings: Settings, place: Place) -> None:
        super().__init__(worker, Submit(_sign_in, _signing_in))
        self._doors, self._settings, self.place = doors, settings, place
        self.greeting, self.day = Label("name"), Label("body", "dim")
        self.login, self.password = Field(), PasswordField()
        self.location = LocationField(settings.location)
        self.forget, self.other = Link(), Link()
        self.lock, self.path = Icon("lock"), ElidedLabel("help", "dim")
        self.backup = Label("help", "dim")
        self.login.set_leading_icon("user")
        self.login.set_text(settings.login)
        self.password.set_leading_icon("key-round")
        self._form, self._top, self._links = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._foot, self._path = QVBoxLayout(), QHBoxLayout()
        self._hours = QTimer(self, interval=60_000)
        self._connect()
        self._arrange()
        self._restyle()
        self._retranslate()

    def first_field(self) -> QWidget:
        return self.password if self.login.text() else self.login

    def start(self) -> None:
        if not self.login.text().strip():
            self.login.setFocus()
        elif not self.password.text():
            self.password.setFocus()
        else:
            self.work(self._job(), self._signed_in)

    def set_free(self, free: bool) -> None:
        self.forget.setEnabled(free)
        self.other.setEnabled(free)

    def refuse(self, refused: Refused) -> None:
        if refused.code == "sign_in_wrong":
            self.submit.wait(refused)
            self.password.set_error(_wrong())
            self.password.setFocus()
            self.password.edit.selectAll()
        else:
            super().refuse(refused)

    def _job(self) -> Callable[[], object]:
        doors, place, workstation = self._doors, self.place, self._settings.workstation_id
        login, password = self.login.text(), self.password.text()
        return lambda: _opened(doors, place, login, password, workstation)

    def _signed_in(self, desk: object) -> None:
        self.password.edit.clear()
        self.signed_in.emit(desk, self.location.code())

    def _connect(self) -> None:
        self.forget.clicked.connect(self.forgotten)
        self.other.clicked.connect(self.elsewhere)
        self._hours.timeout.connect(self._tell_time)
        FirstPaint(self).done.connect(self._begin_day)
        for field in (self.login, self.password):
            field.edited.connect(lambda _typed: self.password.set_error(None))

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.greeting)
        words.addWidget(self.day)
        self._top.addWidget(Icon("mark", "accent", 2.3))
        self._top.addLayout(words, 1)
        self._links.addWidget(self.forget)
        self._links.addStretch(1)
        self._links.addWidget(self.other)
        self._arrange_form()
        self._arrange_foot()

    def _arrange_form(self) -> None:
        languages = QHBoxLayout()
        languages.addStretch(1)
        languages.addWidget(self.languages)
        self._form.addLayout(languages)
        self._form.addLayout(self._top)
        for widget in (self.notice, self.login, self.password, self.location, self.submit):
            self._form.addWidget(widget)
        self._form.addLayout(self._links)
        self._form.addStretch(1)
        self.column.addLayout(self._form)

    def _arrange_foot(self) -> None:
        line = QFrame()
        line.setProperty("line", "across")
        self._path.addStretch(1)
        self._path.addWidget(self.lock)
        self._path.addWidget(self.path)
        self._path.addWidget(self.backup)
        self._path.addStretch(1)
        self._foot.addWidget(line)
        self._foot.addLayout(self._path)
        self.frame.addLayout(self._foot)

    def _restyle(self) -> None:
        theme = active()
        side = theme.space(20)
        self.column.setContentsMargins(theme.chars(10), theme.space(20), theme.chars(10), side)
        self._form.setSpacing(theme.space(18))
        self._top.setSpacing(theme.space(12))
        self._path.setSpacing(theme.space(8))
        self._foot.setSpacing(theme.space(12))
        self._foot.setContentsMargins(side, 0, side, theme.space(14))

    def _begin_day(self) -> None:
        """Once the page is painted: nobody has to wait for the calendar to type a password."""
        self._hours.start()
        self._tell_time()

    def _tell_time(self) -> None:
        from app.domain.days import local
        from app.ui.sign_in.greeting import backup_line, day_line, greeting

        now = local(self._doors.clock())
        self.greeting.setText(greeting(now))
        self.day.setText(day_line(now.date()))
        known = self._settings
        moment = known.backed_up if self.place == place_of(known) else None
        self.backup.setVisible(moment is not None)
        if moment is not None:
            self.backup.setText(f"· {backup_line(local(moment), now)}")

    def _retranslate(self) -> None:
        if self._hours.isActive():
            self._tell_time()
        self.login.set_label(_("User name"))
        self.password.set_label(_("Password"))
        if self.password.error():
            self.password.set_error(_wrong())
        self.forget.set_texts(_("Password forgotten…"))
        self.other.set_texts(_("Another file or server…"))
        words = _server(self.place.server) if self.place.server else _file(self.place.shown())
        self.path.setText(words)
        self.lock.set_icon("server" if self.place.server else "lock", "dim")


def _opened(doors: Doors, place: Place, login: str, password: str, workstation: UUID) -> object:
    return doors.sign_in(place, login, password, workstation)


def _wrong() -> str:
    from app.words.sentences import sentence

    return sentence(Refused("sign_in_wrong"))


def _sign_in() -> str:
    return _("Sign in")


def _signing_in() -> str:
    return _("Signing in…")


def _server(address: str) -> str:
    return _("Shared server {address}", address=address)


def _file(path: str) -> str:
    return _("Encrypted file {path}", path=path)
