"""The page of the tab: what is shown of an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.domain.overview import OpenDays
from app.localization import _
from app.ui.statistics.answer import Answer, Crossed, PublicAnswer
from app.ui.statistics.asking import Asking
from app.ui.statistics.content import Content
from app.ui.statistics.form import Form
from app.ui.statistics.page_view import PageView
from app.ui.statistics.pictures import crossed as crossed_picture
from app.ui.statistics.pictures import internal_content
from app.ui.statistics.public_pictures import public_content


class Page(PageView):
    """Shows an answer, exact or public."""

    def __init__(self, asking: Asking, today: Callable[[], date], chooses: bool) -> None:
        super().__init__(asking, today, chooses)
        self.answer: Answer | PublicAnswer | None = None
        self.crossed: Crossed | None = None
        self.form = Form.STACKED
        self._connect()
        self._retranslate()

    def show_answer(self, answer: Answer | PublicAnswer) -> None:
        """All of it."""
        self.answer = answer
        self.pickers.load(answer.lists)
        self._redraw()

    def ask_for_location(self) -> None:
        """Nothing can be shown of no location."""
        self.answer = self.crossed = None
        for part in (self.banner, self.strip, self.charts, self.tables):
            part.hide()
        self.empty.set_texts(_("Choose a location."))
        self.empty.show()

    def show_crossed(self, crossed: Crossed | None) -> None:
        """Two breakdowns against each other, or only one again."""
        self.crossed = crossed
        self._redraw()

    def set_form(self, form: Form) -> None:
        """Another form of the chart over time."""
        self.form = form
        self._redraw()

    def may_leave(self) -> bool:
        """Whether what is shown is of the mode that is chosen: until then nothing goes out."""
        exact = isinstance(self.answer, Answer)
        return self.answer is not None and exact is self.pickers.asking.internal

    def open_days(self) -> OpenDays | None:
        """Those of an exact answer."""
        return self.answer.overview.now.open_days if isinstance(self.answer, Answer) else None

    def open_silent_days(self) -> None:
        """The open days without entry, by name."""
        days = self.open_days()
        if self.answer is not None and days is not None and days.silent:
            self.days.open(days.silent, self.answer.lists, self.strip.cells[2])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _connect(self) -> None:
        self.strip.opened.connect(self.open_silent_days)
        self.empty.acted.connect(partial(self.pickers.go, -1))
        self.over_time.more_entries = self._offer_forms

    def _offer_forms(self, menu: QMenu) -> None:
        menu.addSeparator()
        group = QActionGroup(menu)
        for form, words in (
            (Form.STACKED, _("Locations stacked")),
            (Form.BESIDE, _("Locations side by side")),
            (Form.LINES, _("Locations as lines")),
        ):
            line = menu.addAction(words)
            line.setObjectName(form)
            line.setCheckable(True)
            line.setChecked(form is self.form)
            line.triggered.connect(partial(self.set_form, form))
            group.addAction(line)

    def _content(self, answer: Answer | PublicAnswer) -> Content:
        if isinstance(answer, PublicAnswer):
            return public_content(answer, self.form)
        return internal_content(answer, self.form)

    def _redraw(self) -> None:
        if self.answer is None:
            return
        content = self._content(self.answer)
        self.strip.show_figures(content.figures)
        self.over_time.show_all(content.over_time)
        self.topics.show_all(content.topics)
        self.clock.show_all(content.clock)
        self.numbers.show_numbers(content.numbers, content.note, content.notes)
        if content.referrals is not None:
            self.referrals.show_numbers(content.referrals, content.referrals_note, content.notes)
        if self.breakdown.crossed() is None:
            self.breakdown.show_breakdown(content.breakdown)
        elif self.crossed is not None and isinstance(self.answer, Answer):
            self.breakdown.show_breakdown(crossed_picture(self.crossed, self.answer))
        self._show_parts(content)
        self.banner.show_answer(self.answer)

    def _show_parts(self, content: Content) -> None:
        """What there is to see: nothing to draw where nobody came, one line of Romaniportti."""
        self.strip.setVisible(content.portals)
        self.charts.setVisible(content.visited)
        self.breakdown.setVisible(content.visited)
        referred = content.referrals is not None
        self.referrals.setVisible(referred)
        told = content.visited or referred or content.apart
        self.tables.setVisible(told or not content.portals)
        self.empty.set_texts(
            _("No visits in this period at the locations chosen."), _("Earlier period"), "Ctrl ←"
        )
        self.empty.setVisible(content.portals and not content.visited)

    def _retranslate(self) -> None:
        if self.answer is None:
            self.empty.set_texts(_("Choose a location."))
        self._redraw()
