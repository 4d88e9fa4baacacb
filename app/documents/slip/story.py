"""What stands on a slip, from the head to the foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from app.documents.slip import times
from app.documents.slip.code import Code
from app.documents.slip.head import Head
from app.documents.slip.section import Pair, Section
from app.documents.slip.strip import Box, Moment, Strip
from app.documents.slip.writer import (
    LONG_NAME,
    NAME,
    OTHER,
    PHONE,
    PLACE,
    SMALL,
    STREET,
    TEXT,
    Writer,
)
from app.documents.text.flow import Side, Text
from app.documents.text.piece import GREY, Piece
from app.domain.isolates import fixed, named
from app.domain.phrasebook import Phrase
from app.domain.slip import Stop

_MAP: Final = "https://www.openstreetmap.org/search?query={place}"
_CODE: Final = 27 * mm


def story(writer: Writer) -> list[Flowable]:
    """The parts in the order in which they are read; the last is the foot."""
    return [Head(writer), *_parts(writer), foot(writer)]


def _parts(writer: Writer) -> Iterator[Flowable]:
    slip = writer.slip
    for place, stop in enumerate(slip.stops):
        if not stop.discreet:
            yield _target(writer, stop, first=place == 0)
        yield _address(writer, stop, thick=stop.discreet and place == 0)
        if slip.appointment is None or place:
            yield _hours(writer, stop)
    if slip.appointment is not None:
        yield _appointment(writer)
        yield Section(writer.grid, "door-open", [_hours_line(writer, slip.stops[0])])
    if slip.bring:
        yield _bring(writer)
    yield _kindness(writer)


def _target(writer: Writer, stop: Stop, *, first: bool) -> Section:
    fits = writer.fact(stop.name, NAME).natural() <= writer.grid.content
    name = writer.fact(stop.name, NAME if fits else LONG_NAME, tag="H2")
    pairs = [
        Pair(writer.main("referred_to"), writer.side("referred_to")),
        Pair(name, wide=True),
        _kind(writer, stop),
    ]
    matter = writer.slip.matter
    if matter and first:
        key = f"matter.{matter}"
        other = writer.headed("matter", writer.aside(key), writer.slip.beside, OTHER)
        main = writer.headed("matter", writer.phrase(key), writer.slip.language)
        pairs.append(Pair(main, None if writer.single else other))
    return Section(writer.grid, "signpost", pairs, thick=first, keep=True)


def _kind(writer: Writer, stop: Stop) -> Pair:
    key = f"category.{stop.category}"
    main, side = writer.phrase(key), writer.aside(key)
    if stop.detail:
        # The detail is the name's own, in the language beside.
        look = writer.look(TEXT, main.language)
        detail = Piece(f" ({named(stop.detail)})", look, writer.slip.beside)
        both = writer.text([Piece(main.text, look, main.language), detail])
        return Pair(both, writer.beside(side), gap=4)
    return Pair(writer.told(main), writer.beside(side), gap=4)


def _address(writer: Writer, stop: Stop, *, thick: bool) -> Section:
    pairs: list[Pair] = []
    if stop.street:
        pairs += [Pair(writer.label("address")), Pair(writer.fact(stop.street, STREET))]
    elif not stop.discreet:
        pairs.append(Pair(writer.main("address_unknown"), writer.side("address_unknown")))
    if stop.street and stop.whereabouts:
        pairs.append(Pair(writer.fact(stop.whereabouts, PLACE, bold=False), gap=4))
    if stop.phone:
        pairs.append(Pair(writer.label("phone" if stop.own_phone else "questions")))
        pairs.append(Pair(writer.fact(fixed(stop.phone), PHONE)))
    if stop.web:
        pairs += [Pair(writer.label("website")), Pair(writer.fact(fixed(stop.web), TEXT))]
    code = None if stop.discreet else _code(writer, stop)
    icon = "map-pin" if stop.street else "circle-help"
    keep = writer.slip.appointment is None
    return Section(writer.grid, icon, pairs, aside=code, thick=thick, keep=keep)


def _code(writer: Writer, stop: Stop) -> Code | None:
    key, address = "map", _MAP.format(place=quote(stop.map_address))
    if not stop.map_address:
        key, address = "website", stop.web
    if not address:
        return None
    caption = writer.label(key, Side.MIDDLE)
    return Code(address, _CODE * writer.grid.enlarged, caption, writer.slip.beside)


def _hours(writer: Writer, stop: Stop) -> Section:
    if stop.days is None:
        pair = Pair(
            writer.main("hours_unknown", bold=True), writer.side("hours_unknown", bold=True)
        )
        return Section(writer.grid, "clock", [pair])
    heads = Pair(
        writer.main("opening_hours", bold=True), writer.side("opening_hours", bold=True), gap=4
    )
    return Section(writer.grid, "clock", [heads, Pair(Strip(writer, stop.days), wide=True)])


def _appointment(writer: Writer) -> Section:
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


def _hours_line(writer: Writer, stop: Stop) -> Pair:
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


def _bring(writer: Writer) -> Section:
    heads = Pair(
        writer.main("bring_with_you", bold=True), writer.side("bring_with_you", bold=True), gap=3
    )
    return Section(
        writer.grid, "briefcase", [heads, *(_box(writer, key) for key in writer.slip.bring)]
    )


def _box(writer: Writer, key: str) -> Pair:
    size, side = writer.grid.size(8.2), writer.side(key)
    main = Box(writer.main(key), size, rtl=writer.grid.rtl)
    return Pair(main, Box(side, size, rtl=False) if side else None, gap=2.5)


def _kindness(writer: Writer) -> Section:
    """That advice is free, that nobody talks, that this paper is to be shown."""
    keys = ("advice_free", "confidential", "show_slip")
    slip = writer.slip
    texts = [_joined(writer, keys, language) for language in (slip.language, slip.beside)]
    return Section(
        writer.grid, "heart-handshake", [Pair(texts[0], None if writer.single else texts[1])]
    )


def _joined(writer: Writer, keys: tuple[str, ...], language: str) -> Text:
    main = language == writer.slip.language
    pieces: list[Piece] = []
    for key in keys:
        phrase = writer.book.phrase(key, language)
        look = writer.look(TEXT if main else OTHER, phrase.language)
        look = look if main else writer.look(OTHER, phrase.language, False, GREY)
        space = " " if pieces else ""
        pieces.append(Piece(space + phrase.text, look, phrase.language))
    return writer.text(pieces) if main else Text(pieces)


def foot(writer: Writer) -> Section:
    """Who refers, when this was printed, that it decides nothing, where data is told of."""
    slip, office = writer.slip, writer.slip.office
    printed = {"date": fixed(times.full_day(slip.printed))}
    contact = " · ".join(fixed(one) for one in (office.street, office.phone) if one)
    url = {"url": fixed(office.email or office.phone)}
    small = [
        writer.told(writer.phrase("come_again"), size=SMALL),
        writer.fact(office.name, OTHER),
        writer.fact(contact, SMALL, bold=False),
        writer.told(writer.phrase("not_a_decision"), size=SMALL),
        writer.told(writer.phrase("data_notice", **url), size=SMALL),
    ]
    other = [
        writer.beside(writer.aside("printed_on", **printed), size=SMALL),
        writer.beside(writer.aside("not_a_decision"), size=SMALL),
        writer.beside(writer.aside("data_notice", **url), size=SMALL),
    ]
    if writer.single:
        small.append(writer.told(writer.phrase("printed_on", **printed), size=SMALL))
    main, side = _stacked(small), _stacked([one for one in other if one is not None])
    return Section(
        writer.grid, "", [Pair(main, side if other[0] is not None else None)], thick=True
    )


def _stacked(texts: list[Text]) -> Stack:
    return Stack([text for text in texts if text.paragraph.text])


class Stack(Flowable):
    """Texts one under the other in one column."""

    def __init__(self, texts: list[Text]) -> None:
        super().__init__()
        self.texts = texts

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = sum(text.wrap(available_width, 0)[1] for text in self.texts)
        return self.width, self.height

    def draw(self) -> None:
        top = self.height
        for text in self.texts:
            top -= text.height
            text.drawOn(self.canv, 0, top)
