"""Glyphs as operators of a page's content (ISO 32000-1, 9.4), copyable as the text they draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from app.documents.text.faces import Face
from app.documents.text.font_file import FontFile
from app.documents.text.lines import Stretch
from app.documents.text.shape import Glyph, Shaped


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
    shaped, size = stretch.shaped, stretch.piece.look.size * stretch.shaped.face.scale
    texts, rises = _summary(shaped)
    if file.tells(texts):
        yield _whole(shaped, size if rises else 0.0)
        return
    for told, clusters in groupby(_clusters(shaped, file), key=lambda one: one[0]):
        if told:
            glyphs = [glyph for _, cluster in clusters for glyph in cluster]
            yield from _placed(glyphs, shaped.face, size)
            continue
        for _, cluster in clusters:
            text = "".join(glyph.text for glyph in cluster)
            yield f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"
            yield from _placed(cluster, shaped.face, size)
            yield "EMC"


@lru_cache(maxsize=4096)
def _summary(shaped: Shaped) -> tuple[tuple[tuple[int, str], ...], bool]:
    """Each glyph once with each text that it draws; whether any stands above or below the line."""
    texts = dict.fromkeys((glyph.id, glyph.text) for glyph in shaped.glyphs)
    return tuple(texts), any(glyph.up for glyph in shaped.glyphs)


@lru_cache(maxsize=4096)
def _whole(shaped: Shaped, size: float) -> str:
    return "\n".join(_placed(shaped.glyphs, shaped.face, size))


def _clusters(shaped: Shaped, file: FontFile) -> Iterator[tuple[bool, list[Glyph]]]:
    """The glyphs of each cluster, and whether their numbers alone tell its text."""
    cluster: list[Glyph] = []
    for glyph in shaped.glyphs:
        starts = bool(glyph.text)
        if cluster and starts and not shaped.rtl:
            yield _told(cluster, file), cluster
            cluster = []
        cluster.append(glyph)
        if starts and shaped.rtl:
            yield _told(cluster, file), cluster
            cluster = []
    if cluster:
        yield _told(cluster, file), cluster


def _told(cluster: list[Glyph], file: FontFile) -> bool:
    return file.tells([(glyph.id, glyph.text) for glyph in cluster])


def _placed(glyphs: Sequence[Glyph], face: Face, size: float) -> Iterator[str]:
    """Groups of glyphs at one height; numbers between them move the pen to the left."""
    for up, group in groupby(glyphs, key=lambda glyph: glyph.up):
        parts: list[str] = []
        for glyph in group:
            before, after = -glyph.across, face.advance(glyph.id) + glyph.across - glyph.advance
            parts += [str(before)] * bool(before) + [f"<{glyph.id:04X}>"]
            parts += [str(after)] * bool(after)
        rise = f"{up * size / 1000:.2f} Ts " if up else ""
        yield f"{rise}[{' '.join(parts)}] TJ{' 0 Ts' if up else ''}".replace("> <", "")
