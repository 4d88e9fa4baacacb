"""The tally page and the store: a day's list recorded in one go, and taken back in one."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.errors import Refused
from app.domain.visit import Visit
from app.localization import _, _n, current
from app.services import drafts, tally
from app.services.drafts import ListDraft
from app.services.unit import Unit
from app.services.visits import new_id
from app.ui.check_in.drafting import Drafting
from app.ui.check_in.tally_page import Cells, TallyPage
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.sentences import sentence


class Tallying(QObject):
    """Answers what the tally page asks; an unfinished list survives a crash as a form does."""

    def __init__(self, page: TallyPage, workplace: Workplace) -> None:
        super().__init__(page)
        self._page, self._workplace = page, workplace
        self._runner, self._undo = workplace.runner, workplace.undo
        self._id, self._begun = new_id(), False
        self._drafting = Drafting(self._runner, self._keeping, self)
        page.changed.connect(self._drafting.soon)
        page.day_changed.connect(self._ask_already)
        page.saved.connect(self._save)

    def begin(self) -> None:
        """The page is ready; the first time, what was left unfinished comes back."""
        first, self._begun = not self._begun, True
        if first:
            code = self._workplace.location.code
            self._runner.read(self, lambda unit: drafts.load_list(unit, code), self._bring_back)

    def finish(self) -> None:
        """The page goes; what was counted on it stays."""
        self._drafting.finish()

    def _keeping(self) -> Callable[[Unit], None]:
        code, cells = self._workplace.location.code, self._page.cells()
        if not cells:
            return lambda unit: drafts.forget_list(unit, code)
        draft = ListDraft(code, self._page.written_day(), cells)
        return lambda unit: drafts.save_list(unit, draft)

    def _bring_back(self, draft: ListDraft | None) -> None:
        if draft is not None and not self._page.cells():
            self._page.put(draft.day, draft.cells)
            self._undo.tell(_("Your unfinished list is back"))

    def _ask_already(self, day: date) -> None:
        code = self._workplace.location.code
        self._runner.read(
            self, lambda unit: tally.already(unit, code, day), self._page.warn, ticket="already"
        )

    def _save(self, day: date, cells: Cells) -> None:
        code, first = self._workplace.location.code, self._id
        self._id = new_id()
        self._page.clear()
        self._drafting.rest()
        self._runner.write(
            self,
            lambda unit: tally.record(unit, code, day, cells, first),
            partial(self._on_saved, day, cells),
            partial(self._on_refused, day, cells, first),
            partial(self._on_refused, day, cells, first),
        )

    def _on_saved(self, day: date, cells: Cells, recorded: list[Visit]) -> None:
        title = _n("{n} visit recorded", "{n} visits recorded", len(recorded))
        detail = _("List of {day}", day=current().short_date(day))
        self._undo.push(title, detail, partial(self._take_back, day, cells, recorded))
        self._ask_already(day)

    def _on_refused(self, day: date, cells: Cells, first: UUID, refused: Refused) -> None:
        """Nothing was saved: the numbers come back, as the same list."""
        self._id = first
        self._page.put(day, cells)
        if refused.code in STORE:
            self._workplace.trouble.tell(refused, self._page.finish)
        else:
            self._undo.tell(_("List not recorded"), sentence(refused))

    def _take_back(self, day: date, cells: Cells, recorded: list[Visit]) -> None:
        ids = [visit.id for visit in recorded]

        def taken_back(_nothing: None) -> None:
            self._page.put(day, cells)
            self._undo.tell(_("List taken back"), current().short_date(day))

        self._runner.write(self, lambda unit: tally.take_back(unit, ids), taken_back)
