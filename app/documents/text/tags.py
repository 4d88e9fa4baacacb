"""The structure of a tagged PDF: headings, paragraphs, lists, each with its language.

Parts of the page that carry no meaning (lines, frames) are marked as artifacts (ISO 32000-1,
14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)


@dataclass(slots=True)
class Element:
    """A part of the document: `marks` are its places as (page, number on the page).

    `scope` is "Row" or "Column" for a cell that heads one.
    """

    tag: str
    language: str = ""
    alternative: str = ""
    scope: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)
    parts: list[Element] = field(default_factory=list)


class Structure:
    """The parts of one document in the order in which they are read."""

    def __init__(self, language: str) -> None:
        self.whole = Element("Document", language)
        self._open = [self.whole]
        self._pages: dict[int, list[Element]] = {}

    @contextmanager
    def within(self, tag: str, language: str = "") -> Iterator[None]:
        """What is drawn in the block belongs to one part, such as a list."""
        self.open(tag, language)
        yield
        self.close()

    def open(self, tag: str, language: str = "", again: Element | None = None) -> Element:
        """As `within`, until `close`; `again` is a part that goes on, on another page."""
        element = again or Element(tag, language)
        if again is None:
            self._open[-1].parts.append(element)
        self._open.append(element)
        return element

    def close(self) -> None:
        """The part that was opened last is over."""
        self._open.pop()

    def mark(
        self, page: int, tag: str, language: str, alternative: str = "", scope: str = ""
    ) -> str:
        """A new part with content on `page` (from 0); the operator that begins the content."""
        element = Element(tag, language, alternative, scope)
        self._open[-1].parts.append(element)
        drawn = self._pages.setdefault(page, [])
        number = len(drawn)
        drawn.append(element)
        element.marks.append((page, number))
        return f"/{tag} <</MCID {number}>> BDC"

    def add_to(self, document: Any, pages: list[PDFObjectReference]) -> None:
        """Put the structure into the document; `pages` are its pages in order."""
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = document.Reference(root)
        references: dict[int, PDFObjectReference] = {}
        whole = _put(document, self.whole, reference, pages, references)
        numbers: list[object] = []
        for page in range(len(pages)):
            drawn = [references[id(element)] for element in self._pages.get(page, [])]
            numbers += [page, PDFArray(drawn)]
        root.dict |= {
            "K": whole,
            "ParentTree": document.Reference(PDFDictionary({"Nums": PDFArray(numbers)})),
            "ParentTreeNextKey": len(pages),
        }
        catalog = document.Catalog
        catalog.StructTreeRoot = reference
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _put(
    document: Any,
    element: Element,
    parent: PDFObjectReference,
    pages: list[PDFObjectReference],
    references: dict[int, PDFObjectReference],
) -> PDFObjectReference:
    entries = PDFDictionary({"S": f"/{element.tag}", "P": parent, "Type": "/StructElem"})
    reference: PDFObjectReference = document.Reference(entries)
    references[id(element)] = reference
    if element.language:
        entries.dict["Lang"] = f"({element.language})"
    if element.alternative:
        entries.dict["Alt"] = PDFString(element.alternative)
    if element.scope:
        head = {"O": PDFName("Table"), "Scope": PDFName(element.scope)}
        entries.dict["A"] = PDFDictionary(head)
    kids: list[object] = [number for _page, number in element.marks]
    if element.marks:
        entries.dict["Pg"] = pages[element.marks[0][0]]
    kids += [_put(document, part, reference, pages, references) for part in element.parts]
    entries.dict["K"] = PDFArray(kids)
    return reference
