"""Referrals of the period by authority and outcome, as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.statistics.referral_sheet import referral_sheet
from app.domain.referral_figures import ReferralFigures
from app.localization import _, _p
from app.referral_words import Names
from app.ui.charts.hand_out import copy_sheet
from app.ui.charts.sheet_view import SheetView
from app.ui.widgets.card import Card
from app.ui.widgets.label import Label


class ReferralsCard(Card):
    """As high as its rows; `copied` tells that they were handed out."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.note = SheetView(whole=True), Label("help", "dim", wraps=True)
        self._notes: tuple[str, ...] = ()
        self.content.addWidget(self.table)
        self.content.addWidget(self.note)
        self.content.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.linked.connect(self.copy)
        self.table.copy_asked.connect(self.copy)
        self._retranslate()

    def show_figures(self, figures: ReferralFigures, names: Names, notes: tuple[str, ...]) -> None:
        """The referrals of the portals; `notes` go along with what is copied."""
        self._notes = notes
        self.table.load(referral_sheet(figures, names))
        said = [_("Counted on the day of the slip, with what has come of it by today.")]
        if figures.romaniportti is not None:
            apart = _("Romaniportti, apart")
            said.append(f"{apart}: {figures.romaniportti}.")
        self.note.setText(" ".join(said))

    def copy(self) -> None:
        """The table to the clipboard."""
        copy_sheet(self.table.sheet(), self.heading.text(), self._notes)
        self.copied.emit("table")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_heading(_p("referral", "Referrals"))
        self.set_link(_("Copy"))
        self.table.setAccessibleName(_p("referral", "Referrals"))
