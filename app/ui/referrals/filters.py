"""What narrows the directory: a category, a municipality, what is open now."""

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


class Filters(QWidget):
    """Holds a `Filter` without words typed; `changed` when a person changes it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self.asked = Filter()
        self.category, self.municipality, self.open_now = MenuButton(), MenuButton(), Chip()
        self.open_now.set_tight(True)
        self._flow = FlowLayout(self)
        for widget in (self.category, self.municipality, self.open_now):
            self._flow.addWidget(widget)
        self.category.chosen.connect(lambda code: self._ask(replace(self.asked, category=code)))
        self.municipality.chosen.connect(
            lambda code: self._ask(replace(self.asked, municipality=code))
        )
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
        desk = self._desk
        used = {one.service.category for one in desk.entries}
        names = sorted((speech.category(desk, code), code) for code in used)
        _offer(self.category, names, self.asked.category, _("Category"), _("All categories"))
        towns = [(in_use(texts), code) for code, texts in desk.towns.items()]
        every = _("All municipalities")
        _offer(
            self.municipality, towns, self.asked.municipality, _p("filter", "Municipality"), every
        )

    def _restyle(self) -> None:
        self._flow.setSpacing(active().space(4))


def _offer(
    button: MenuButton, names: list[tuple[str, str]], chosen: str, name: str, every: str
) -> None:
    rows = [Entry(ALL, every), *(Entry(code, capital(text)) for text, code in names)]
    button.set_entries("", rows, chosen, name, "" if chosen else name)
