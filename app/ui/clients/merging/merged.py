"""On the card: what was merged into the client in hand, and the way to take it apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.days import local_day
from app.domain.isolates import named
from app.domain.roles import Right, rights_of
from app.localization import _, current
from app.services import merging
from app.services.merging import Merge
from app.services.unit import Changes
from app.ui.clients.merging.saving import MergeSaving
from app.ui.clients.part import Part
from app.ui.settings.two_ways import TwoWays
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label


class Merged(Part):
    """Hidden where nothing was merged, and for who may not merge."""

    shown_by = Changes.CLIENTS

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._may = Right.MERGE_CLIENTS in rights_of(workplace.runner.desk.actor.roles)
        self.merges: Sequence[Merge] = ()
        self.heading, self.apart, self.question = Label("section"), Link(), TwoWays("warning")
        self.lines: list[Label] = []
        self.saving = MergeSaving(workplace, self)
        self._grid, self._column = QGridLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.question)
        self._grid.addWidget(self.apart, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(2, 1)
        self.apart.clicked.connect(self.ask_apart)
        self.question.acted.connect(self._take_apart)
        self.question.left.connect(self._keep)
        self.question.closed.connect(self._keep)
        active().changed.connect(self._restyle)
        self._restyle()
        self.clear()

    def read(self) -> None:
        if self._may:
            self.ask(merging.merges, self._show)

    def clear(self) -> None:
        self._show(())

    def ask_apart(self) -> None:
        """Ask, since nothing puts two records together again as they are now."""
        self.question.ask(
            lambda: (
                _("Take these two records apart?"),
                _("Each says again what it said before. What was entered since stays here."),
                _("Take apart"),
                _("Keep merged"),
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _keep(self) -> None:
        self.question.hide()
        self.apart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_apart(self) -> None:
        self.question.hide()
        if self.merges:
            self.saving.take_apart(self.merges[0].id)

    def _show(self, merges: Sequence[Merge]) -> None:
        for line in self.lines:
            self._grid.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.merges, self.lines = merges, [Label("body") for _one in merges]
        for row, line in enumerate(self.lines):
            self._grid.addWidget(line, row, 0)
        self.question.hide()
        self.apart.setVisible(bool(merges) and merges[0].is_newest)
        self.setVisible(bool(merges))
        self._retranslate()

    def _retranslate(self) -> None:
        self.heading.setText(_("Merged into this record"))
        self.apart.set_texts(_("Take apart"))
        for line, one in zip(self.lines, self.merges, strict=True):
            day = current().full_date(local_day(one.at))
            line.setText(current().listing([named(one.name), str(one.number), day]))

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(4))
        self._grid.setHorizontalSpacing(theme.space(12))
        self._grid.setVerticalSpacing(theme.space(2))
