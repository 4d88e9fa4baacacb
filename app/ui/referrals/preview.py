"""The end of the tab: the page, its paper, and the ways out of the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.slip import Paper
from app.localization import _
from app.ui.referrals.failure import Failure
from app.ui.referrals.paper_view import PaperView
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.segments import Segments, SegmentText
from app.ui.widgets.waiting_line import WaitingLine


class Preview(QWidget):
    """Layout and words; whoever owns it tells what there is to see.

    `paper_chosen` when a person chose another size.
    """

    paper_chosen = Signal()

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.paper, self.page, self.note = Segments(), Label("help", "dim"), Label("help", "dim")
        self.before, self.after = Link(ink="text"), Link(ink="text")
        self.smaller, self.larger = Link(ink="text"), Link(ink="text")
        self.view, self.empty, self.failure = PaperView(), EmptyState(), Failure()
        self.copy, self.save, self.print = Button(), Button(), Button(filled=True)
        self._number, self._count = 0, 0
        self._why: Callable[[], str] = str
        self.waiting = WaitingLine(self)
        self._top, self._foot = QHBoxLayout(), QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._arrange()
        self._retranslate()
        self.paper.set_current(paper)
        self._connect()
        active().changed.connect(self._restyle)
        self._restyle()
        self._show(page=False)

    def put_paper(self, paper: Paper) -> None:
        """Show another size as chosen, without telling."""
        self.paper.set_current(paper)

    def chosen_paper(self) -> Paper:
        """The paper that is chosen."""
        return Paper(self.paper.current())

    def show_empty(self, words: Callable[[], str]) -> None:
        """`words` says why there is no page, in the language in use."""
        self._why = words
        self.empty.set_texts(words())
        self._show(page=False)

    def show_pages(self, number: int, count: int, invented: bool) -> None:
        """Which page of how many is in view, the first is 0; `invented` hours are told of."""
        self._number, self._count = number, count
        self._show(page=True)
        self.note.setVisible(invented)
        self._retranslate()

    def set_able(self, able: bool) -> None:
        """Whether the slip can leave the program."""
        for button in (self.copy, self.save, self.print):
            button.setEnabled(able)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self, page: bool) -> None:
        self.view.setVisible(page)
        self.note.hide()
        self.empty.setVisible(not page)
        for widget in (self.page, self.smaller, self.larger):
            widget.setVisible(page)
        for widget in (self.before, self.after):
            widget.setVisible(page and self._count > 1)
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number + 1 < self._count)
        self._able_to_zoom()

    def _able_to_zoom(self) -> None:
        self.smaller.setEnabled(self.view.may_zoom(-1))
        self.larger.setEnabled(self.view.may_zoom(1))

    def _zoom(self, step: int) -> None:
        self.view.zoom(step)
        self._able_to_zoom()

    def _connect(self) -> None:
        self.paper.changed.connect(self.paper_chosen)
        self.before.clicked.connect(lambda: self.view.turned.emit(-1))
        self.after.clicked.connect(lambda: self.view.turned.emit(1))
        self.smaller.clicked.connect(lambda: self._zoom(-1))
        self.larger.clicked.connect(lambda: self._zoom(1))

    def _arrange(self) -> None:
        self._top.addWidget(self.paper)
        self._top.addStretch(1)
        for widget in (self.before, self.page, self.after, self.smaller, self.larger):
            self._top.addWidget(widget)
        for link, icon in (
            (self.before, "chevron-left"),
            (self.after, "chevron-right"),
            (self.smaller, "zoom-out"),
            (self.larger, "zoom-in"),
        ):
            link.set_icon(icon)
        self.copy.set_icon("copy")
        self.save.set_icon("file-down")
        self.print.set_icon("printer")
        self._foot.addWidget(self.copy)
        self._foot.addWidget(self.save)
        self._foot.addStretch(1)
        self._foot.addWidget(self.print)
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.note.hide()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self.note)
        self._column.addWidget(self.failure)
        self._column.addLayout(self._foot)

    def _retranslate(self) -> None:
        self.paper.set_items(
            [
                SegmentText(Paper.A5, "A5", full_name=_("Paper A5, half a sheet")),
                SegmentText(Paper.A4, "A4", full_name=_("Paper A4, a whole sheet")),
                SegmentText(Paper.RECEIPT, _("80 mm"), full_name=_("Receipt, 80 mm wide")),
                SegmentText(Paper.LARGE, _("Large text"), full_name=_("Large text on paper A4")),
            ]
        )
        self.empty.set_texts(self._why())
        self.note.setText(_("The opening hours are invented: this is a demonstration."))
        self.page.setText(_("page {n}/{whole}", n=self._number + 1, whole=max(self._count, 1)))
        for link, words in (
            (self.before, _("Page before")),
            (self.after, _("Next page")),
            (self.smaller, _("Smaller")),
            (self.larger, _("Larger")),
        ):
            link.setToolTip(words)
            link.setAccessibleName(words)
        self.copy.set_texts(_("Copy"))
        self.copy.setToolTip(_("Copy the slip as text"))
        self.save.set_texts("PDF", "Ctrl S")
        self.save.setToolTip(_("Save the slip as PDF"))
        self.print.set_texts(_("Print slip"), "Ctrl P")

    def _restyle(self) -> None:
        theme = active()
        self._top.setSpacing(theme.space(4))
        self._foot.setSpacing(theme.space(6))
        self._column.setSpacing(theme.space(8))
