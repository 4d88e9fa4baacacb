"""The questions of a slip as widgets, filled from a desk and read as a wish."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.domain.phrasebook import BESIDE
from app.domain.slip import BRING
from app.localization import _
from app.services.slips import SlipWish
from app.ui.referrals import speech
from app.ui.referrals.chosen import Chosen, ChosenText
from app.ui.referrals.directory import Entry
from app.ui.referrals.language_question import LanguageQuestion
from app.ui.referrals.matter_box import MatterBox
from app.ui.referrals.name_line import NameLine
from app.ui.referrals.reading import Desk
from app.ui.referrals.time_question import TimeQuestion
from app.ui.widgets.chip_group import ChipGroup


class Answers(QObject):
    """`changed` follows what a person does; `usual` is the language of the place beside."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], usual: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._usual = usual
        self.services, self.matter = Chosen(), MatterBox()
        self.language, self.beside = LanguageQuestion(), ChipGroup(digits=True)
        self.bring = ChipGroup(limit=len(BRING), digits=True, numbered=False)
        self.time, self.interpreter, self.name = (
            TimeQuestion(today),
            ChipGroup(digits=True),
            NameLine(),
        )
        self.language.changed.connect(self._on_language)
        self.beside.changed.connect(self._keep_usual)
        self.interpreter.changed.connect(self._keep_usual)
        for part in (self.services, self.language, self.bring, self.time, self.name):
            part.changed.connect(self.changed)
        for group in (self.beside, self.interpreter):
            group.changed.connect(self.changed)
        self.matter.activated.connect(self.changed)

    def load(self, desk: Desk) -> None:
        """What may be answered; what is answered stays where it still may be."""
        first, self._desk = self._desk is None, desk
        self.retranslate()
        self.language.load(desk)
        if first:
            self._keep_usual()

    def wish(self, location: str) -> SlipWish:
        """What is answered, as far as it is."""
        language = self.language.code()
        interpreter = next(iter(self.interpreter.chosen()), speech.NONE)
        return SlipWish(
            services=self.services.codes(),
            language=language,
            beside=next(iter(self.beside.chosen()), self._usual),
            location=location,
            matter=self.matter.code(),
            bring=tuple(key for key in BRING if key in self.bring.chosen()),
            appointment=self.time.appointment(),
            coming=self.time.coming(),
            interpreter=language if interpreter == speech.BOOKED else "",
            ask_interpreter=interpreter == speech.ASK,
            name=self.name.name(),
        )

    def put(self, wish: SlipWish) -> None:
        """Show these answers."""
        self.language.put(wish.language)
        self.services.put([self._chosen(code) for code in wish.services])
        self.matter.put(wish.matter)
        self.bring.set_chosen(wish.bring)
        self.time.put(wish.coming, wish.appointment)
        self.name.put(wish.name)
        asked = speech.ASK if wish.ask_interpreter else speech.NONE
        interpreter = speech.BOOKED if wish.interpreter else asked
        self.interpreter.set_chosen((interpreter,), preset=interpreter == speech.NONE)
        usual = self._usual_beside()
        self.beside.set_chosen((wish.beside or usual,), preset=wish.beside in ("", usual))
        self._keep_usual()

    def take(self, entry: Entry) -> bool:
        """Put a service on the slip; False where it stands there already."""
        if entry.id in self.services.codes():
            return False
        self.services.put([self._chosen(one) for one in (*self.services.codes(), entry.id)])
        self.changed.emit()
        return True

    def groups(self) -> tuple[ChipGroup, ...]:
        """All chips."""
        return (
            self.language.group,
            self.beside,
            self.bring,
            self.time.group,
            self.interpreter,
        )

    def missing(self) -> str:
        """The first thing without which there is no slip, "" when it is whole."""
        if not self.services.codes():
            return _("Choose a service.")
        if not self.language.code():
            return _("Choose the visitor's language.")
        if self.time.is_booked() and self.time.appointment() is None:
            return _("Write the day and time of the appointment.")
        return ""

    def retranslate(self) -> None:
        """All words that come from the desk."""
        desk = self._desk
        if desk is None:
            return
        self.beside.set_chips(speech.besides(desk))
        self.bring.set_chips(speech.bring(desk))
        self.interpreter.set_chips(speech.interpreters())
        self.services.put([self._chosen(code) for code in self.services.codes()])
        self.matter.fill([("", _("Not said")), *speech.matters(desk)])

    def _chosen(self, code: str) -> ChosenText:
        entry = self._desk.entry(code) if self._desk is not None else None
        if entry is None or self._desk is None:
            return ChosenText(code, code, "")
        return ChosenText(code, speech.title(entry), speech.where(self._desk, entry.service))

    def _on_language(self) -> None:
        """A slip in Finnish or Swedish is in one language, unless somebody has chosen another."""
        if self.beside.is_preset():
            self.beside.set_chosen((self._usual_beside(),), preset=True)
        self._keep_usual()

    def _usual_beside(self) -> str:
        code = self.language.code()
        return code if code in BESIDE else self._usual

    def _keep_usual(self) -> None:
        """What is taken back leaves the usual answer.

        An interpreter can be announced only for a language that the slip has a name for, and for
        none that the authorities speak.
        """
        if not self.beside.chosen():
            self.beside.set_chosen((self._usual_beside(),), preset=True)
        code = self.language.code()
        known = self._desk is not None and code in self._desk.book.tongues and code not in BESIDE
        booked = self.interpreter.chips.get(speech.BOOKED)
        if booked is not None:
            booked.setEnabled(known)
        if not self.interpreter.chosen() or (
            not known and speech.BOOKED in self.interpreter.chosen()
        ):
            self.interpreter.set_chosen((speech.NONE,), preset=True)
