"""A ReportLab canvas that notes what each part of the page means."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from app.documents.text.tags import Structure


class TaggedCanvas(Canvas):
    """`structure` grows as the pages are drawn; `language` is that of the whole document."""

    def __init__(self, *arguments: Any, language: str, **options: Any) -> None:
        super().__init__(*arguments, **options | {"lang": language})
        self.structure = Structure(language)
        self.setViewerPreference("DisplayDocTitle", "true")

    @contextmanager
    def part(self, tag: str, language: str = "", alternative: str = "") -> Iterator[None]:
        """What is drawn in the block is one part of the document, a paragraph or a picture."""
        self.begin_part(tag, language, alternative)
        yield
        self.end()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn in the block is there for the eye alone."""
        self.begin_artifact()
        yield
        self.end()

    def begin_part(
        self, tag: str, language: str = "", alternative: str = "", scope: str = ""
    ) -> None:
        """As `part`, until `end`; `scope` is "Row" or "Column" for the head of one."""
        page = self.getPageNumber() - 1
        self.add(self.structure.mark(page, tag, language, alternative, scope))

    def begin_artifact(self) -> None:
        """As `artifact`, until `end`."""
        self.add("/Artifact BMC")

    def end(self) -> None:
        """What was begun last is over."""
        self.add("EMC")

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
