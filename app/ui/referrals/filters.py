"""What narrows the directory: a category, a municipality, a language, what is open now."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from app.localization import _, _p, capital
from app.ui.referrals import speech
from app.ui.referrals.directory import Filter
from app.ui.referrals.reading import Desk
from app.ui.theme import active
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.menu_button import Entry, MenuButton
from app.words.directory import in_use

ALL = ""
Named = tuple[str, str]


class Filters(QWidget):
    """Holds a `Filter` without words typed; `changed` when a person changes it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self.asked = Filter()
        self.category, self.municipality, self.language = (MenuButton(tight=True) for _n in "123")
        self.open_now = Chip()
        self.open_now.set_tight(True)
        self._flow = FlowLayout(self)
        for widget in (self.category, self.municipality, self.language, self.open_now):
            self._flow.addWidget(widget)
        self.category.chosen.connect(lambda code: self._ask(replace(self.asked, category=code)))
        self.municipality.chosen.connect(
            lambda code: self._ask(replace(self.asked, municipality=code))
        )
        self.language.chosen.connect(lambda code: self._ask(replace(self.asked, language=code)))
        self.open_now.clicked.connect(lambda on: self._ask(replace(self.asked, open_now=on)))
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def load(self, desk: Desk) -> None:
        """What there is to choose from."""
        self._desk = desk
        self._retranslate()

    def clear(self) -> None:
        """Everything, without telling."""
        self.asked = Filter()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _ask(self, asked: Filter) -> None:
        self.asked = asked
        self._retranslate()
        self.changed.emit()

    def _retranslate(self) -> None:
        self.open_now.set_texts(_("Open now"))
        self.open_now.setChecked(self.asked.open_now)
        if self._desk is None:
            return
        desk, asked = self._desk, self.asked
        _offer(self.category, _kinds(desk), asked.category, _("Category"), _("All categories"))
        towns, name = _towns(desk), _p("filter", "Municipality")
        _offer(self.municipality, towns, asked.municipality, name, _("All municipalities"))
        spoken, name = _spoken(desk), _p("filter", "Language")
        _offer(self.language, spoken, asked.language, name, _("All languages"))

    def _restyle(self) -> None:
        self._flow.setSpacing(active().space(4))


def _kinds(desk: Desk) -> list[Named]:
    used = {one.service.category for one in desk.entries}
    return sorted((speech.category(desk, code), code) for code in used)


def _towns(desk: Desk) -> list[Named]:
    return [(in_use(texts), code) for code, texts in desk.towns.items()]


def _spoken(desk: Desk) -> list[Named]:
    """The languages that some service is given in: those of the country, then by name."""
    used = {code for one in desk.entries for code in one.service.languages}
    at = {code: place for place, code in enumerate(("fi", "sv"))}
    named = [(speech.language(desk, code), code) for code in used]
    return sorted(named, key=lambda one: (at.get(one[1], len(at)), one[0]))


def _offer(button: MenuButton, names: list[Named], chosen: str, name: str, every: str) -> None:
    rows = [Entry(ALL, every), *(Entry(code, capital(text)) for text, code in names)]
    button.set_entries("", rows, chosen, name, "" if chosen else name)
