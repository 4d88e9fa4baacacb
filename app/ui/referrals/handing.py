"""The slip leaves the program: printed, saved or copied; its number is taken with the first."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.localization import _
from app.services.slips import Issued, SlipWish, Way, hand_out, save_slip
from app.services.unit import Changes
from app.ui.referrals.preview import Preview
from app.ui.shell.remembered import Remembered
from app.ui.tab import Workplace
from app.words.sentences import sentence

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.ui.referrals.printing import Spool


class Handing(QObject):
    """`issued` carries a slip that has left, or leaves once more; `turned` when one begins or ends.

    `wish` gives the wish that is whole, or None. Only one slip leaves at a time.
    """

    issued = Signal(object)
    turned = Signal()

    def __init__(
        self, preview: Preview, workplace: Workplace, wish: Callable[[], SlipWish | None]
    ) -> None:
        super().__init__(preview)
        self._preview, self._wish = preview, wish
        self._runner, self._undo = workplace.runner, workplace.undo
        self.last: Issued | None = None
        self._busy = False
        preview.print.clicked.connect(self.ask_printer)
        preview.save.clicked.connect(self.ask_file)
        preview.copy.clicked.connect(self.copy)
        self._runner.worker.broken.connect(lambda _report: self._set_busy(False))

    @cached_property
    def spool(self) -> Spool:
        """The way to the printer, made when there is something to print."""
        from app.ui.referrals.printing import Spool

        spool = Spool(self)
        spool.done.connect(lambda: self._told(self.last, _("Slip sent to the printer")))
        spool.failed.connect(lambda said: self._fail(partial(_why_not, said), self.ask_printer))
        return spool

    @property
    def possible(self) -> bool:
        """Whether there is a whole slip, and none is leaving."""
        return not self._busy and self._wish() is not None

    def forget(self) -> None:
        """The next slip has a number of its own."""
        self.last = None
        self._preview.failure.forget()

    def before(self, wish: SlipWish) -> Issued | None:
        """What has left already of this very wish."""
        return self.last if self.last is not None and self.last.wish == wish else None

    def ask_printer(self) -> None:
        """Print, once the system's dialog is answered."""
        from app.ui.referrals.asking import ask_printer

        wish = self._wish()
        if wish is not None and self.possible:
            ask_printer(self._preview.window(), wish.paper, partial(self.print_on, wish))

    def print_on(self, wish: SlipWish, printer: QPrinter) -> None:
        """Print, or where the dialog was told to write a file, write the file itself."""
        if printer.outputFileName():
            self.save(wish, Path(printer.outputFileName()))
            return
        Remembered().change(printer=printer.printerName())

        def send(issued: Issued) -> None:
            self.keep(issued)
            self.spool.send(issued.pdf, printer)

        self._hand_out(wish, Way.PRINT, send, self.ask_printer)

    def ask_file(self) -> None:
        """Save, once one has said where; the name says nothing of the visitor."""
        from app.ui.referrals.asking import ask_file

        wish = self._wish()
        if wish is not None and self.possible:
            before = self.before(wish)
            stem = before.number if before else _("slip")
            name = f"{stem}.pdf"
            ask_file(self._preview.window(), name, partial(self.save, wish))

    def save(self, wish: SlipWish, to: Path) -> None:
        """Write the file on the worker; without a file no number is used up."""
        desk, before = self._runner.desk, self.before(wish)
        self._set_busy(True)
        self._runner.worker.run(
            self,
            lambda: save_slip(desk, wish, to, before),
            lambda issued: self._saved(issued, to.name),
            lambda refused: self._fail(partial(sentence, refused), self.ask_file),
        )

    def copy(self) -> None:
        """The slip as text on the clipboard."""
        wish = self._wish()
        if wish is None or not self.possible:
            return

        def put(issued: Issued) -> None:
            QApplication.clipboard().setText(issued.text)
            self._told(issued, _("Copied as text"))

        self._hand_out(wish, Way.COPY, put, self.copy)

    def _hand_out(
        self, wish: SlipWish, way: Way, then: Callable[[Issued], None], again: Callable[[], None]
    ) -> None:
        before = self.before(wish)
        self._set_busy(True)
        self._runner.write(
            self,
            lambda unit: hand_out(unit, wish, way, before),
            then,
            lambda refused: self._fail(partial(sentence, refused), again),
        )

    def _saved(self, issued: Issued, name: str) -> None:
        """A file is written by a unit of its own; what it changed is told here."""
        linked = Changes.VISITS if issued.wish.visit is not None else Changes.NONE
        if issued.wish.client is not None:
            linked |= Changes.CLIENTS
        self._told(issued, _("Saved {name}", name=name))
        self._runner.changed.emit(Changes.REFERRALS | linked, self)

    def keep(self, issued: Issued) -> None:
        """This has left; once more it keeps its number."""
        self.last = issued
        self.issued.emit(issued)

    def _told(self, issued: Issued | None, title: str) -> None:
        """It has left; a draft says so once."""
        self._set_busy(False)
        if issued is None:
            return
        self.keep(issued)
        number = _("Number {number}.", number=issued.number)
        draft = _("No native speaker has read these texts yet.") if issued.draft else ""
        self._undo.tell(title, f"{number} {draft}".strip())

    def _fail(self, words: Callable[[], str], again: Callable[[], None]) -> None:
        self._set_busy(False)
        self._preview.failure.tell(words, again)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        if busy:
            self._preview.failure.forget()
        self.turned.emit()


def _why_not(said: str) -> str:
    """What the print system said, in its own words."""
    return said or _("The printer did not begin. Is it on?")
