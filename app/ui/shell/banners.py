"""Lasting conditions at the top of the page: a demonstration, trouble with the store, a fault."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.localization import _
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.words.sentences import sentence


class Banners(QWidget):
    """`again_asked` wants to try once more what the store has refused."""

    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.demo, self.trouble, self.fault = Banner("info"), Banner("danger"), Banner("warning")
        self.demo.set_kind("info", "flask-conical")
        self._refused: Refused | None = None
        self._report = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for banner in (self.trouble, self.fault, self.demo):
            self._column.addWidget(banner)
            banner.hide()
        self.trouble.acted.connect(self.again_asked)
        self.fault.acted.connect(self._forget_fault)
        active().changed.connect(self._restyle)
        self._restyle()
        self._settle()

    def show_demo(self, demo: bool) -> None:
        """Whether nothing here is real."""
        self.demo.setVisible(demo)
        self._settle()

    def show_trouble(self, refused: Refused | None) -> None:
        """What the store refuses; None when it works."""
        self._refused = refused
        self.trouble.setVisible(refused is not None)
        self._settle()

    def show_fault(self, report: str) -> None:
        """A bug; `report` is the path of the file about it."""
        self._report = report
        self.fault.show()
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _forget_fault(self) -> None:
        self.fault.hide()
        self._settle()

    def _settle(self) -> None:
        shown = (self.trouble, self.fault, self.demo)
        self.setVisible(any(not banner.isHidden() for banner in shown))
        self._retranslate()

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(8))

    def _retranslate(self) -> None:
        self.demo.set_content(
            _("Demonstration: invented people and visits. Nothing real may be recorded here.")
        )
        if self._refused is not None:
            fact, _dot, rest = sentence(self._refused).partition(". ")
            fact = f"{fact}." if rest else fact
            self.trouble.set_content(fact, rest, _("Try again"))
        if self._report:
            self.fault.set_content(
                _("Something went wrong in the program. It goes on; what is saved stays saved."),
                _("A report without personal data: {path}", path=self._report),
                _("Close"),
            )
