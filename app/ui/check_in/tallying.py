"""The tally page and the store: a day's list recorded in one go, and taken back in one."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from app.domain.errors import Refused
from app.domain.visit import Visit
from app.localization import _, _n, current
from app.sentences import sentence
from app.services import tally
from app.ui.check_in.tally_page import Cells, TallyPage
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace


class Tallying(QObject):
    """Answers what the tally page asks."""

    def __init__(self, page: TallyPage, workplace: Workplace) -> None:
        super().__init__(page)
        self._page, self._workplace = page, workplace
        self._runner, self._undo = workplace.runner, workplace.undo
        page.day_changed.connect(self._ask_already)
        page.saved.connect(self._save)

    def _ask_already(self, day: date) -> None:
        code = self._workplace.location.code
        self._runner.read(
            self, lambda unit: tally.already(unit, code, day), self._page.warn, ticket="already"
        )

    def _save(self, day: date, cells: Cells) -> None:
        code = self._workplace.location.code
        self._page.clear()
        self._runner.write(
            self,
            lambda unit: tally.record(unit, code, day, cells),
            partial(self._on_saved, day, cells),
            partial(self._on_refused, day, cells),
        )

    def _on_saved(self, day: date, cells: Cells, recorded: list[Visit]) -> None:
        title = _n("{n} visit recorded", "{n} visits recorded", len(recorded))
        detail = _("List of {day}", day=current().short_date(day))
        self._undo.push(title, detail, partial(self._take_back, day, cells, recorded))
        self._ask_already(day)

    def _on_refused(self, day: date, cells: Cells, refused: Refused) -> None:
        """Nothing was saved: the numbers come back."""
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
