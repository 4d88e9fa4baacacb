"""What stands on a slip, from the head to the foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from app.documents.slip.box import Box
from app.documents.slip.code import Code
from app.documents.slip.foot import foot
from app.documents.slip.head import Head
from app.documents.slip.opening import appointment, opening, opening_line
from app.documents.slip.section import Pair, Section
from app.documents.slip.writer import (
    LONG_NAME,
    NAME,
    OTHER,
    PHONE,
    PLACE,
    STREET,
    TEXT,
    Writer,
)
from app.documents.text.flow import Side, Text
from app.documents.text.piece import BLACK, Piece
from app.domain.isolates import fixed, named
from app.domain.slip import Stop

_MAP: Final = "https://www.openstreetmap.org/search?query={place}"
_CODE: Final = 27 * mm
_BOX: Final = 8.2


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
            yield opening(writer, stop, first=place == 0)
    if slip.appointment is not None:
        yield appointment(writer)
        yield Section(writer.grid, "door-open", [opening_line(writer, slip.stops[0])])
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


def _bring(writer: Writer) -> Section:
    heads = Pair(
        writer.main("bring_with_you", bold=True), writer.side("bring_with_you", bold=True), gap=3
    )
    return Section(
        writer.grid, "briefcase", [heads, *(_box(writer, key) for key in writer.slip.bring)]
    )


def _box(writer: Writer, key: str) -> Pair:
    grid, main, side = writer.grid, writer.main(key), writer.side(key)
    size = grid.size(_BOX)
    if grid.stacked:
        return Pair(Box([main, side] if side else [main], size, rtl=grid.rtl), gap=2.5)
    beside = Box([side], size, rtl=False) if side else None
    return Pair(Box([main], size, rtl=grid.rtl), beside, gap=2.5)


def _kindness(writer: Writer) -> Section:
    """That advice is free, that nobody talks, that this paper is to be shown."""
    keys = ("advice_free", "confidential", "show_slip")
    slip = writer.slip
    texts = [_joined(writer, keys, language) for language in (slip.language, slip.beside)]
    pair = Pair(texts[0], None if writer.single else texts[1])
    return Section(writer.grid, "heart-handshake", [pair], keep=True)


def _joined(writer: Writer, keys: tuple[str, ...], language: str) -> Text:
    main = language == writer.slip.language
    pieces: list[Piece] = []
    for key in keys:
        phrase = writer.book.phrase(key, language)
        size, colour = (TEXT, BLACK) if main else (OTHER, writer.quiet)
        look = writer.look(size, phrase.language, False, colour)
        space = " " if pieces else ""
        pieces.append(Piece(space + phrase.text, look, phrase.language))
    return writer.text(pieces) if main else writer.other(pieces)
