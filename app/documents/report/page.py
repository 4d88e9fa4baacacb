"""The page: its edges, what stands at the head and foot of each, and how many there are."""

from __future__ import annotations

from typing import Any, BinaryIO, Final

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from app.documents.report import ink
from app.documents.statistics.account import Account
from app.documents.text.tagged import TaggedCanvas
from app.localization import _, current

SIDE, TOP, FOOT = 45.0, 64.0, 50.0
ROOM: Final = A4[0] - 2 * SIDE


class Pages(BaseDocTemplate):
    """A document in the language in use, written to `out`."""

    def __init__(self, out: BinaryIO, account: Account) -> None:
        name = f"{account.title} {account.period_name}"
        super().__init__(out, pagesize=A4, title=name, author="", creator="Kotoportti")
        self.account = account
        frame = Frame(
            SIDE,
            FOOT,
            ROOM,
            A4[1] - TOP - FOOT,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates([PageTemplate("page", [frame])])

    def write(self, story: list[Any]) -> None:
        """The pages; the foot of each knows how many there are."""
        account = self.account

        class Counted(_Counted):
            told = account

        self.build(story, canvasmaker=Counted)


class _Counted(TaggedCanvas):
    """Keeps the pages until all of them are there, then writes head and foot of each."""

    told: Account

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options["initialFontName"] = ink.BODY
        super().__init__(*arguments, language=current().language, **options)
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self._pages.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        whole = len(self._pages)
        for number, page in enumerate(self._pages, 1):
            self.__dict__.update(page)
            with self.artifact():
                self._write_edges(number, whole)
            super().showPage()
        super().save()

    def _write_edges(self, number: int, whole: int) -> None:
        account, words = self.told, current()
        head, foot, right = A4[1] - 40, 30.0, A4[0] - SIDE
        if number > 1:
            name = f"{account.title} {account.period_name}"
            ink.write(self, SIDE, head, name, ink.SMALL, colour=ink.DIM)
        if account.mark:
            wide = ink.width(account.mark, ink.SMALL, ink.BOLD) + 14
            self.setStrokeColor(ink.TEXT)
            self.setLineWidth(0.8)
            self.roundRect(right - wide, head - 5, wide, 16, 3, stroke=1, fill=0)
            ink.write(self, right - 7, head, account.mark, ink.SMALL, font=ink.BOLD, align=1)
        day, time = words.full_date(account.made.date()), words.clock_time(account.made)
        made = _("Made {day} at {time}", day=day, time=time)
        ink.write(self, SIDE, foot, made, ink.SMALL, colour=ink.DIM)
        pages = _("Page {number} of {whole}", number=number, whole=whole)
        ink.write(self, right, foot, pages, ink.SMALL, colour=ink.DIM, align=1)
