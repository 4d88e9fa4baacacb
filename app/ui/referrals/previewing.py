"""The page follows what is typed: made on the worker, and of several wishes only the last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.documents.raster import Picture, measures, picture
from app.domain.errors import Refused
from app.services import slips
from app.services.slips import Issued, SlipWish
from app.services.unit import Unit
from app.ui.referrals.preview import Preview
from app.ui.runner import Runner
from app.words.sentences import sentence

DELAY_MS: Final = 80


@dataclass(frozen=True, slots=True)
class Shown:
    """A slip, the sizes of its pages in points, and one of them as it is painted."""

    issued: Issued
    sizes: tuple[tuple[float, float], ...]
    page: int
    picture: Picture


class Previewing(QObject):
    """`told` follows whatever is shown in place of what was shown before."""

    told = Signal()

    def __init__(self, preview: Preview, runner: Runner) -> None:
        super().__init__(preview)
        self._preview, self._runner = preview, runner
        self.shown: Shown | None = None
        self._refused: SlipWish | None = None
        self._wish: SlipWish | None = None
        self._page, self._busy, self._again = 0, False, False
        self.timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self.timer.timeout.connect(self._make)
        preview.view.wanted.connect(self._repaint)
        preview.view.turned.connect(self._turn)
        runner.worker.broken.connect(self._on_broken)

    def ask(self, wish: SlipWish | None) -> None:
        """Show this soon; None where there is nothing to show yet."""
        self._wish = wish
        if wish is None:
            self.timer.stop()
            self.shown = self._refused = None
            self._page = 0
            self._preview.waiting.stop()
            self.told.emit()
            return
        if self.shown is None:
            self._preview.show_empty(str)
        self.timer.start()

    def show_issued(self, issued: Issued) -> None:
        """Show the very file that has left the program."""
        self.timer.stop()
        self._paint(issued, self._page)

    def refuses(self, wish: SlipWish) -> bool:
        """Whether this is known to be no slip."""
        return self._refused == wish

    def _make(self) -> None:
        wish, width, page = self._wish, self._preview.view.pixels(), self._page
        if wish is None:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        self._preview.waiting.start()
        self._runner.read(
            self,
            lambda unit: _made(unit, wish, page, width),
            self._show,
            partial(self._refuse, wish),
        )

    def _show(self, shown: Shown) -> None:
        self._rest()
        if self._wish is None or shown.issued.wish != self._wish:
            return
        self._put(shown)

    def _put(self, shown: Shown) -> None:
        self.shown, self._refused, self._page = shown, None, shown.page
        view, size = self._preview.view, shown.sizes[shown.page]
        self._preview.show_pages(shown.page, len(shown.sizes), shown.issued.invented)
        view.show_page(shown.picture, size, shown.issued.text)
        self.told.emit()

    def _refuse(self, wish: SlipWish, refused: Refused) -> None:
        self._rest()
        if wish == self._wish:
            self.shown, self._refused = None, wish
            self._preview.show_empty(lambda: sentence(refused))
            self.told.emit()

    def _rest(self) -> None:
        self._busy = False
        self._preview.waiting.stop()
        if self._again:
            self._again = False
            self.timer.start()

    def _on_broken(self, _report: str) -> None:
        if self._busy:
            self._rest()

    def _turn(self, step: int) -> None:
        if self.shown is not None and 0 <= self._page + step < len(self.shown.sizes):
            self._paint(self.shown.issued, self._page + step)

    def _repaint(self) -> None:
        if self.shown is not None:
            self._paint(self.shown.issued, self._page)

    def _paint(self, issued: Issued, page: int) -> None:
        """A page of a file that is there already."""
        width = self._preview.view.pixels()
        self._runner.worker.run(
            self, lambda: _painted(issued, page, width), self._put_painted, ticket="page"
        )

    def _put_painted(self, shown: Shown) -> None:
        if self._wish is not None and shown.issued.wish == self._wish:
            self._put(shown)


def _made(unit: Unit, wish: SlipWish, page: int, width: int) -> Shown:
    return _painted(slips.preview(unit, wish), page, width)


def _painted(issued: Issued, page: int, width: int) -> Shown:
    sizes = measures(issued.pdf).pages
    page = max(0, min(page, len(sizes) - 1))
    return Shown(issued, sizes, page, picture(issued.pdf, page, width))
