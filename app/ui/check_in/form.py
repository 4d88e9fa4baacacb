"""The check-in form: what a person does with it, and what Enter will record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.days import local_day
from app.domain.moment import BackDate
from app.domain.place import Ask
from app.domain.reference import Kind
from app.domain.visit import OUTCOMES_MAX, TOPICS_MAX, Facts
from app.localization import _, current
from app.ui.check_in.client_row import Wish
from app.ui.check_in.form_view import FormView
from app.ui.check_in.keys import FormKeys
from app.ui.check_in.lists import Desk
from app.ui.check_in.pick_popup import PickPopup
from app.ui.check_in.speech import Speech
from app.ui.check_in.when_popup import WhenPopup

FALLBACK = "other"


class Form(FormView):
    """All that is asked of a visit. `changed` follows what a person does.

    `facts` and `back_dated` say what would be recorded; `put` shows a visit; `keys` answers the
    keys of the keyboard.
    """

    changed = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._desk: Desk | None = None
        self._back: BackDate | None = None
        self._speech: Speech | None = None
        self._amending: str | None = None
        self._picking = Kind.LANGUAGE
        self.pick, self.when = PickPopup(self), WhenPopup(self)
        self.keys = FormKeys(self.questions, self.repeats, self.asks)
        self._connect()
        self._retranslate()

    def load(self, desk: Desk) -> None:
        """Show what is asked at `desk`."""
        self._desk, self._speech = desk, Speech(desk.reference)
        asked = self.questions
        asked.load(desk)
        self.rows.show_row(asked.languages, desk.asks(Ask.LANGUAGE))
        self.rows.show_row(asked.municipalities, desk.asks(Ask.MUNICIPALITY))
        self.rows.show_row(self.client, desk.asks(Ask.CLIENT))
        self._retranslate()
        self.fit()

    def facts(self) -> Facts:
        """What would be recorded."""
        return replace(self.questions.facts(), note=self.note.text())

    def asks(self, ask: Ask) -> bool:
        """Whether this may be asked at the desk that was loaded."""
        return self._desk is not None and self._desk.asks(ask)

    def back_dated(self) -> BackDate | None:
        return self._back

    def wish(self) -> Wish | None:
        """With whom the visit would be linked."""
        return self.client.wish(self.questions.facts().language)

    def may_have_note(self) -> bool:
        """Whether the visit in the form may have a note: one without a name not everywhere."""
        wish = self.wish()
        return self.asks(Ask.NOTE) or (wish is not None and not wish.anonymous)

    def put(self, facts: Facts, back: BackDate | None = None, wish: Wish | None = None) -> None:
        """Show these facts; nobody is told of a change."""
        self.questions.put(facts)
        self.note.put(facts.note)
        self._back = back
        self.client.put(wish)
        self.read_back()

    def clear(self) -> None:
        """Back to what stands there before the first key."""
        self.put(Facts(()))

    def is_empty(self) -> bool:
        """Whether nothing has been chosen or typed."""
        return self.facts() == Facts(()) and self._back is None and self.client.client is None

    def repeat(self, facts: Facts) -> None:
        """Fill in an earlier visit, by hand."""
        self.questions.put(replace(facts, note=""))
        self._on_changed()

    def set_back_dated(self, back: BackDate | None) -> None:
        self._back = back
        self._on_changed()

    def ask_time(self) -> None:
        """Ask for another day or time."""
        self.when.open(self._back, local_day(self._clock()), self.repeats.time)

    def show_amending(self, visit: str | None) -> None:
        """Say above the form that it holds a recorded visit; None: it holds a new one."""
        self._amending = visit
        self.rows.show_row(self.repeats, visit is None)
        self._retranslate_notice()
        self.fit()

    def take_keyboard(self) -> None:
        """The keys of the form are live again."""
        first = next(iter(self.questions.topics.chips.values()), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_back(self) -> None:
        """Say in the foot what Enter will record."""
        self._show_note()
        self.repeats.set_time(self._back, self._clock())
        if self._speech is None:
            return
        text = self._speech.read_back(self.facts(), self._back, self.wish())
        if text:
            self.foot.say(text)
        else:
            self.foot.hint(_("Choose a topic, then Enter."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.fit()

    def _connect(self) -> None:
        asked = self.questions
        for source in (asked.changed, self.note.changed, self.client.changed):
            source.connect(self._on_changed)
        self.client.note_asked.connect(self.note.open)
        self.note.turned.connect(self._show_note)
        asked.topics.refused.connect(
            lambda: self.foot.complain(_("At most {most} topics.", most=TOPICS_MAX))
        )
        asked.outcomes.refused.connect(
            lambda: self.foot.complain(_("At most {most} outcomes.", most=OUTCOMES_MAX))
        )
        for kind, group in asked.open_groups().items():
            group.asked.connect(lambda kind=kind: self._open_list(kind))
        self.pick.picked.connect(self._on_picked)
        self.pick.closed.connect(self.take_keyboard)
        self.when.chosen.connect(self.set_back_dated)
        self.when.closed.connect(self.take_keyboard)
        self.note.left.connect(self.take_keyboard)
        self.repeats.repeated.connect(self.repeat)
        self.repeats.time_asked.connect(self.ask_time)

    def _on_changed(self) -> None:
        self.read_back()
        self.changed.emit()

    def _show_note(self) -> None:
        """Where clients are linked the note begins in their row, and has none until it is open."""
        allowed, with_client = self.may_have_note(), self.asks(Ask.CLIENT)
        self.client.note.setVisible(allowed and not self.note.is_open)
        self.rows.show_row(self.note, allowed and (self.note.is_open or not with_client))

    def _open_list(self, kind: Kind) -> None:
        if self._desk is None:
            return
        group = self.questions.open_groups()[kind]
        items = self._desk.typed(kind, list(group.keyed()))
        self._picking = kind
        self.pick.open(items, FALLBACK, group.more_chip())

    def _on_picked(self, code: str) -> None:
        self.questions.choose(self._picking, code)
        self.take_keyboard()

    def _retranslate(self) -> None:
        self.retranslate()
        self.when.retranslate()
        self._retranslate_notice()
        self.read_back()

    def _retranslate_notice(self) -> None:
        anonymous = self._desk is not None and not self._desk.asks(Ask.CLIENT)
        self.notice.setVisible(anonymous or self._amending is not None)
        if self._amending is not None:
            self.notice.set_kind("warning", "history")
            self.notice.set_content(
                _("You are amending {visit}", visit=self._amending),
                _("Enter saves the changes, Esc leaves it as it was."),
            )
            return
        self.notice.set_kind("info", "shield-check")
        self.notice.set_content(
            _("Every visit to {place} is recorded without a name", place=self._place()),
            _("Language, municipality and client are not asked. Only totals go to statistics."),
        )

    def _place(self) -> str:
        return self._desk.location.name[current().language] if self._desk else ""
