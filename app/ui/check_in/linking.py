"""From Ctrl+L to the client in the form: looked up, read, let go."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.errors import Refused
from app.domain.lookup import Found
from app.localization import _
from app.services import links
from app.services.links import AtDesk
from app.ui.check_in.form import Form
from app.ui.check_in.link_popup import LinkPopup
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.sentences import sentence


class Linking(QObject):
    """Reads whom the row of the client shows; each look is logged."""

    def __init__(self, form: Form, workplace: Workplace) -> None:
        super().__init__(form)
        self._form, self._row, self._workplace = form, form.client, workplace
        self.popup = LinkPopup(form, workplace.runner)
        self._row.asked.connect(self.ask)
        self._row.wanted.connect(self._read)
        self.popup.picked.connect(self._on_picked)
        self.popup.closed.connect(self._on_closed)

    def ask(self) -> None:
        """Look a client up, or let go of the one who is there."""
        if self._row.isHidden():
            self._form.foot.complain(_("At this location visitors have no names."))
        elif self._row.client is not None:
            self._row.let_go()
        else:
            self._form.area.ensureWidgetVisible(self._row)
            self.popup.open(self._row)

    def _on_picked(self, found: Found) -> None:
        self._read_who(found.id, self._row.choose)

    def _on_closed(self) -> None:
        if self._row.client is None:
            self._form.take_keyboard()

    def _read(self, client_id: UUID) -> None:
        self._read_who(client_id, self._show)

    def _read_who(self, client_id: UUID, done: Callable[[AtDesk], None]) -> None:
        self._workplace.runner.read(
            self, lambda unit: links.at_desk(unit, client_id), done, self._refuse, "client"
        )

    def _show(self, person: AtDesk) -> None:
        if self._row.client == person.glance.id:
            self._row.show_person(person)
            self._form.read_back()

    def _refuse(self, refused: Refused) -> None:
        """Whoever was to be linked cannot be; the visit is anonymous then."""
        if refused.code in STORE:
            self._workplace.trouble.tell(refused)
        else:
            self._row.show_person(None)
            self._form.read_back()
            self._workplace.undo.tell(sentence(refused))
