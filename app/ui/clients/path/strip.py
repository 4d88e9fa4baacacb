"""The path through the programme: four steps, each opens its record form below."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.client import Client
from app.domain.path.assessment import Assessment, Nearness, assessment_limit
from app.domain.path.plan import Plan
from app.domain.path.review import Review
from app.domain.path.whole import is_integration_client
from app.localization import _, current
from app.services.unit import Changes, Unit
from app.ui.clients.part import Part
from app.ui.clients.path import around
from app.ui.clients.path.around import Around
from app.ui.clients.path.drafts import Drafts
from app.ui.clients.path.keeping import Keeping
from app.ui.clients.path.panel import GROUPS, Panel
from app.ui.clients.path.telling import (
    Told,
    assessment_told,
    orientation_told,
    plan_told,
    training_told,
)
from app.ui.clients.path.tile import CHARS, Tile
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill
from app.words.path import step_word
from app.words.responsible import law_words

PLAN, MOST_CHARS = 1, 120


class PathStrip(Part):
    """`pill` says that the client is an integration client (R-CL-1); it stands by the name."""

    shown_by = Changes.PATH | Changes.CLIENTS | Changes.SETTINGS

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._around, self._seen = Around(), UUID(int=0)
        self._keeping = Keeping(workplace, self)
        self._drafts = Drafts(workplace.trouble, self)
        self.heading, self.limit = Label("section"), Banner("warning")
        self.pill = Pill("success", self)
        self.tiles = [Tile() for _group in GROUPS]
        self.panel = Panel(self._keeping, self._drafts, self)
        self._steps, self._column = FlowLayout(), QVBoxLayout(self)
        self._arrange()
        self._connect()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def open_step(self, group: int) -> None:
        """Open one of the four steps; the same one again closes it."""
        if self._is_open(group):
            self.panel.leave()
        else:
            self.begin(group)

    def begin(self, group: int) -> None:
        """Open one of the four steps, with the keyboard in its form."""
        if self.client is None:
            return
        self.panel.show()
        self.panel.open(self.client.id, self._around, group)
        self._check_tiles(group)
        self._bring_into_view()

    def begin_review(self) -> None:
        """A new review of the last plan; where there is no plan, a new one of these."""
        self.begin(PLAN)
        if self.client is not None and self._around.path.of(Plan):
            self.panel.begin_new(Review)

    def set_client(self, client: Client | None) -> None:
        super().set_client(client)
        self.setVisible(client is not None)

    def read(self) -> None:
        if self.client is None:
            return
        client, again = self.client, self._seen == self.client.id

        def job(unit: Unit, _client_id: UUID) -> Around:
            return around.read(unit, client, again=again)

        self.ask(job, self._show)

    def clear(self) -> None:
        self.panel.put_aside()
        self._close()
        self._around, self._seen = Around(), UUID(int=0)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        for tile in self.tiles:
            self._steps.addWidget(tile)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._steps)
        self._column.addWidget(self.limit)
        self._column.addWidget(self.panel)
        self.panel.hide()
        self.pill.hide()

    def _connect(self) -> None:
        for number, tile in enumerate(self.tiles):
            tile.clicked.connect(partial(self.open_step, number))
        self.panel.closed.connect(self._on_closed)
        self.panel.stale.connect(self.read)

    def _bring_into_view(self) -> None:
        """The panel, or the first lines of it, where the card scrolls."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self.panel, 0, 0)

    def _is_open(self, group: int) -> bool:
        return not self.panel.isHidden() and self.panel.kind in GROUPS[group]

    def _show(self, found: Around) -> None:
        if self.client is not None:
            self._around, self._seen = found, self.client.id
            if not self.panel.isHidden():
                self.panel.load(found)
            self._retranslate()

    def _on_closed(self) -> None:
        open_now = next((tile for tile in self.tiles if tile.isChecked()), None)
        self._close()
        if open_now is not None:
            open_now.setFocus()

    def _close(self) -> None:
        self.panel.hide()
        self._check_tiles(None)

    def _check_tiles(self, group: int | None) -> None:
        for number, tile in enumerate(self.tiles):
            tile.setChecked(number == group)

    def _told(self) -> list[Told]:
        path, record, today = self._around.path, self._around.record, self._around.today
        return [
            assessment_told(path),
            plan_told(path, today),
            orientation_told(path, record, today),
            training_told(path, record, today),
        ]

    def _retranslate(self) -> None:
        self.heading.setText(_("Path through the programme"))
        for tile, group, told in zip(self.tiles, GROUPS, self._told(), strict=True):
            tile.set_told(step_word(group[0]), told)
        today = self._around.today
        in_force = is_integration_client(self._around.path, today, today)
        self.pill.set_state("success", _("Integration client"))
        self.pill.setVisible(in_force)
        self._show_limit()

    def _show_limit(self) -> None:
        """How long an assessment may start; the same words for everybody, whatever the group."""
        record = self._around.record
        groups = record.groups | (record.sensitive or frozenset())
        limit = assessment_limit(record.permit_on, groups, self._around.today)
        begun = bool(self._around.path.of(Assessment))
        self.limit.setVisible(
            not begun and limit is not None and limit.nearness is not Nearness.FAR
        )
        if limit is None:
            return
        day = current().full_date(limit.last)
        past = limit.nearness is Nearness.PAST
        fact = (
            _("An assessment could start until {day}.", day=day)
            if past
            else _("An assessment can start until {day}.", day=day)
        )
        section = law_words(((14,),))
        rule = _("Three years from the first permit ({section}), with exceptions.", section=section)
        self.limit.set_content(fact, rule)

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(8))
        self._steps.setSpacing(theme.space(8))
        self._steps.set_columns(len(self.tiles), theme.chars(CHARS), theme.chars(MOST_CHARS))
