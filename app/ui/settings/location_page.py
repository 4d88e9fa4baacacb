"""Locations: what they are called, where they are, and what may be asked there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from app.domain.contact import check_email, check_phone
from app.domain.line import clean_line
from app.domain.place import Ask, Location, LocationKind
from app.localization import _, current
from app.services import places
from app.services.places import TEXT_MAX
from app.ui.settings.here import Here
from app.ui.settings.keeper import Keeper
from app.ui.settings.page import Go
from app.ui.settings.panes import Form, Tick, beside
from app.ui.settings.place_page import PlacePage
from app.ui.settings.texts import Texts, one_line
from app.ui.settings.typed import understood
from app.ui.widgets.label import Label


class LocationPage(PlacePage):
    """The texts of one location, and whether it keeps notes and a waiting line."""

    def __init__(self, keeper: Keeper, here: Here) -> None:
        super().__init__(keeper, here)
        self._kept: Location | None = None
        self.name = Texts(("fi", "sv", "en"), lambda: _("Name"), _name_problem)
        self.street = Texts(("fi", "sv"), lambda: _("Street"), _text_problem)
        self.spot = Texts(("fi", "sv"), lambda: _("Place"), _text_problem)
        self.entrance = Texts(("fi", "sv"), lambda: _("Entrance"), _text_problem)
        self.phone, self.email = one_line(), one_line()
        self.notes, self.line = Tick(), Tick()
        self.about_notes = Label("help", "dim", wraps=True)
        self.form = Form()
        self.column.addWidget(self.form, 1)
        self._arrange()
        self._restyle()
        self.retranslate()

    def caption(self) -> str:
        return _("Locations")

    def read(self) -> None:
        self.runner.read(self, places.locations, self._show, ticket="locations")

    def is_unsaved(self) -> bool:
        return self._kept is not None and self._typed() != self._kept

    def is_right(self) -> bool:
        contact = self.phone.error() or self.email.error()
        return not contact and all(texts.is_right() for texts in self._texts())

    def write(self, then: Go) -> None:
        typed = self._typed()
        self.begin()
        act = _("Location changed"), typed.name[current().language]
        done = self.ends(partial(self._keep, typed), then)
        self.keeper.save(self, places.save_location, typed, act, done)

    def forget(self) -> None:
        if self._kept is not None:
            self._put(self._kept)

    def retranslate(self) -> None:
        self.lead.setText(
            _("How the location is called and reached, and what may be kept of a visit there.")
        )
        self.phone.set_label(_("Telephone"))
        self.email.set_label(_("E-mail"))
        self.notes.setText(_("Notes for anonymous visits"))
        self.line.setText(_("Waiting line: who arrives and who is next"))
        self._check_contact()
        self._tell_notes()

    def _arrange(self) -> None:
        for texts in self._texts():
            self.form.add(texts)
            texts.edited.connect(self.edited)
        for field in (self.phone, self.email):
            field.edited.connect(self._on_contact)
        for tick in (self.notes, self.line):
            tick.toggled.connect(self.edited)
        self.form.add(beside(self.phone, self.email), self.line, self.notes, self.about_notes)
        self.form.column.addStretch(1)

    def _texts(self) -> tuple[Texts, ...]:
        return self.name, self.street, self.spot, self.entrance

    def _show(self, found: list[Location]) -> None:
        self.know(found)
        self._put(self.here.location())

    def _put(self, location: Location) -> None:
        self._kept = location
        self.name.put(location.name)
        self.street.put(location.street)
        self.spot.put(location.place)
        self.entrance.put(location.entrance)
        self.phone.set_text(location.phone)
        self.email.set_text(location.email)
        self.notes.setChecked(Ask.NOTE in location.asks)
        self.line.setChecked(location.waiting_line)
        self.notes.setEnabled(location.kind == LocationKind.PORTAL)
        self._check_contact()
        self._tell_notes()
        self.edited.emit()

    def _typed(self) -> Location:
        assert self._kept is not None
        note = {Ask.NOTE} if self.notes.isChecked() else set()
        return replace(
            self._kept,
            name=self.name.texts(),
            street=self.street.texts(),
            place=self.spot.texts(),
            entrance=self.entrance.texts(),
            phone=clean_line(self.phone.text()),
            email=clean_line(self.email.text()),
            asks=(self._kept.asks - {Ask.NOTE}) | note,
            waiting_line=self.line.isChecked(),
        )

    def _keep(self, location: Location) -> None:
        self._kept = location

    def _on_contact(self) -> None:
        self._check_contact()
        self.edited.emit()

    def _check_contact(self) -> None:
        for field, check in ((self.phone, check_phone), (self.email, check_email)):
            text = clean_line(field.text())
            field.set_error(_text_problem(text) or understood(check, text)[1])

    def _tell_notes(self) -> None:
        if self._kept is not None and self._kept.kind == LocationKind.ROMA_PORTAL:
            self.about_notes.setText(
                _(
                    "Nothing more can be asked here: that somebody came to Romaniportti already "
                    "tells of ethnic origin, so only what was helped with is recorded."
                )
            )
        else:
            self.about_notes.setText(
                _(
                    "A note must hold nothing on health, belief or violence, and nothing that "
                    "tells who the visitor is. Better off than on."
                )
            )


def _text_problem(text: str) -> str:
    if len(text) > TEXT_MAX:
        return _("At most {most} characters.", most=TEXT_MAX)
    return ""


def _name_problem(text: str) -> str:
    return _text_problem(text) if text else _("Write a name.")
