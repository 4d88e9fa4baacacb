"""The glyphs of a line from left to right: as we draw them, and as Qt lays the same text out."""

from functools import cache
from io import BytesIO

from fontTools.ttLib import TTFont
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout, QTextOption

from app import paths
from app.documents.text.lines import Line, Paragraph
from app.documents.text.piece import Look, Piece

UNITS = 1000
FAMILIES = {
    "Printed Latin": "NotoSans-Regular.ttf",
    "Printed Arabic": "NotoNaskhArabic-Regular.ttf",
    "Printed Ethiopic": "NotoSansEthiopic-Regular.ttf",
}
Placed = tuple[int, str, int]
"""Thousandths of the size from the left, the font, the number of the glyph in it."""


def paragraph(text: str, rtl: bool) -> Paragraph:
    return Paragraph([Piece(text, Look(10), "en")], rtl)


def drawn(ours: Paragraph, start: int, end: int) -> list[Placed]:
    """The glyphs with ink of a line of ours."""
    found: list[Placed] = []
    pen = 0
    for stretch in ours.stretches(Line(start, end, 0)):
        file = f"{stretch.shaped.face.name}.ttf"
        for glyph in stretch.shaped.glyphs:
            found.append((pen + glyph.across, file, glyph.id))
            pen += glyph.advance
    return _seen(found)


def _seen(glyphs: list[Placed]) -> list[Placed]:
    """Those with ink, measured from the first of them: what has none may stand anywhere."""
    inked = sorted(one for one in glyphs if one[2] in _inked(one[1]))
    return [(x - inked[0][0], file, glyph) for x, file, glyph in inked]


@cache
def _inked(file: str) -> frozenset[int]:
    font = TTFont(paths.resource("fonts", file))
    glyphs = font["glyf"]
    return frozenset(
        number
        for number, name in enumerate(font.getGlyphOrder())
        if glyphs[name].numberOfContours != 0
    )


@cache
def qt_font() -> QFont:
    for family, file in FAMILIES.items():
        assert QFontDatabase.addApplicationFontFromData(_renamed(family, file)) >= 0
    font = QFont(list(FAMILIES))
    font.setPixelSize(UNITS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("liga", "clig", "dlig", "locl"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _renamed(family: str, file: str) -> bytes:
    """Our font under a name of its own: the machine may have another Noto of the same name."""
    font = TTFont(paths.resource("fonts", file))
    for name in (1, 16):
        font["name"].setName(family, name, 3, 1, 0x409)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def laid_out(text: str, rtl: bool, room: int) -> list[tuple[int, int, list[Placed]]]:
    """Qt's lines: the characters each begins and ends with, and its glyphs."""
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout = QTextLayout(text, qt_font())
    layout.setTextOption(option)
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return [_line(layout, number) for number in range(layout.lineCount())]


def _line(layout: QTextLayout, number: int) -> tuple[int, int, list[Placed]]:
    line = layout.lineAt(number)
    found: list[Placed] = []
    for run in line.glyphRuns():
        file = FAMILIES.get(run.rawFont().familyName(), "")
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            found.append((round(place.x()), file, glyph))
    return line.textStart(), line.textStart() + line.textLength(), _seen(found)
