"""The non-disclosure order of the client in hand: for named people, nobody else sees that it is."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.days import local_day
from app.domain.isolates import named
from app.localization import _, _p, current
from app.services import protection
from app.services.unit import Changes, Unit
from app.ui.clients.acts import Acts
from app.ui.clients.part import Part
from app.ui.clients.protection.order_form import OrderForm
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label


class ProtectionBox(Part):
    """Set, with another last day, lifted; each with its way back. Hidden for who was not named."""

    shown_by = Changes.CLIENTS

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._acts = Acts(workplace)
        self.heading, self.state = Label("strong"), Label("body", "dim")
        self.begin, self.end, self.form = Link(), Link(), OrderForm()
        self._row, self._column = FlowLayout(centred=True), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        for widget in (self.heading, self.state, self.begin, self.end):
            self._row.addWidget(widget)
        self._column.addWidget(self.form)
        self.begin.clicked.connect(self._begin)
        self.end.clicked.connect(lambda: self._set(None))
        self.form.kept.connect(self._set)
        self.form.closed.connect(self.begin.setFocus)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.hide()

    def read(self) -> None:
        self._retranslate()
        self.ask(lambda unit, _client_id: protection.may_know(unit), self.setVisible)

    def clear(self) -> None:
        self.hide()
        self.form.hide()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @property
    def _until(self) -> date | None:
        """The order's last day, None for no order."""
        return self.client.protected_until if self.client is not None else None

    def _begin(self) -> None:
        today = local_day(self.workplace.runner.desk.clock())
        until = self._until
        self.form.open_for(None if until == protection.NO_END else until, today)

    def _set(self, until: date | None) -> None:
        """Set an order with its last day, or lift it."""
        if self.client is None:
            return
        title = _("Non-disclosure order set") if until else _("Non-disclosure order lifted")
        put, before = partial(_put, client_id=self.client.id), self._until
        self._acts.do(
            partial(put, until=until),
            (title, named(self.client.record.name)),
            lambda _answer: partial(put, until=before),
        )

    def _retranslate(self) -> None:
        until = self._until
        self.heading.setText(_("Non-disclosure order"))
        self.state.setText(_state(until))
        self.begin.set_texts(_("Another last day…") if until else _("Set an order…"))
        self.end.set_texts(_("Lift the order"))
        self.end.setVisible(until is not None)

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(6))
        self._row.setSpacing(theme.space(8))


def _state(until: date | None) -> str:
    if until is None:
        return _p("order", "none")
    if until == protection.NO_END:
        return _p("order", "without an end")
    return _("until {day}", day=current().full_date(until))


def _put(unit: Unit, client_id: UUID, until: date | None) -> None:
    if until is None:
        protection.lift(unit, client_id)
    else:
        protection.protect(unit, client_id, None if until == protection.NO_END else until)
