"""The identity code: kept for assessment or plan, shown for a reason, and never for long."""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.client import Why
from app.domain.identity import Identity, Need
from app.localization import _
from app.services import identity
from app.services.unit import Changes, Unit
from app.ui.clients.acts import Acts
from app.ui.clients.identity.code_form import CodeForm
from app.ui.clients.part import Part
from app.ui.clients.why import WhyQuestion
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.words.record import need_word

SHOWN_MS: Final = 30_000


class IdentityBox(Part):
    """What the code is kept for; the code itself only on demand, and gone after half a minute."""

    shown_by = Changes.CLIENTS

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._need: Need | None = None
        self._acts = Acts(workplace)
        self.heading, self.state, self.code = Label("strong"), Label("body", "dim"), Label("strong")
        self.reveal, self.begin, self.drop = Link(), Link(), Link()
        self.why, self.form = WhyQuestion(), CodeForm()
        self.timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._row, self._column = FlowLayout(centred=True), QVBoxLayout(self)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def read(self) -> None:
        self.ask(identity.kept, self._show)

    def clear(self) -> None:
        self._need = None
        self.form.close_form()
        self.why.hide()
        self.hide_code()

    def hide_code(self) -> None:
        """The code is not on the screen any more."""
        self.timer.stop()
        self.code.clear()
        self._retranslate()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hide_code()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        for widget in (self.heading, self.state, self.code, self.reveal, self.begin, self.drop):
            self._row.addWidget(widget)
        for below in (self.why, self.form):
            self._column.addWidget(below)
        self.reveal.set_icon("eye")
        self.setFocusProxy(self.begin)
        self.timer.timeout.connect(self.hide_code)
        self.reveal.clicked.connect(self._turn)
        self.begin.clicked.connect(self._begin)
        self.drop.clicked.connect(self._forget)
        self.why.answered.connect(self._reveal)
        self.why.closed.connect(self.reveal.setFocus)
        self.form.kept.connect(self._keep)
        self.form.closed.connect(self.begin.setFocus)

    def _show(self, need: Need | None) -> None:
        self._need = need
        self._retranslate()

    def _turn(self) -> None:
        """Show the code, or hide it again."""
        if self.code.text():
            self.hide_code()
        else:
            self.why.ask(_("For what is the identity code shown?"))

    def _reveal(self, why: Why) -> None:
        def show(code: str | None) -> None:
            self.code.setText(code or "")
            self.timer.start()
            self._retranslate()
            self.reveal.setFocus(Qt.FocusReason.OtherFocusReason)

        self.ask(lambda unit, client_id: identity.show(unit, client_id, why), show, "show")

    def _begin(self) -> None:
        if self.client is not None:
            self.why.hide()
            self.form.open_for(self.client.record)

    def _keep(self, new: Identity) -> None:
        if self.client is not None:
            client_id = self.client.id
            self._acts.do(
                lambda unit: identity.keep(unit, client_id, new.code, new.need),
                (_("Identity code kept"), ""),
                lambda before: partial(_put, client_id=client_id, before=before),
            )

    def _forget(self) -> None:
        self.hide_code()
        if self.client is not None:
            client_id = self.client.id
            self._acts.do(
                lambda unit: identity.forget(unit, client_id),
                (_("Identity code forgotten"), ""),
                lambda before: partial(_put, client_id=client_id, before=before),
            )

    def _retranslate(self) -> None:
        need, shown = self._need, bool(self.code.text())
        self.heading.setText(_("Identity code"))
        self.state.setText(need_word(need) if need else _("not kept"))
        self.state.setVisible(not shown)
        self.code.setVisible(shown)
        self.reveal.set_texts(_("Hide") if shown else _("Show"))
        self.reveal.setAccessibleName(
            _("Hide the identity code") if shown else _("Show the identity code")
        )
        self.begin.set_texts(_("Another code…") if need else _("Keep a code…"))
        self.drop.set_texts(_("Forget the code"))
        for link in (self.reveal, self.drop):
            link.setVisible(need is not None)

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(6))
        self._row.setSpacing(theme.space(8))


def _put(unit: Unit, client_id: UUID, before: Identity | None) -> object:
    """Keep what was kept before, or nothing."""
    if before is None:
        return identity.forget(unit, client_id)
    return identity.keep(unit, client_id, before.code, before.need)
