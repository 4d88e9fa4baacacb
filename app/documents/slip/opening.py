"""When to come: the next days, or the appointment with the hours in one line."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.slip import times
from app.documents.slip.moment import Moment
from app.documents.slip.section import Pair, Section
from app.documents.slip.strip import Strip
from app.documents.slip.writer import OTHER, Writer
from app.domain.isolates import fixed
from app.domain.phrasebook import Phrase
from app.domain.slip import Stop


def opening(writer: Writer, stop: Stop, *, first: bool) -> Section:
    """The next days of a service, or that its hours must be asked.

    The first of all says how to come, and who to tell that an interpreter is needed.
    """
    coming = writer.slip.coming if first else ""
    hours = "hours_unknown" if stop.days is None else "" if coming else "opening_hours"
    keys = [key for key in (coming, hours) if key]
    pairs = [Pair(writer.main(key, bold=True), writer.side(key, bold=True), gap=4) for key in keys]
    if stop.days is not None:
        pairs.append(Pair(Strip(writer, stop.days), wide=True))
    return Section(writer.grid, "clock", [*pairs, *(interpreter(writer) if first else ())])


def appointment(writer: Writer) -> Section:
    """Day and time, large; then in words, and whether an interpreter comes."""
    slip = writer.slip
    assert slip.appointment is not None
    at = slip.appointment.at
    day = times.full_day(at.date())
    pairs = [
        Pair(writer.label("appointment_time")),
        Pair(
            Moment(writer, times.short_day(at.date()), f"{at.hour}.{at.minute:02}"),
            wide=True,
            gap=2,
        ),
        Pair(
            writer.told(
                Phrase(f"{times.weekday(at.date(), slip.language)} {fixed(day)}", slip.language)
            ),
            writer.beside(Phrase(f"{times.weekday(at.date(), slip.beside)} {day}", slip.beside)),
        ),
    ]
    return Section(writer.grid, "calendar-check", [*pairs, *interpreter(writer)])


def interpreter(writer: Writer) -> Iterator[Pair]:
    """That an interpreter comes, or that one is to be asked for."""
    slip = writer.slip
    if slip.interpreter:
        tongue = writer.book.tongues[slip.interpreter]
        own = tongue.endonym if slip.interpreter == slip.language else tongue.name["en"]
        own = tongue.name.get(slip.language, own)
        main = writer.phrase("interpreter_booked", language=own)
        side = writer.aside("interpreter_booked", language=tongue.name[slip.beside])
        yield Pair(writer.told(main), writer.beside(side))
    elif slip.ask_interpreter:
        yield Pair(writer.main("interpreter_request"), writer.side("interpreter_request"))


def opening_line(writer: Writer, stop: Stop) -> Pair:
    """The hours of today, and which of the next days are closed."""
    slip = writer.slip
    if stop.days is None:
        return Pair(writer.main("hours_unknown"), writer.side("hours_unknown"))

    def told(language: str) -> Phrase:
        closed = writer.book.phrase("closed", language).text
        today = writer.book.phrase("today", language).text
        comma = "، " if writer.book.rtl(language) else ", "
        days = [
            f"{today if place == 0 else times.weekday(one.day, language)} "
            f"{fixed(times.spans(one.spans)) or closed}"
            for place, one in enumerate(stop.days or ())
            if place == 0 or not one.spans
        ]
        return Phrase(comma.join(days), language)

    main = writer.headed("opening_hours", told(slip.language), slip.language)
    side = writer.headed("opening_hours", told(slip.beside), slip.beside, OTHER)
    return Pair(main, None if writer.single else side)
