"""From the answers to the page, and from the page to paper."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.client import Client
from app.domain.visit import Visit
from app.localization import _
from app.services.slips import Issued, SlipWish
from app.ui.referrals.form import Form
from app.ui.referrals.handing import Handing
from app.ui.referrals.preview import Preview
from app.ui.referrals.previewing import Previewing
from app.ui.shell.remembered import Remembered
from app.ui.tab import Workplace


class Answered(NamedTuple):
    """What is answered, and the visit or the client that the slip belongs to."""

    wish: SlipWish
    visit: Visit | None = None
    client: Client | None = None


class Making(QObject):
    """Joins the questions with the page. `changed` when the slip is another one."""

    changed = Signal()

    def __init__(self, form: Form, preview: Preview, workplace: Workplace) -> None:
        super().__init__(form)
        self._form, self._preview = form, preview
        self._location, self._undo = workplace.location.code, workplace.undo
        self.visit: Visit | None = None
        self.client: Client | None = None
        self.previewing = Previewing(preview, workplace.runner)
        self.handing = Handing(preview, workplace, self.whole_wish)
        form.changed.connect(self._on_changed)
        form.unlinked.connect(self._unlink)
        preview.paper_chosen.connect(self._on_paper)
        self.previewing.told.connect(self._show_able)
        self.handing.turned.connect(self._show_able)
        self.handing.issued.connect(self._on_issued)

    def wish(self) -> SlipWish:
        """What is answered so far."""
        paper = self._preview.chosen_paper()
        visit = self.visit.id if self.visit is not None else None
        client = self.client.id if self.client is not None else None
        answered = self._form.answers.wish(self._location)
        return replace(answered, paper=paper, visit=visit, client=client)

    def whole_wish(self) -> SlipWish | None:
        """What is answered, once it is enough for a slip that can be made."""
        if self._form.answers.missing():
            return None
        wish = self.wish()
        return None if self.previewing.refuses(wish) else wish

    def put(self, wish: SlipWish, visit: Visit | None = None, client: Client | None = None) -> None:
        """Other answers in place of these."""
        self._form.put(wish)
        self._link(visit, client)

    def put_issued(self, issued: Issued, visit: Visit | None) -> None:
        """A slip that has left already; as long as nothing is changed it keeps its number."""
        self._preview.put_paper(issued.wish.paper)
        self.put(issued.wish, visit)
        self.handing.keep(replace(issued, wish=self.wish()))

    def clear(self) -> Answered | None:
        """No answers; what they were, if there were any."""
        before = Answered(self.wish(), self.visit, self.client)
        self.put(SlipWish((), "", "", self._location))
        empty = self.wish()
        return None if replace(before.wish, beside=empty.beside) == empty else before

    def follow(self) -> None:
        """Show the page that the answers make, or what is missing for one."""
        if self._form.answers.missing():
            self.previewing.ask(None)
            self._preview.show_empty(self._form.answers.missing)
        elif self.handing.before(self.wish()) is None:
            self.previewing.ask(self.wish())
        self._show_able()

    def _link(self, visit: Visit | None, client: Client | None) -> None:
        self.visit, self.client = visit, client
        self._form.show_whom(visit, client)
        self._on_changed()

    def _unlink(self) -> None:
        """The slip belongs to no visit and to nobody any more."""
        whose = self.visit, self.client

        def back() -> None:
            if (self.visit, self.client) == (None, None) and self.handing.last is None:
                self._link(*whose)

        self._link(None, None)
        done = _("The slip is for no visit") if whose[0] else _("The slip is for no client")
        self._undo.push(done, "", back)

    def _on_changed(self) -> None:
        """Another answer is another slip, with a number of its own."""
        self.handing.forget()
        self._form.show_number("")
        self.follow()
        self.changed.emit()

    def _on_paper(self) -> None:
        Remembered().change(paper=self._preview.chosen_paper().value)
        self._on_changed()

    def _on_issued(self, issued: Issued) -> None:
        if issued.wish == self.wish():
            self._form.show_number(issued.number)
            self.previewing.show_issued(issued)

    def _show_able(self) -> None:
        self._preview.set_able(self.handing.possible)
