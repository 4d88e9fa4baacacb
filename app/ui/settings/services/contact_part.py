"""How a service is reached."""

from __future__ import annotations

from typing import TypedDict

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.contact import check_email, check_phone, check_web
from app.domain.directory import Service
from app.domain.line import clean_line
from app.domain.service_check import TEXT_MAX
from app.localization import _
from app.ui.settings.panes import beside
from app.ui.settings.texts import one_line
from app.ui.settings.typed import understood
from app.ui.theme import active


class Contact(TypedDict):
    """Telephone, e-mail and web page; empty where there is none."""

    phone: str
    email: str
    web: str


class ContactPart(QWidget):
    """`edited` with every change by hand."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phone, self.email, self.web = one_line(), one_line(), one_line()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(beside(self.phone, self.email))
        self._column.addWidget(self.web)
        for field in (self.phone, self.email, self.web):
            field.edited.connect(self._on_edited)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def put(self, service: Service) -> None:
        """Show how a service is reached."""
        self.phone.set_text(service.phone)
        self.email.set_text(service.email)
        self.web.set_text(service.web)
        self._check()

    def typed(self) -> Contact:
        """What stands there, right or not."""
        return {
            "phone": clean_line(self.phone.text()),
            "email": clean_line(self.email.text()),
            "web": clean_line(self.web.text()),
        }

    def is_right(self) -> bool:
        return not any(field.error() for field in (self.phone, self.email, self.web))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_edited(self) -> None:
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        checks = ((self.phone, check_phone), (self.email, check_email), (self.web, check_web))
        for field, check in checks:
            text = clean_line(field.text())
            field.set_error(text_problem(text) or understood(check, text)[1])

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(8))

    def _retranslate(self) -> None:
        self.phone.set_label(_("Telephone"))
        self.email.set_label(_("E-mail"))
        self.web.set_label(_("Web page"))
        self.web.set_placeholder("https://")
        self._check()


def text_problem(text: str) -> str:
    """What is wrong with a text of one line."""
    return _("At most {most} characters.", most=TEXT_MAX) if len(text) > TEXT_MAX else ""
