"""Two breakdowns against each other: asked for, shown, or ended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Refused
from app.domain.overview import Wish
from app.ui.run import Run
from app.ui.statistics.answer import Crossed, read_crossed
from app.ui.statistics.page import Page
from app.ui.tab import Workplace


class Crossing(QObject):
    """One run at a time; `told` comes home to the window's thread."""

    told = Signal(int, int)

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(page)
        self._page, self._runner, self._trouble = page, workplace.runner, workplace.trouble
        self._run: Run | None = None
        page.breakdown.cancelled.connect(self._cancel)
        self.told.connect(page.breakdown.line.show_progress)

    def begin(self, wish: Wish) -> None:
        """Ask for what the card says, in place of what was asked before."""
        self.stop()
        card, run = self._page.breakdown, Run(self.told.emit)
        down, across = card.down, card.crossed()
        if across is None:
            return
        self._run = run
        self._runner.read(
            self,
            lambda unit: read_crossed(unit, wish, down, across, run),
            self._show,
            partial(self._refused, wish),
            ticket="cross",
        )

    def stop(self) -> None:
        """The run is not wanted any more."""
        if self._run is not None:
            self._run.stop()
            self._run = None
        self._page.breakdown.line.hide()

    def _show(self, crossed: Crossed) -> None:
        self.stop()
        self._page.show_crossed(crossed)

    def _refused(self, wish: Wish, refused: Refused) -> None:
        self.stop()
        if refused.code != "cancelled":
            self._trouble.tell(refused, partial(self.begin, wish))

    def _cancel(self) -> None:
        """Back to the one breakdown."""
        self.stop()
        self._page.breakdown.leave_cross()
        self._page.breakdown.asked.emit()
