"""All of a service but its hours: what it is, where it is, how it is reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from app.domain.directory import Service
from app.domain.service_check import NOTE_MAX
from app.localization import _, current
from app.ui.settings.panes import Form, beside
from app.ui.settings.services import speech
from app.ui.settings.services.address_part import AddressPart
from app.ui.settings.services.book import Book
from app.ui.settings.services.choice_field import ChoiceField
from app.ui.settings.services.contact_part import ContactPart, text_problem
from app.ui.settings.services.state_line import StateLine
from app.ui.settings.texts import Texts, one_line
from app.ui.settings.typed import read_day, understood
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.label import Label

NAMED = ("fi", "sv", "en")
SEPARATORS = str.maketrans(",;", "  ")


class FactsForm(Form):
    """`edited` with every change by hand."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = Book()
        self.state, self.name = StateLine(), Texts(NAMED, lambda: _("Name"), text_problem)
        self.kind, self.organisation = ChoiceField(), ChoiceField()
        self.new_name = Texts(NAMED, lambda: _("Organisation"), text_problem)
        self.about_towns, self.towns = Label(), ChipGroup(limit=9, numbered=False)
        self.languages = one_line()
        self.address, self.contact = AddressPart(), ContactPart()
        self.note = Texts(NAMED, lambda: _("Note"), _note_problem)
        self.since, self.until, self.sensitive = one_line(), one_line(), ChoiceField()
        self._arrange()
        self.retranslate()

    def put(self, service: Service, book: Book) -> None:
        """Show a service."""
        self._book = book
        self.state.put(service, book.today)
        self.name.put(service.name)
        self.organisation.set_items(speech.organisations(book))
        self.organisation.put(service.organisation)
        self.new_name.put({})
        self.kind.put(service.category)
        self.towns.set_chosen(service.municipalities)
        self.languages.set_text(", ".join(service.languages))
        self.address.put(service.address, [one.name for one in book.neighbours(service)])
        self.contact.put(service)
        self.note.put(service.note)
        for field, day in ((self.since, service.valid_from), (self.until, service.valid_to)):
            field.set_text(current().full_date(day) if day else "")
        self.sensitive.put(service.sensitive or "")
        self._check()

    def typed(self, known: Service) -> Service:
        """`known` with all that stands in the form."""
        return replace(
            known,
            name=self.name.texts(),
            category=self.kind.code(),
            organisation=self.organisation.code(),
            municipalities=tuple(self.towns.chosen()),
            languages=self._languages(),
            address=self.address.typed(known.address),
            note=self.note.texts(),
            valid_from=self._day(self.since.text())[0],
            valid_to=self._day(self.until.text())[0],
            sensitive=self.sensitive.code() or None,
            checked_on=self.state.checked_on(),
            enabled=self.state.enabled(),
            **self.contact.typed(),
        )

    def new_organisation(self) -> Mapping[str, str] | None:
        """The names of an organisation that is not known yet, None where one is chosen."""
        return None if self.organisation.code() else self.new_name.texts()

    def is_right(self) -> bool:
        """Whether each field by itself can be kept."""
        new = self.new_organisation()
        days = (self.since.error(), self.until.error())
        texts = (self.name, self.new_name, self.note)
        return (
            all(one.is_right() for one in texts)
            and (new is None or bool(new["fi"]))
            and not any(days)
            and self.address.is_right()
            and self.contact.is_right()
        )

    def retranslate(self) -> None:
        self.kind.set_label(_("Kind"))
        self.kind.set_items(speech.kinds())
        self.organisation.set_label(_("Organisation"))
        self.organisation.set_items(speech.organisations(self._book))
        self.about_towns.setText(_("For people of"))
        self.towns.setAccessibleName(_("For people of"))
        self.towns.set_chips([ChipText(code, text) for code, text in speech.reach()])
        self.languages.set_label(_("Served in, by code"))
        self.languages.set_placeholder("fi, sv, en")
        self.since.set_label(_("Valid from"))
        self.until.set_label(_("Valid to"))
        self.sensitive.set_label(_("A visit there tells of"))
        self.sensitive.set_items(speech.sensitive_words())
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _arrange(self) -> None:
        self.add(self.state, self.name, beside(self.kind, self.organisation), self.new_name)
        self.add(self.about_towns, self.towns, self.languages, self.address, self.contact)
        self.add(self.note, beside(self.since, self.until), self.sensitive)
        self.column.addStretch(1)
        parts = (self.state, self.name, self.new_name, self.note, self.address, self.contact)
        fields = (self.languages, self.since, self.until)
        for part in (*parts, *fields, self.kind, self.organisation, self.sensitive):
            part.edited.connect(self._on_edited)
        self.towns.changed.connect(self._on_edited)

    def _on_edited(self) -> None:
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        self.new_name.setVisible(self.new_organisation() is not None)
        for field in (self.since, self.until):
            field.set_error(self._day(field.text())[1])
        self.languages.set_help(speech.language_words(self._languages()))

    def _languages(self) -> tuple[str, ...]:
        return tuple(self.languages.text().casefold().translate(SEPARATORS).split())

    def _day(self, text: str) -> tuple[date | None, str]:
        return understood(read_day, text, self._book.today) if text.strip() else (None, "")


def _note_problem(text: str) -> str:
    return _("At most {most} characters.", most=NOTE_MAX) if len(text) > NOTE_MAX else ""
