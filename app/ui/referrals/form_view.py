"""How the slip's questions are laid out: they scroll, the name and the number stay in sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.localization import _
from app.ui.referrals.answers import Answers
from app.ui.referrals.question import Question
from app.ui.settings.two_ways import TwoWays
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Link
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.field import FieldBox
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label

LOW_UNITS: Final = 40


class FormView(QFrame):
    """All the parts of the form; chips are lower where the height is short."""

    def __init__(self, today: Callable[[], date], usual: str) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        asked = self.answers = Answers(today, usual, self)
        self.heading, self.clear = Label("title"), Link()
        self.visit, self.unlink = ElidedLabel("help", "dim"), Link(ink="dim")
        self.whom = Icon("clipboard-pen")
        self.violence, self.discreet = TwoWays("warning", narrow=True), Banner("info")
        self.number = Label("help", "dim", wraps=True)
        self.area, self._page = QScrollArea(), QWidget()
        self.questions = {
            "services": Question(asked.services, self.violence, self.discreet),
            "matter": Question(FieldBox(asked.matter)),
            "language": Question(asked.language),
            "beside": Question(asked.beside),
            "bring": Question(asked.bring),
            "time": Question(asked.time),
            "interpreter": Question(asked.interpreter),
        }
        self._inner, self._head, self._foot = QVBoxLayout(self._page), QHBoxLayout(), QVBoxLayout()
        self._numbered, self._linked = QHBoxLayout(), QWidget()
        self._visit_row = QHBoxLayout(self._linked)
        self._arrange()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        asked.services.rebuilt.connect(self._on_rebuilt)
        for group in asked.groups():
            group.rebuilt.connect(self._on_rebuilt)
        active().changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def retranslate(self) -> None:
        """All words but those of the number and of what is chosen."""
        self.heading.setText(_("Slip"))
        self.clear.set_texts(_("Start over"), "Ctrl H")
        for key, words in {
            "services": _("Service"),
            "matter": _("Matter, in general words"),
            "language": _("Visitor's language"),
            "beside": _("Beside it"),
            "bring": _("To bring along"),
            "time": _("Appointment"),
            "interpreter": _("Interpreter"),
        }.items():
            self.questions[key].set_label(words)
        self.answers.matter.setAccessibleName(_("Matter, in general words"))
        self.discreet.set_kind("info", "eye-off")
        self.discreet.set_content(
            _("This slip is discreet."),
            _("It says a telephone and hours, and neither the service nor the matter nor a name."),
        )

    def _on_rebuilt(self) -> None:
        """The Tab key goes in the order of reading."""
        self._restyle()
        asked = self.answers
        stops: list[QWidget] = [self.clear, self.unlink, *asked.services.rows]
        stops += [self.violence.action, self.violence.other, asked.matter]
        stops += [*asked.language.group.chips.values(), asked.language.switch]
        stops += [*asked.beside.chips.values(), *asked.bring.chips.values()]
        stops += [*asked.time.group.chips.values(), asked.time.day.edit, asked.time.clock.edit]
        stops += [*asked.interpreter.chips.values(), asked.name.field.edit, asked.name.link]
        for before, stop in pairwise(stops):
            self.setTabOrder(before, stop)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What the keyboard reaches is in view."""
        if new is not None and self._page.isAncestorOf(new):
            self.area.ensureWidgetVisible(new, 0, active().space(16))

    def _arrange(self) -> None:
        for question in self.questions.values():
            self._inner.addWidget(question)
        self._inner.addStretch(1)
        self._page.setProperty("page", "true")
        self.area.setWidget(self._page)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.discreet.hide()
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.clear)
        self.unlink.set_icon("x")
        self._visit_row.addWidget(self.whom, 0, Qt.AlignmentFlag.AlignVCenter)
        self._visit_row.addWidget(self.visit, 1)
        self._visit_row.addWidget(self.unlink)
        self._linked.hide()
        foot = QFrame()
        foot.setProperty("panel", "quiet")
        foot.setLayout(self._foot)
        self._foot.addWidget(self.answers.name)
        self._numbered.addWidget(Icon("hash"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._numbered.addWidget(self.number, 1)
        self._foot.addLayout(self._numbered)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._linked)
        column.addWidget(self.area, 1)
        column.addWidget(foot)

    def _restyle(self) -> None:
        theme = active()
        low = self.height() < theme.units(LOW_UNITS)
        side = theme.space(14)
        self._head.setContentsMargins(side, theme.space(10), theme.space(10), theme.space(4))
        self._visit_row.setContentsMargins(side, 0, theme.space(10), theme.space(4))
        self._visit_row.setSpacing(theme.space(6))
        self._inner.setContentsMargins(side, theme.space(4), side, theme.space(12))
        self._inner.setSpacing(theme.space(8 if low else 12))
        for group in self.answers.groups():
            group.set_tight(low)
        self._foot.setContentsMargins(side, theme.space(8), side, theme.space(8))
        self._foot.setSpacing(theme.space(4))
        self._numbered.setSpacing(theme.space(8))
