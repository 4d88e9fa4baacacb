"""The recovery code, shown once, to be put on paper."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QWidget

from app.domain.days import local_day
from app.localization import _
from app.ui.sign_in.notice import Notice
from app.ui.sign_in.sheet import keeping, paint_sheet
from app.ui.sign_in.step_page import StepPage
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.button import Button
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.worker import Worker

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class CodePage(StepPage):
    """`kept` when the person says that the paper is there; there is no way back.

    The paper bears the day of `clock`.
    """

    kept = Signal()

    def __init__(self, worker: Worker, clock: Callable[[], datetime], code: str) -> None:
        super().__init__(worker, Submit(_go_on, _go_on), _title, _lead)
        self._clock, self.code, self._warned = clock, code, False
        self.groups = tuple(Label("figure") for _group in code.split("-"))
        self.advice = tuple(Label(wraps=True) for _line in keeping())
        self.printing, self.on_paper = Button(), QCheckBox()
        self.printing.set_icon("printer")
        self.printing.clicked.connect(self._print)
        self.on_paper.toggled.connect(self.submit.set_ready)
        self.leave.hide()
        self.warning = Notice("warning")
        self._panel, self._action = QGridLayout(), QAction(self)
        self._action.setShortcut(QKeySequence("Ctrl+P"))
        self._action.triggered.connect(self._print)
        self.addAction(self._action)
        self.submit.set_ready(False)
        self._arrange()
        self._restyle()
        self._retranslate()

    def first_field(self) -> QWidget:
        return self.printing

    def start(self) -> None:
        self.kept.emit()

    def may_close(self) -> bool:
        """Whether the window may go; the first time without the paper it is only said why not."""
        if self.on_paper.isChecked() or self._warned:
            return True
        self._warned = True
        self.warning.tell(_last_chance)
        return False

    def _arrange(self) -> None:
        panel = QFrame()
        panel.setProperty("panel", "card")
        panel.setLayout(self._panel)
        for number, group in enumerate(self.code.split("-")):
            self.groups[number].setText(group)
            self.groups[number].setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.groups[number].setAccessibleName(" ".join(group))
            self._panel.addWidget(self.groups[number], *divmod(number, 4))
        self.content.addWidget(panel)
        for advice, icon in zip(self.advice, ("key-round", "lock", "history"), strict=True):
            row = QHBoxLayout()
            row.addWidget(Icon(icon), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(advice, 1)
            self.content.addLayout(row)
        row = QHBoxLayout()
        row.addWidget(self.printing)
        row.addStretch(1)
        self.content.addLayout(row)
        self.content.addWidget(self.on_paper)
        self.content.addWidget(self.warning)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(lambda answer: self._print_on(printer, bool(answer)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _print_on(self, printer: "QPrinter", wanted: bool) -> None:
        if wanted:
            paint_sheet(printer, self.code, local_day(self._clock()))

    def _restyle(self) -> None:
        super()._restyle()
        theme = active()
        self._panel.setContentsMargins(*(theme.space(n) for n in (16, 16, 16, 16)))
        self._panel.setSpacing(theme.space(12))

    def _retranslate(self) -> None:
        super()._retranslate()
        for label, text in zip(self.advice, keeping(), strict=True):
            label.setText(text)
        self.printing.set_texts(_("Print the code…"), "Ctrl+P")
        self.on_paper.setText(_("The code is on paper, printed or written by hand"))


def _title() -> str:
    return _("Recovery code")


def _lead() -> str:
    return _("It is shown here only this once.")


def _go_on() -> str:
    return _("Continue")


def _last_chance() -> str:
    return _(
        "The code is not on paper yet, and it is shown only now. Print it or write it down; "
        "if you close the window once more, the code is lost."
    )
