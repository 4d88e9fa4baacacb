"""The merge page and the store: a merge, and its way back."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Refused
from app.domain.isolates import named
from app.domain.merging.fields import Choices
from app.localization import _
from app.services import merging
from app.services.merging import Comparison, Merge
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.sentences import sentence


class MergeSaving(QObject):
    """`merged` carries the id of the client that was kept, `refused` what the page can say.

    `apart` tells that a merge was undone, with the id of the client that was kept.
    """

    merged = Signal(object)
    refused = Signal(object)
    apart = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.busy = False

    def merge(self, compared: Comparison, choices: Choices) -> None:
        """Merge two records as they were compared."""
        kept, other = compared.kept, compared.other
        revisions, chosen = (kept.revision, other.revision), dict(choices)

        def done(merge: Merge) -> None:
            self.busy = False
            self._workplace.undo.push(
                _("Records merged"), named(kept.record.name), lambda: self.take_apart(merge.id)
            )
            self.merged.emit(kept.id)

        def refuse(refused: Refused) -> None:
            self.busy = False
            if refused.code in STORE:
                self._workplace.trouble.tell(refused, lambda: self.merge(compared, choices))
            self.refused.emit(refused)

        self.busy = True
        self._workplace.runner.write(
            self,
            lambda unit: merging.merge(unit, kept.id, other.id, chosen, revisions),
            done,
            refuse,
            refuse,
        )

    def take_apart(self, merge_id: UUID) -> None:
        """Undo a merge."""

        def done(both: tuple[UUID, UUID]) -> None:
            self._workplace.undo.tell(_("Records taken apart"))
            self.apart.emit(both[0])

        def refuse(refused: Refused) -> None:
            if refused.code in STORE:
                self._workplace.trouble.tell(refused, lambda: self.take_apart(merge_id))
            else:
                self._workplace.undo.tell(_("Not taken apart"), sentence(refused))

        self._workplace.runner.write(
            self, lambda unit: merging.take_apart(unit, merge_id), done, refuse
        )
