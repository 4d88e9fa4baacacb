"""The structure of a tagged PDF: headings, paragraphs, lists, each with its language.

Parts of the page that carry no meaning (lines, frames) are marked as artifacts (ISO 32000-1,
14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFObjectReference


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
        writing = _Writing(document, [_told(document, page) for page in pages])
        whole = writing.put(self.whole, _told(document, reference))
        numbers = [
            f"{page} [{' '.join(writing.told[id(one)] for one in self._pages.get(page, []))}]"
            for page in range(len(pages))
        ]
        root.dict |= {
            "K": whole,
            "ParentTree": document.Reference(_Written(f"<</Nums [{' '.join(numbers)}]>>")),
            "ParentTreeNextKey": len(pages),
        }
        catalog = document.Catalog
        catalog.StructTreeRoot = reference
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class _Written(PDFObject):
    """An object as it stands in the file: a slip has a hundred small ones."""

    def __init__(self, content: str = "") -> None:
        self.content = content

    def format(self, _document: Any) -> bytes:
        return self.content.encode("ascii")


class _Writing:
    """The parts as objects of one document; `told` is how another object refers to each."""

    def __init__(self, document: Any, pages: list[str]) -> None:
        self.document, self.pages = document, pages
        self.told: dict[int, str] = {}

    def put(self, element: Element, parent: str) -> PDFObjectReference:
        written = _Written()
        reference: PDFObjectReference = self.document.Reference(written)
        own = self.told[id(element)] = _told(self.document, reference)
        entries = [f"/Type /StructElem /S /{element.tag} /P {parent}"]
        if element.language:
            entries.append(f"/Lang ({element.language})")
        if element.alternative:
            entries.append(f"/Alt <FEFF{element.alternative.encode('utf-16-be').hex()}>")
        if element.scope:
            entries.append(f"/A <</O /Table /Scope /{element.scope}>>")
        if element.marks:
            entries.append(f"/Pg {self.pages[element.marks[0][0]]}")
        kids = [str(number) for _page, number in element.marks]
        for part in element.parts:
            self.put(part, own)
            kids.append(self.told[id(part)])
        written.content = f"<<{' '.join(entries)} /K [{' '.join(kids)}]>>"
        return reference


def _told(document: Any, reference: PDFObjectReference) -> str:
    return str(reference.format(document), "ascii")
