"""What narrows a lookup: the contact language, whose client it is, who is under an order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from app.domain.lookup import EVERYBODY, Only
from app.domain.reference import Kind, Reference
from app.localization import _, _p, capital, current
from app.services import chips, protection
from app.services.unit import Unit
from app.ui.runner import Runner
from app.ui.theme import active
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.menu_button import Entry, MenuButton

ALL = ""


@dataclass(frozen=True, slots=True)
class Known:
    """The languages in the site's order, and whether one was named for protected clients."""

    reference: Reference
    languages: tuple[str, ...]
    may_know: bool


def read_known(unit: Unit, location: str) -> Known:
    """What there is to narrow by at a location."""
    languages = chips.order(unit, location, Kind.LANGUAGE)
    return Known(chips.reference(unit), languages, protection.may_know(unit))


class Filters(QWidget):
    """Holds `only`; `changed` when a person changes it."""

    changed = Signal()

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._known: Known | None = None
        self.only = EVERYBODY
        self.language, self.mine, self.protected = MenuButton(), Chip(), Chip()
        self._flow = FlowLayout(self)
        for chip in (self.mine, self.protected):
            chip.set_tight(True)
        for widget in (self.language, self.mine, self.protected):
            self._flow.addWidget(widget)
        self.language.chosen.connect(self._choose_language)
        self.mine.clicked.connect(self._choose_mine)
        self.protected.clicked.connect(self._choose_protected)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def read(self, location: str) -> None:
        """Ask the store what there is to narrow by."""
        self._runner.read(self, lambda unit: read_known(unit, location), self._show, ticket="known")

    def clear(self) -> None:
        """Everybody, without telling."""
        self.only = EVERYBODY
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self, known: Known) -> None:
        self._known = known
        if self.only.protected and not known.may_know:
            self._ask(replace(self.only, protected=False))
        self._retranslate()

    def _choose_language(self, code: str) -> None:
        self._ask(replace(self.only, language=code or None))

    def _choose_mine(self, on: bool) -> None:
        own = self._runner.desk.actor.staff_id if on else None
        self._ask(replace(self.only, in_charge=own))

    def _choose_protected(self, on: bool) -> None:
        self._ask(replace(self.only, protected=on))

    def _ask(self, only: Only) -> None:
        self.only = only
        self._retranslate()
        self.changed.emit()

    def _retranslate(self) -> None:
        self.mine.set_texts(_p("filter", "Own"), _("Clients in my charge"))
        self.mine.setChecked(self.only.in_charge is not None)
        self.protected.set_texts(_("Non-disclosure order"))
        self.protected.setChecked(self.only.protected)
        known = self._known
        self.protected.setVisible(known is not None and known.may_know)
        name, code = _("Contact language"), self.only.language or ALL
        rows = [Entry(ALL, _("All languages"))]
        if known is not None:
            words = current().language
            rows += [
                Entry(one, capital(known.reference.short(Kind.LANGUAGE, one, words)))
                for one in known.languages
            ]
        self.language.set_entries("", rows, code, name, "" if code else _p("filter", "Language"))

    def _restyle(self) -> None:
        self._flow.setSpacing(active().space(4))
