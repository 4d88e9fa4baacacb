"""Glyphs as operators of a page's content (ISO 32000-1, 9.4), copyable as the text they draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from app.documents.text.faces import Face
from app.documents.text.font_file import FontFile
from app.documents.text.lines import Stretch
from app.documents.text.shape import Glyph


def operators(
    stretches: Iterable[Stretch],
    x: float,
    y: float,
    language: str,
    font: Callable[[Face], FontFile],
) -> str:
    """The content that draws a line from `x` on the base line `y`.

    `language` is that of the part in which the line stands; a piece in another says so.
    """
    code = ["BT"]
    colour = None
    for stretch in stretches:
        look, face = stretch.piece.look, stretch.shaped.face
        if look.colour != colour:
            colour = look.colour
            code.append(f"{colour[0]:g} {colour[1]:g} {colour[2]:g} rg")
        file = font(face)
        code.append(f"/{file.fontName} {look.size * face.scale:.2f} Tf")
        code.append(f"1 0 0 1 {x + stretch.x:.2f} {y:.2f} Tm")
        shown = list(_shown(stretch, file))
        if stretch.piece.language != language:
            shown = [f"/Span <</Lang ({stretch.piece.language})>> BDC", *shown, "EMC"]
        code += shown
    return "\n".join([*code, "ET"])


def _shown(stretch: Stretch, file: FontFile) -> Iterator[str]:
    size = stretch.piece.look.size * stretch.shaped.face.scale
    for told, clusters in groupby(_clusters(stretch, file), key=lambda one: one[0]):
        if told:
            yield from _placed([glyph for _, cluster in clusters for glyph in cluster], file, size)
            continue
        for _, cluster in clusters:
            text = "".join(glyph.text for glyph in cluster)
            yield f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"
            yield from _placed(cluster, file, size)
            yield "EMC"


def _clusters(stretch: Stretch, file: FontFile) -> Iterator[tuple[bool, list[Glyph]]]:
    """The glyphs of each cluster, and whether their numbers alone tell its text."""
    cluster: list[Glyph] = []
    for glyph in stretch.shaped.glyphs:
        starts = bool(glyph.text)
        if cluster and starts and not stretch.shaped.rtl:
            yield _told(cluster, file), cluster
            cluster = []
        cluster.append(glyph)
        if starts and stretch.shaped.rtl:
            yield _told(cluster, file), cluster
            cluster = []
    if cluster:
        yield _told(cluster, file), cluster


def _told(cluster: list[Glyph], file: FontFile) -> bool:
    # Each glyph is noted, whatever the first of them says.
    told = [file.draws(glyph.id, glyph.text) for glyph in cluster]
    return all(told)


def _placed(glyphs: list[Glyph], file: FontFile, size: float) -> Iterator[str]:
    """Groups of glyphs at one height; numbers between them move the pen to the left."""
    for up, group in groupby(glyphs, key=lambda glyph: glyph.up):
        parts: list[str] = []
        for glyph in group:
            before, after = -glyph.across, file.advance(glyph.id) + glyph.across - glyph.advance
            parts += [str(before)] * bool(before) + [f"<{glyph.id:04X}>"]
            parts += [str(after)] * bool(after)
        rise = f"{up * size / 1000:.2f} Ts " if up else ""
        yield f"{rise}[{' '.join(parts)}] TJ{' 0 Ts' if up else ''}".replace("> <", "")
