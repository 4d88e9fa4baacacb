"""The path through the programme: four steps, each opens its record form below."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.client import Client
from app.domain.path.plan import Plan
from app.domain.path.review import Review
from app.domain.path.whole import is_integration_client
from app.localization import _
from app.services.unit import Changes, Unit
from app.ui.clients.part import Part
from app.ui.clients.path import around
from app.ui.clients.path.around import Around
from app.ui.clients.path.drafts import Drafts
from app.ui.clients.path.keeping import Keeping
from app.ui.clients.path.panel import GROUPS, Panel
from app.ui.clients.path.steps import LimitBanner, Steps
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill

PLAN = 1


class PathStrip(Part):
    """`pill` says that the client is an integration client (R-CL-1); it stands by the name."""

    shown_by = Changes.PATH | Changes.CLIENTS | Changes.SETTINGS

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._around, self._seen = Around(), UUID(int=0)
        # The panel has its place when the layouts have come to rest.
        self._settled = QTimer(self, singleShot=True, interval=0)
        drafts = Drafts(workplace.trouble, self)
        self.heading, self.steps, self.limit = Label("section"), Steps(), LimitBanner()
        self.pill = Pill("success", self)
        self.panel = Panel(Keeping(workplace, self), drafts, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self.steps, self.limit, self.panel):
            self._column.addWidget(widget)
        self.panel.hide()
        self.steps.picked.connect(self.open_step)
        self._settled.timeout.connect(self._bring_into_view)
        self.panel.closed.connect(self._on_closed)
        self.panel.stale.connect(self.read)
        self.panel.refused.connect(workplace.undo.tell)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def open_step(self, group: int) -> None:
        """Open one of the four steps; the same one again closes it."""
        if not self.panel.isHidden() and self.panel.kind in GROUPS[group]:
            self.panel.leave()
        else:
            self.begin(group)

    def begin(self, group: int) -> None:
        """Open one of the four steps, with the keyboard in its form."""
        if self.client is None:
            return
        self.panel.show()
        self.panel.open(self.client.id, self._around, group)
        self.steps.check(group)
        self._settled.start()

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
        self.panel.entry.put_aside()
        self.panel.hide()
        self.steps.check(None)
        self._around, self._seen = Around(), UUID(int=0)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _bring_into_view(self) -> None:
        """The four steps at the top of what is seen, or the panel alone where that is low."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        page = above.widget() if above is not None else None
        if above is not None and page is not None and not self.panel.isHidden():
            low = 2 * self.panel.y() > above.viewport().height()
            top = (self.panel if low else self).mapTo(page, QPoint(0, 0)).y()
            above.verticalScrollBar().setValue(top - active().space(8))

    def _show(self, found: Around) -> None:
        if self.client is not None:
            self._around, self._seen = found, self.client.id
            if not self.panel.isHidden():
                self.panel.load(found)
            self._retranslate()

    def _on_closed(self) -> None:
        open_now = next((tile for tile in self.steps.tiles if tile.isChecked()), None)
        self.panel.hide()
        self.steps.check(None)
        if open_now is not None:
            open_now.setFocus()

    def _retranslate(self) -> None:
        self.heading.setText(_("Path through the programme"))
        self.steps.write(self._around)
        self.limit.write(self._around)
        today = self._around.today
        self.pill.set_state("success", _("Integration client"))
        self.pill.setVisible(is_integration_client(self._around.path, today, today))

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(8))
