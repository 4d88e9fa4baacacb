"""The slip's few questions, with what must be said of the answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal

from app.domain.client import Client
from app.domain.visit import Visit
from app.localization import _
from app.services.slips import SlipWish
from app.ui.referrals import speech
from app.ui.referrals.directory import Entry
from app.ui.referrals.form_view import FormView
from app.ui.referrals.reading import Desk


class Form(FormView):
    """`changed` follows every answer, `cleared` asks to start over, `unlinked` for nobody."""

    changed = Signal()
    cleared = Signal()
    unlinked = Signal()

    def __init__(self, today: Callable[[], date], usual: str) -> None:
        super().__init__(today, usual)
        self._waiting: Entry | None = None
        self._desk: Desk | None = None
        self._number = ""
        self._visit: Visit | None = None
        self._client: Client | None = None
        self.answers.changed.connect(self._on_changed)
        self.clear.clicked.connect(self.cleared)
        self.unlink.clicked.connect(self.unlinked)
        self.violence.acted.connect(self._take_waiting)
        self.violence.left.connect(self._leave_waiting)
        self.violence.closed.connect(self._leave_waiting)
        self._retranslate()

    def load(self, desk: Desk) -> None:
        """What may be answered."""
        self._desk = desk
        self.answers.load(desk)
        self._show_discreet()

    def take(self, entry: Entry) -> None:
        """Put a service on the slip; one against violence only after asking."""
        self._leave_waiting()
        if entry.service.discreet and entry.id not in self.answers.services.codes():
            self._waiting = entry
            self.violence.ask(lambda: _asked(entry))
            self.area.ensureWidgetVisible(self.violence)
        else:
            self.answers.take(entry)
            self.begin()

    def begin(self) -> None:
        """The keyboard on the first question that is not answered."""
        asked = self.answers
        if asked.language.code():
            asked.matter.setFocus(Qt.FocusReason.TabFocusReason)
        elif chips := list(asked.language.group.chips.values()):
            chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def put(self, wish: SlipWish) -> None:
        """Show these answers."""
        self._leave_waiting()
        self.answers.put(wish)
        self._show_discreet()

    def show_number(self, number: str) -> None:
        """The number that the slip has, "" while it has none."""
        self._number = number
        self._retranslate()

    def show_whom(self, visit: Visit | None, client: Client | None) -> None:
        """The visit or the client that the slip belongs to, if there is one."""
        self._visit, self._client = visit, client
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.answers.retranslate()
            self._retranslate()

    def _on_changed(self) -> None:
        self._show_discreet()
        self.changed.emit()

    def _show_discreet(self) -> None:
        """What a slip for somebody in danger leaves out, for as long as it does."""
        desk, codes = self._desk, self.answers.services.codes()
        chosen = [desk.entry(code) for code in codes] if desk is not None else []
        discreet = any(one is not None and one.service.discreet for one in chosen)
        self.discreet.setVisible(discreet)
        for question in (self.questions["matter"], self.questions["bring"], self.answers.name):
            question.setEnabled(not discreet)

    def _take_waiting(self) -> None:
        entry = self._waiting
        self._leave_waiting()
        if entry is not None:
            self.answers.take(entry)
            self.begin()

    def _leave_waiting(self) -> None:
        self._waiting = None
        self.violence.hide()

    def _retranslate(self) -> None:
        self.retranslate()
        whom = speech.whom(self._visit, self._client)
        self._linked.setVisible(bool(whom))
        self.visit.setText(whom)
        self.whom.set_icon("user-check" if self._client is not None else "clipboard-pen", "dim")
        told = (
            _("The slip is not for this client")
            if self._client is not None
            else _("The slip is not for this visit")
        )
        self.unlink.setToolTip(told)
        self.unlink.setAccessibleName(told)
        self.number.setText(
            _("Number {number}.", number=self._number)
            if self._number
            else _("The number is given when the slip is printed, saved or copied.")
        )


def _asked(entry: Entry) -> tuple[str, str, str, str]:
    return (
        _("Is it safe to take a paper home? {name}", name=speech.title(entry)),
        _("The slip will say a telephone and hours only: no name of a service or a person."),
        _("Make a discreet slip"),
        _("Leave it out"),
    )
