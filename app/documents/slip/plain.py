"""A slip as plain text, for a message: first in the visitor's language, then beside it."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.slip import times
from app.domain.isolates import bare, fixed
from app.domain.phrasebook import Phrasebook
from app.domain.slip import Slip, Stop


def slip_text(slip: Slip, book: Phrasebook) -> str:
    """What the paper says, a line each; numbers keep their order in right-to-left text."""
    slip = slip.guarded()
    languages = dict.fromkeys((slip.language, slip.beside))
    return "\n\n".join("\n".join(_Half(slip, book, one).lines()) for one in languages)


class _Half:
    """The slip in one of its languages."""

    def __init__(self, slip: Slip, book: Phrasebook, language: str) -> None:
        self.slip, self.book, self.language = slip, book, language
        self.rtl = book.rtl(language)

    def lines(self) -> Iterator[str]:
        """All of it; where nothing has to be kept in order, nothing unseen is in the text."""
        for line in self._parts():
            if line:
                yield line if self.rtl else bare(line).replace("\N{NO-BREAK SPACE}", " ")

    def _parts(self) -> Iterator[str]:
        slip = self.slip
        yield f"{self._say('slip_title')} {fixed(slip.number)}"
        yield slip.name
        for place, stop in enumerate(slip.stops):
            yield from self._stop(stop, first=place == 0)
        yield from self._coming()
        if slip.bring:
            yield self._say("bring_with_you")
            yield from (f"- {self._say(key)}" for key in slip.bring)
        yield from (self._say(key) for key in ("advice_free", "confidential", "show_slip"))
        office = slip.office
        yield " ".join((self._say("come_again"), office.name, fixed(office.street)))
        yield self._say("printed_on", date=fixed(times.full_day(slip.printed)))
        yield self._say("not_a_decision")

    def _stop(self, stop: Stop, *, first: bool) -> Iterator[str]:
        if stop.name:
            yield f"{self._say('referred_to')} {stop.name}"
        if first and self.slip.matter:
            yield f"{self._say('matter')}: {self._say(f'matter.{self.slip.matter}')}"
        if stop.street:
            place = ", ".join(part for part in (stop.street, stop.whereabouts) if part)
            yield f"{self._say('address')}: {fixed(place)}"
        elif not stop.discreet:
            yield self._say("address_unknown")
        if stop.phone:
            head = f"{self._say('phone')}:" if stop.own_phone else self._say("questions")
            yield f"{head} {fixed(stop.phone)}"
        yield fixed(stop.web)
        yield from self._hours(stop)

    def _hours(self, stop: Stop) -> Iterator[str]:
        if stop.days is None:
            yield self._say("hours_unknown")
            return
        yield self._say("opening_hours")
        for one in stop.days:
            day = f"{times.weekday(one.day, self.language)} {fixed(times.short_day(one.day))}"
            yield f"- {day} {fixed(times.spans(one.spans)) or self._say('closed')}"

    def _coming(self) -> Iterator[str]:
        slip = self.slip
        if slip.appointment is not None:
            at = slip.appointment.at
            day = f"{times.weekday(at.date(), self.language)} {fixed(times.full_day(at.date()))}"
            yield f"{self._say('appointment_time')} {day} {fixed(f'{at.hour}.{at.minute:02}')}"
        elif slip.coming:
            yield self._say(slip.coming)
        if slip.interpreter:
            tongue = self.book.tongues[slip.interpreter]
            own = tongue.endonym if slip.interpreter == self.language else tongue.name["en"]
            yield self._say("interpreter_booked", language=tongue.name.get(self.language, own))
        elif slip.ask_interpreter:
            yield self._say("interpreter_request")

    def _say(self, key: str, /, **values: str) -> str:
        return self.book.phrase(key, self.language, **values).text
