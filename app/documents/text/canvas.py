"""A ReportLab canvas that draws shaped lines and notes what each part of the page means."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from app.documents.text.faces import Face
from app.documents.text.font_file import FontFile
from app.documents.text.glyphs import operators
from app.documents.text.lines import Line, Paragraph
from app.documents.text.tags import Structure


class TextCanvas(Canvas):
    """`structure` grows as the pages are drawn; `language` is that of the whole document."""

    def __init__(self, out: BytesIO, language: str, page: tuple[float, float], title: str) -> None:
        # Only our own fonts: the usual first one would be Helvetica, not embedded.
        self._files: dict[Face, FontFile] = {}
        super().__init__(out, pagesize=page, pageCompression=1, lang=language)
        self.structure = Structure(language)
        self.setTitle(title)
        self.setCreator("Kotoportti")
        self.setAuthor("")
        self.setSubject("")
        self.setViewerPreference("DisplayDocTitle", "true")

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

    @contextmanager
    def part(self, tag: str, language: str = "", alternative: str = "") -> Iterator[None]:
        """What is drawn in the block is one part of the document, a paragraph or a picture."""
        page = self.getPageNumber() - 1
        self.add(self.structure.mark(page, tag, language, alternative))
        yield
        self.add("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn in the block is there for the eye alone."""
        self.add("/Artifact BMC")
        yield
        self.add("EMC")

    def draw_line(self, paragraph: Paragraph, line: Line, x: float, y: float) -> None:
        """A line whose left end stands at `x` on the base line `y`."""
        stretches = paragraph.stretches(line)
        self.add(operators(stretches, x, y, paragraph.language, self.font))

    def add(self, operators: str) -> None:
        """Content as it stands in the file."""
        self._code.append(operators)  # type: ignore[attr-defined]

    def save(self) -> None:
        if self._code:  # type: ignore[attr-defined]
            self.showPage()
        document = self._doc  # type: ignore[attr-defined]
        pages = document.Pages.pages
        for number, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, "/S"
            # As bytes: as letters it would be a quarter larger.
            page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        self.structure.add_to(document, [document.Reference(page) for page in pages])
        super().save()
