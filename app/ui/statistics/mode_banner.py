"""What is to be known of the numbers in sight: exact ones are internal, public ones stay."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.documents.public.words import late_note
from app.localization import _
from app.ui.statistics.answer import Answer, PublicAnswer
from app.ui.widgets.banner import Banner


class ModeBanner(Banner):
    """`corrected`: a year's corrections are to be handed out, by a person who may decide that."""

    corrected = Signal(int)

    def __init__(self, may_decide: bool) -> None:
        super().__init__()
        self._may_decide = may_decide
        self._years: tuple[int, ...] = ()
        self.acted.connect(self._tell)

    def show_answer(self, answer: Answer | PublicAnswer) -> None:
        """The words for these numbers, in the language in use."""
        if isinstance(answer, Answer):
            self.set_kind("info", "lock")
            self.set_content(
                _("For internal use only: exact numbers. A small one can tell of a person.")
            )
            self.show()
            return
        late = answer.view.late
        self._years = tuple(sorted({day.year for day in late}))
        self.set_kind("warning")
        self.set_content(
            late_note(answer.view),
            _("Beside the numbers handed out before, new ones may tell of single visits."),
            _("Tell the corrected numbers"),
        )
        self.setVisible(bool(late) and self._may_decide)

    def _tell(self) -> None:
        for year in self._years:
            self.corrected.emit(year)
