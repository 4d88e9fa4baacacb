"""Who offers a service: its names and how it is reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from app.domain.contact import check_email, check_web
from app.domain.directory import Organisation
from app.domain.line import clean_line
from app.domain.service_check import cleaned_organisation
from app.localization import _
from app.ui.settings.panes import Form, beside
from app.ui.settings.services.contact_part import text_problem
from app.ui.settings.texts import Texts, one_line
from app.ui.settings.typed import understood
from app.ui.widgets.label import Label

NAMED = ("fi", "sv", "en")


class OrganisationForm(Form):
    """`edited` with every change by hand."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = Organisation("", {})
        self._services: Sequence[str] = ()
        self.name = Texts(NAMED, lambda: _("Organisation"), text_problem)
        self.email, self.web = one_line(), one_line()
        self.about = Label("help", "dim", wraps=True)
        self.add(self.name, beside(self.email, self.web), self.about)
        self.column.addStretch(1)
        self.name.edited.connect(self._on_edited)
        for field in (self.email, self.web):
            field.edited.connect(self._on_edited)
        self.retranslate()

    @property
    def known(self) -> Organisation:
        """The organisation as it was shown."""
        return self._known

    def put(self, known: Organisation, services: Sequence[str]) -> None:
        """Show an organisation; `services` are the names of what it offers."""
        self._known, self._services = cleaned_organisation(known), services
        self.fill(known)

    def fill(self, organisation: Organisation) -> None:
        """Show what is not known yet, to be looked at and saved."""
        self.name.put(organisation.name)
        self.email.set_text(organisation.email)
        self.web.set_text(organisation.web)
        self.retranslate()

    def typed(self) -> Organisation:
        """What stands in the form."""
        return cleaned_organisation(
            replace(
                self._known,
                name=self.name.texts(),
                email=clean_line(self.email.text()),
                web=clean_line(self.web.text()),
            )
        )

    def is_unsaved(self) -> bool:
        return self.typed() != self._known

    def is_right(self) -> bool:
        named = bool(self.name.texts()["fi"]) or not self.is_unsaved()
        return named and self.name.is_right() and not (self.email.error() or self.web.error())

    def retranslate(self) -> None:
        self.email.set_label(_("E-mail"))
        self.web.set_label(_("Web page"))
        self.web.set_placeholder("https://")
        names = ", ".join(self._services)
        self.about.setVisible(bool(names))
        self.about.setText(_("It offers: {names}.", names=names))
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_edited(self) -> None:
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        for field, check in ((self.email, check_email), (self.web, check_web)):
            text = clean_line(field.text())
            field.set_error(text_problem(text) or understood(check, text)[1])
