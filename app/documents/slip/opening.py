"""When to come: the next days, or the appointment with the hours in one line."""

from __future__ import annotations

from app.documents.slip import times
from app.documents.slip.moment import Moment
from app.documents.slip.section import Pair, Section
from app.documents.slip.strip import Strip
from app.documents.slip.writer import OTHER, Writer
from app.domain.isolates import fixed
from app.domain.phrasebook import Phrase
from app.domain.slip import Stop


def opening(writer: Writer, stop: Stop) -> Section:
    """The next days of a service, or that its hours must be asked."""
    if stop.days is None:
        pair = Pair(
            writer.main("hours_unknown", bold=True), writer.side("hours_unknown", bold=True)
        )
        return Section(writer.grid, "clock", [pair])
    heads = Pair(
        writer.main("opening_hours", bold=True), writer.side("opening_hours", bold=True), gap=4
    )
    return Section(writer.grid, "clock", [heads, Pair(Strip(writer, stop.days), wide=True)])


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
    if slip.interpreter:
        tongue = writer.book.tongues[slip.interpreter]
        own = tongue.endonym if slip.interpreter == slip.language else tongue.name["en"]
        own = tongue.name.get(slip.language, own)
        main = writer.phrase("interpreter_booked", language=own)
        side = writer.aside("interpreter_booked", language=tongue.name[slip.beside])
        pairs.append(Pair(writer.told(main), writer.beside(side)))
    return Section(writer.grid, "calendar-check", pairs)


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
