"""A slip on its paper: as large as fits one page, then on over several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from reportlab.platypus.flowables import Flowable

from app.documents.slip.grid import Grid
from app.documents.slip.story import story
from app.documents.slip.writer import SMALL, Writer
from app.documents.text.canvas import TextCanvas
from app.documents.text.flow import Side
from app.domain.isolates import fixed
from app.domain.phrasebook import Phrasebook
from app.domain.slip import Paper, Slip


def slip_pdf(slip: Slip, book: Phrasebook, paper: Paper = Paper.A5) -> bytes:
    """The file of a slip, the very one that is shown, printed and kept."""
    slip = slip.guarded()
    grid = Grid(paper, book.rtl(slip.language), slip.language == slip.beside)
    writer, pages = _fitted(slip, book, grid)
    out = BytesIO()
    title = f"{writer.aside('slip_title').text} {slip.number}"
    canvas = TextCanvas(out, slip.beside, grid.sheet.page, title)
    for number, page in enumerate(pages, 1):
        canvas.setPageSize(_page_size(page, grid))
        _draw(canvas, writer, page, number == len(pages))
        if len(pages) > 1:
            _draw_number(canvas, writer, number, len(pages))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _fitted(slip: Slip, book: Phrasebook, grid: Grid) -> tuple[Writer, list[list[Flowable]]]:
    """The largest step at which all of it fits one page, else the smallest letters on several.

    Those on as few pages as they allow, and then with as much air as that leaves.
    """
    tried: list[tuple[Writer, list[Flowable]]] = []
    for step in grid.sheet.steps:
        writer = Writer(slip, book, replace(grid, step=step))
        parts = story(writer)
        if _high(parts, writer.grid) <= grid.height:
            return writer, [parts]
        tried.append((writer, parts))
    smallest = [(one, parts) for one, parts in tried if one.grid.step.size == step.size]
    found = [(one, _paginated(parts, one.grid)) for one, parts in smallest]
    return min(found, key=lambda one: len(one[1]))


def _paginated(parts: Sequence[Flowable], grid: Grid) -> list[list[Flowable]]:
    """The parts page by page; room stays for the page's number."""
    whole = grid.height - grid.size(SMALL) * 2
    pages: list[list[Flowable]] = [[]]
    left = whole
    for block in _blocks(parts, grid, whole):
        if _high(block, grid) > left and pages[-1]:
            pages.append([])
            left = whole
        for part in _whole_parts(block, grid, whole):
            high = part.wrap(grid.width, whole)[1]
            if high > left and pages[-1]:
                pages.append([])
                left = whole
            pages[-1].append(part)
            left -= high
    return pages


def _blocks(parts: Sequence[Flowable], grid: Grid, whole: float) -> Iterator[list[Flowable]]:
    """What belongs together, such as a service with its address and hours."""
    block: list[Flowable] = []
    for part in parts:
        block.append(part)
        if not getattr(part, "keep", False) or _high(block, grid) > whole:
            yield block
            block = []
    if block:
        yield block


def _whole_parts(block: Sequence[Flowable], grid: Grid, whole: float) -> Iterator[Flowable]:
    """The parts, one that is higher than a page in several."""
    waiting = list(block)
    while waiting:
        part = waiting.pop(0)
        high = part.wrap(grid.width, whole)[1]
        split = part.split(grid.width, whole) if high > whole else []
        if split:
            waiting[:0] = split[1:]
            split[0].wrap(grid.width, whole)
        yield split[0] if split else part


def _high(parts: Sequence[Flowable], grid: Grid) -> float:
    return sum(part.wrap(grid.width, 0)[1] for part in parts)


def _page_size(parts: Sequence[Flowable], grid: Grid) -> tuple[float, float]:
    """A narrow page is as long as what stands on it."""
    wide, high = grid.sheet.page
    return (wide, sum(part.height for part in parts) + 2 * grid.margin if grid.narrow else high)


def _draw(canvas: TextCanvas, writer: Writer, parts: Sequence[Flowable], last: bool) -> None:
    """The parts from the top; the foot of the whole stands at the bottom of the last page."""
    grid = writer.grid
    top = _page_size(parts, grid)[1] - grid.margin
    for place, part in enumerate(parts):
        top -= part.height
        if last and place == len(parts) - 1 and place:
            top = min(top, grid.margin + grid.size(SMALL) * 0.2)
        part.drawOn(canvas, grid.margin, top)


def _draw_number(canvas: TextCanvas, writer: Writer, number: int, whole: int) -> None:
    """Which page this is, and of which slip."""
    values = {"page": fixed(str(number)), "pages": fixed(str(whole))}
    page = writer.told(writer.phrase("page_of", **values), size=SMALL)
    slip = writer.fact(writer.slip.number, SMALL)
    slip.side = Side.LEFT if writer.grid.rtl else Side.RIGHT
    for text in (page, slip):
        text.wrap(writer.grid.width, 0)
        text.drawOn(canvas, writer.grid.margin, max(0.0, writer.grid.margin - text.height))
