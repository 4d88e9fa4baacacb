"""A font in the PDF file: only the glyphs that were drawn, and which characters they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from app.documents.text.faces import Face

_SYMBOLIC: Final = 4
# What shapes and places glyphs has done its work by the time they are drawn.
_NOT_NEEDED: Final = (
    "GSUB",
    "GPOS",
    "GDEF",
    "cmap",
    "name",
    "OS/2",
    "post",
    "DSIG",
    "meta",
    "STAT",
)
_CMAP: Final = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{parts}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class FontFile:
    """A font of one document; ReportLab asks it for its objects when the document is saved."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.fontName = name
        self._texts: dict[int, str] = {0: ""}
        self._drawn: set[int] = set()

    def tells(self, glyphs: Iterable[tuple[int, str]]) -> bool:
        """Note glyphs with their texts; whether the numbers alone tell which texts these are."""
        alone = True
        for glyph, text in glyphs:
            self._drawn.add(glyph)
            if not text or self._texts.setdefault(glyph, text) != text:
                alone = False
        return alone

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab's name
        """Put the font into the document under its name."""
        tag = f"{_tag(self.fontName)}+{self.face.name}"
        font = _dictionary(
            Type=PDFName("Font"),
            Subtype=PDFName("Type0"),
            BaseFont=PDFName(tag),
            Encoding=PDFName("Identity-H"),
            DescendantFonts=PDFArray([document.Reference(self._descendant(document, tag))]),
            ToUnicode=document.Reference(_stream(_cmap(self._texts).encode("ascii"))),
        )
        document.idToObject["BasicFonts"].dict[self.fontName] = document.Reference(font)

    def _descendant(self, document: Any, tag: str) -> PDFDictionary:
        return _dictionary(
            Type=PDFName("Font"),
            Subtype=PDFName("CIDFontType2"),
            BaseFont=PDFName(tag),
            CIDSystemInfo=_dictionary(
                Registry=PDFString("Adobe"), Ordering=PDFString("Identity"), Supplement=0
            ),
            CIDToGIDMap=PDFName("Identity"),
            DW=0,
            W=self._widths(),
            FontDescriptor=document.Reference(self._descriptor(document, tag)),
        )

    def _widths(self) -> str:
        face = self.face
        return f"[{' '.join(f'{one} [{face.advance(one)}]' for one in sorted(self._drawn))}]"

    def _descriptor(self, document: Any, tag: str) -> PDFDictionary:
        ascent, descent = round(self.face.ascent * 1000), round(self.face.descent * 1000)
        file = _stream(self._subset())
        return _dictionary(
            Type=PDFName("FontDescriptor"),
            FontName=PDFName(tag),
            Flags=_SYMBOLIC,
            FontBBox=PDFArray([-1000, descent, 2000, ascent]),
            ItalicAngle=0,
            Ascent=ascent,
            Descent=descent,
            CapHeight=714,
            StemV=80,
            FontFile2=document.Reference(file),
        )

    def _subset(self) -> bytes:
        """The font with the glyphs that were drawn, under their old numbers."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(self._drawn)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _NOT_NEEDED)
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
        face = hb.subset(self.face.face, wanted)
        return bytes(face.blob.data)


def _tag(name: str) -> str:
    """The six letters before the name of a part of a font, another for each font of a document."""
    number = int("".join(char for char in name if char.isdigit()) or 0)
    return "KOTO" + chr(65 + number // 26 % 26) + chr(65 + number % 26)


def _cmap(texts: dict[int, str]) -> str:
    rows = [
        f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for glyph, text in sorted(texts.items())
        if text
    ]
    parts = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    return _CMAP.format(
        parts="\n".join(
            "\n".join((f"{len(part)} beginbfchar", *part, "endbfchar")) for part in parts
        )
    )


def _stream(content: bytes) -> PDFStream:
    return PDFStream(_dictionary(Length1=len(content)), content, [PDFZCompress])


def _dictionary(**entries: Any) -> PDFDictionary:
    return PDFDictionary(entries)
