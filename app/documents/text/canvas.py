"""A tagged canvas that draws shaped lines."""

from __future__ import annotations

from io import BytesIO

from app.documents.text.faces import Face
from app.documents.text.font_file import FontFile
from app.documents.text.glyphs import operators
from app.documents.text.lines import Line, Paragraph
from app.documents.text.tagged import TaggedCanvas


class TextCanvas(TaggedCanvas):
    """Draws with our own fonts alone, which it embeds."""

    def __init__(self, out: BytesIO, language: str, page: tuple[float, float], title: str) -> None:
        # Only our own fonts: the usual first one would be Helvetica, not embedded.
        self._files: dict[Face, FontFile] = {}
        super().__init__(out, pagesize=page, pageCompression=1, language=language)
        self.setTitle(title)
        self.setCreator("Kotoportti")
        self.setAuthor("")
        self.setSubject("")

    def _make_preamble(self) -> None:
        """A page begins without a font; each line names its own."""
        self._preamble = "1 0 0 1 0 0 cm"

    def setFont(  # noqa: N802 - ReportLab's name
        self, psfontname: str, size: float, leading: float | None = None
    ) -> None:
        """Does nothing: each line names its own font, and a table would ask for Helvetica."""

    def font(self, face: Face) -> FontFile:
        """The font in this document."""
        if face not in self._files:
            file = FontFile(face, f"K{len(self._files) + 1}")
            self._files[face] = file
            document = self._doc  # type: ignore[attr-defined]
            document.fontMapping[file.fontName] = f"/{file.fontName}"
            document.delayedFonts.append(file)
        return self._files[face]

    def draw_line(self, paragraph: Paragraph, line: Line, x: float, y: float) -> None:
        """A line whose left end stands at `x` on the base line `y`."""
        stretches = paragraph.stretches(line)
        self.add(operators(stretches, x, y, paragraph.language, self.font))
