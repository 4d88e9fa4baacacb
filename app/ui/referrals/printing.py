"""The file to the printer: as it is where the print system takes PDF, else as fine pictures."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QProcess, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.documents.raster import Picture, measures, picture
from app.domain.slip import Paper

FINEST_DPI: Final = 600
TITLE: Final = "Kotoportti"
_POINTS: Final = 72
_SIZES: Final = {
    Paper.A5: QPageSize.PageSizeId.A5,
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.LARGE: QPageSize.PageSizeId.A4,
}
_WIDEST_ROLL: Final = 300
_EXACT: Final = QPageSize.SizeMatchPolicy.ExactMatch
_SIDES: Final = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def new_printer(name: str, paper: Paper) -> QPrinter:
    """The printer called `name`, or the usual one, set for a whole page of `paper`."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name and name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
    printer.setDocName(TITLE)
    if paper in _SIZES:
        printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


class Spool(QObject):
    """One file at a time to a printer. `done`, or `failed` with what the print system said."""

    done = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    def send(self, pdf: bytes, printer: QPrinter) -> None:
        """Print all of it, or the pages that were chosen in the dialog."""
        program = shutil.which("lp")
        if program is None or not printer.printerName():
            self._paint(pdf, printer)
            return
        fit_to_roll(printer, pdf)
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._process.start(program, options(printer))
        self._process.write(pdf)
        self._process.closeWriteChannel()

    def _on_finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.deleteLater()
        if code:
            self.failed.emit(said)
        else:
            self.done.emit()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            said = self._process.errorString()
            self._process.deleteLater()
            self._process = None
            self.failed.emit(said)

    def _paint(self, pdf: bytes, printer: QPrinter) -> None:
        if paint(pdf, printer):
            self.done.emit()
        else:
            self.failed.emit("")


def fit_to_roll(printer: QPrinter, pdf: bytes) -> None:
    """A receipt is as long as what stands on it, whatever the paper of the printer is called."""
    wide, high = measures(pdf).pages[0]
    if wide < _WIDEST_ROLL:
        points = QPageSize.Unit.Point
        printer.setPageSize(QPageSize(QSizeF(wide, high), points, "", _EXACT))
        printer.setFullPage(True)


def options(printer: QPrinter) -> list[str]:
    """What the dialog was answered, as words of `lp`; the title says nothing of the slip."""
    paper = printer.pageLayout().pageSize().key()
    words = ["-d", printer.printerName(), "-n", str(printer.copyCount()), "-t", TITLE]
    words += ["-o", f"media={paper}", "-o", "print-scaling=auto-fit"]
    if (sides := _SIDES.get(printer.duplex())) is not None:
        words += ["-o", f"sides={sides}"]
    if printer.fromPage():
        words += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    return words


def paint(pdf: bytes, printer: QPrinter) -> bool:
    """The pages as pictures as fine as the printer prints; False where it does not begin."""
    fit_to_roll(printer, pdf)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    dots = min(printer.resolution(), FINEST_DPI)
    for place, page in enumerate(_pages(pdf, printer)):
        if place:
            printer.newPage()
        wide = measures(pdf).pages[page][0]
        _draw(painter, picture(pdf, page, round(wide / _POINTS * dots), grey=True))
    return painter.end()


def _pages(pdf: bytes, printer: QPrinter) -> Iterator[int]:
    count = len(measures(pdf).pages)
    first, last = printer.fromPage() or 1, printer.toPage() or count
    yield from range(max(first, 1) - 1, min(last, count))


def _draw(painter: QPainter, page: Picture) -> None:
    """As large as the paper, in its middle."""
    kind = QImage.Format.Format_Grayscale8
    image = QImage(page.pixels, page.width, page.height, page.stride, kind)
    room = painter.viewport()
    size = QSize(page.width, page.height).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center())
    painter.drawImage(place, image)
