"""The view as a file: asked where to, written on the worker, told when it is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.figures import Dimension, Question
from app.domain.overview import Wish
from app.localization import _
from app.services.exports import Form, Handed, Order, export, file_name
from app.ui.run import Run
from app.ui.statistics.answer import Answer
from app.ui.statistics.page import Page
from app.ui.tab import Workplace
from app.words.sentences import sentence


class Exporting(QObject):
    """One file at a time; `told` brings home how far the counting is.

    `published`: public numbers were handed out, and stay as they are in that file.
    """

    told = Signal(int, int)
    published = Signal()

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(page)
        self._page, self._workplace = page, workplace
        self._run: Run | None = None
        self._last: Callable[[], None] | None = None
        self._internal = False
        self._refusal: Refused | None = None
        pickers = page.pickers
        pickers.hand_out.chosen.connect(lambda kind: self.ask_where(Form(kind)))
        pickers.failure.acted.connect(self._ask_again)
        pickers.retranslated.connect(self._tell_failure)
        pickers.counting.cancelled.connect(self._cancel)
        self.told.connect(pickers.counting.show_progress)
        workplace.runner.worker.broken.connect(self._on_broken)

    @property
    def possible(self) -> bool:
        """Whether there is a view, and no file of it is being written."""
        return self._page.may_leave() and self._run is None

    def today(self) -> date:
        """The local day."""
        return local_day(self._workplace.runner.desk.clock())

    def ask_where(self, form: Form) -> None:
        """Ask for a place; the name that is offered says what is in the file."""
        if not self.possible:
            return
        self.ask_for(order_of_page(self._page, form), form)

    def ask_for(self, order: Order, form: Form, called: str = "") -> None:
        """Ask for a place for this order, whose name is offered where it has one."""
        if self._run is not None:
            return
        self._last = partial(self.ask_for, order, form, called)
        location = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(location)
        kinds = f"{form.upper()} (*.{form})"
        dialog = QFileDialog(self._page.window(), _("Save the statistics"), folder, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.selectFile(file_name(order, form, called))
        dialog.accepted.connect(lambda: self.write(order, form, Path(dialog.selectedFiles()[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, order: Order, form: Form, to: Path) -> None:
        """Write the file on the worker; what is asked of the store meanwhile comes after it."""
        run = self._run = Run(self.told.emit)
        self._internal = order.internal
        desk = self._workplace.runner.desk
        self._set_busy(True)
        self._workplace.runner.worker.run(
            self,
            lambda: export(desk, order, form, to, run.tell_or_end),
            self._done,
            self._refused,
        )

    def _done(self, handed: Handed) -> None:
        self._refusal = None
        self._set_busy(False)
        saved = _("Saved {name}", name=handed.path.name)
        self._workplace.undo.tell(saved, _("For internal use only") if self._internal else "")
        if not self._internal:
            self.published.emit()

    def _refused(self, refused: Refused) -> None:
        self._refusal = None if refused.code == "cancelled" else refused
        self._set_busy(False)

    def _on_broken(self, _report: str) -> None:
        if self._run is not None:
            self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        if busy:
            self._refusal = None
            self._page.waiting.start()
        else:
            self._run = None
            self._page.waiting.stop()
            self._page.pickers.counting.hide()
        self._page.pickers.hand_out.setEnabled(not busy)
        self._tell_failure()

    def _tell_failure(self) -> None:
        """Why there is no file, until there is one; told anew in another language."""
        failure = self._page.pickers.failure
        failure.setVisible(self._refusal is not None)
        if self._refusal is not None:
            words = sentence(self._refusal)
            failure.set_content(_("No file was written."), words, _("Another place…"))

    def _ask_again(self) -> None:
        if self._last is not None:
            self._last()

    def _cancel(self) -> None:
        if self._run is not None:
            self._run.stop()


def order_of_page(page: Page, form: Form) -> Order:
    """What is shown, as an order: the lines by location, stretch and the breakdown in view."""
    assert page.answer is not None
    numbers, down = page.answer.numbers, page.answer.dimension
    places, internal = numbers.locations, isinstance(page.answer, Answer)
    wish = Wish(numbers.period, numbers.compared, places, numbers.grain)
    across = page.breakdown.crossed()
    if across is not None:
        return Order(Question(numbers.period, (down, across), places), wish, internal=True)
    by = (Dimension.LOCATION, Dimension(numbers.grain.value), down)
    detailed = form is not Form.PDF
    return Order(Question(numbers.period, by, places), wish, down, detailed, internal)
