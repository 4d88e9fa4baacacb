"""The system's dialogs: which printer, which file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app import settings
from app.domain.slip import Paper
from app.localization import _
from app.ui.referrals.printing import new_printer


def ask_printer(parent: QWidget, paper: Paper, then: Callable[[QPrinter], None]) -> None:
    """Which printer, beginning with that of this workstation."""
    printer = new_printer(settings.read().printer, paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print slip"))
    dialog.finished.connect(partial(_answered, printer, then))
    dialog.finished.connect(dialog.deleteLater)
    # Its own `open` wants a slot by name and hides the one that every dialog has.
    QDialog.open(dialog)


def ask_file(parent: QWidget, name: str, then: Callable[[Path], None]) -> None:
    """Which file, beginning with `name` among the documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, _("Save the slip"), folder, "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    dialog.accepted.connect(lambda: then(Path(dialog.selectedFiles()[0])))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _answered(printer: QPrinter, then: Callable[[QPrinter], None], result: int) -> None:
    if result == QDialog.DialogCode.Accepted:
        then(printer)
