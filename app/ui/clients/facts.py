"""The row of facts: what the desk needs to know, and what is shown only when asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.client import Why
from app.domain.responsibility.values import Group
from app.localization import _
from app.services import client_view, clients
from app.services.client_view import Around, Contact
from app.services.unit import Changes
from app.ui.clients import told
from app.ui.clients.fact import Fact, HiddenFact
from app.ui.clients.part import Part
from app.ui.clients.why_popup import WhyPopup
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label


class Facts(Part):
    """Contact and sensitive groups are looked up and logged when a person asks for them.

    `sensitive` are the groups that were shown, None while they are not; `shown_sensitive` tells of
    that.
    """

    shown_sensitive = Signal()

    shown_by = Changes.CLIENTS | Changes.STAFF | Changes.CHIPS

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.around: Around | None = None
        self.sensitive: frozenset[Group] | None = None
        self.facts = {name: Fact() for name in told.NAMES}
        self.groups, self.contact, self._contact = HiddenFact(), HiddenFact(), Contact("", "", "")
        self.popup, self.others = WhyPopup(self), Label("help", "dim", wraps=True)
        self._column, self._inner = QVBoxLayout(self), QWidget()
        self._flow = FlowLayout(self._inner)
        for name, fact in self.facts.items():
            self._flow.addWidget(fact)
            if name == "groups":
                self._flow.addWidget(self.groups)
                self._flow.addWidget(self.contact)
        self.groups.link.clicked.connect(self.ask_sensitive)
        self.contact.link.clicked.connect(self.ask_contact)
        for widget in (_line(), self._inner, self.others, _line()):
            self._column.addWidget(widget)
        active().changed.connect(self._restyle)
        self._restyle()

    def read(self) -> None:
        """The names that stand behind the ids; what was shown before is still the record's."""
        self.ask(client_view.around, self._show)

    def clear(self) -> None:
        self.around, self.sensitive = None, None
        self._contact = Contact("", "", "")
        for fact in (self.groups, self.contact):
            fact.turn(shown=False)
        self.popup.hide()
        self._retranslate()

    def ask_contact(self) -> None:
        """Show how the client is reached."""
        self.ask(client_view.contact, self._show_contact, ticket="contact")

    def ask_sensitive(self) -> None:
        """Ask for what, then show the groups that are shown on demand only."""
        self.popup.ask(self.groups.link, self._ask_sensitive)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _ask_sensitive(self, why: Why) -> None:
        self.ask(
            lambda unit, client: clients.sensitive_groups(unit, client, why),
            self._show_sensitive,
            ticket="sensitive",
        )

    def _show(self, around: Around) -> None:
        self.around = around
        self._retranslate()

    def _show_contact(self, contact: Contact) -> None:
        self._contact = contact
        self.contact.turn(shown=True)
        self._retranslate()

    def _show_sensitive(self, groups: frozenset[Group]) -> None:
        self.sensitive = groups
        self.groups.turn(shown=True)
        self._retranslate()
        self.shown_sensitive.emit()

    def _retranslate(self) -> None:
        client, around = self.client, self.around
        shown: dict[str, str] = {}
        others = ""
        if client is not None and around is not None:
            shown, others = told.facts(client, around), told.others(client, around)
        words = told.words()
        for name, fact in self.facts.items():
            fact.setVisible(name in shown)
            fact.set_fact(words[name], shown.get(name, ""))
        self.others.setText(others)
        self.others.setVisible(bool(others))
        show, logged = _("Show"), _("is logged")
        self.groups.set_fact(_("Sensitive groups"), told.groups(self.sensitive or ()))
        self.groups.set_link(show, _("Show the sensitive groups"), logged)
        self.contact.set_fact(_("Contact"), told.contact(self._contact))
        self.contact.set_link(show, _("Show how to reach the client"), logged)

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(8))
        self._flow.setSpacing(theme.space(12))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("line", "across")
    return line
