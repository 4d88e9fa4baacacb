"""One service of a slip and what came of it: a chip for each outcome, why below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.referral import Outcome, State, Why
from app.localization import _
from app.services.given import Told
from app.ui.referrals.given import words
from app.ui.referrals.question import Question
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill
from app.words.directory import in_use
from app.words.referrals import state_word, why_word


class ReferralRow(QFrame):
    """`entered` carries the `Outcome` that a person gave; `turner_asked` wants another turner.

    The chip that is chosen, pressed again, takes the outcome back. Turned away is kept once it
    is said why.
    """

    entered = Signal(object)
    turner_asked = Signal()

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.told = told
        self.name, self.pill = Label("strong", wraps=True), Pill()
        self.states, self.whys = ChipGroup(digits=True), ChipGroup(digits=True)
        self.why, self.by, self.another = Question(self.whys), Label("help", "dim"), Link()
        self._turner = QWidget()
        self._head, self._foot = QHBoxLayout(), QHBoxLayout(self._turner)
        self._column = QVBoxLayout(self)
        self._arrange()
        self.states.changed.connect(self._on_state)
        self.whys.changed.connect(self._on_why)
        self.another.clicked.connect(self.turner_asked)
        active().changed.connect(self._restyle)
        self._restyle()
        self.show_told(told)

    def show_told(self, told: Told) -> None:
        """The referral as it is kept."""
        self.told = told
        outcome = told.referral.outcome
        self.retranslate()
        self.states.set_chosen(() if outcome.state is State.ISSUED else (outcome.state,))
        self.whys.set_chosen((outcome.why,) if outcome.why else ())
        self._show_why()

    def begin(self) -> None:
        """The keyboard on the outcome."""
        chips = self.states.chips
        chosen = next(iter(self.states.chosen()), next(iter(chips)))
        chips[chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_turner(self, service: str) -> None:
        """Another service has turned the visitor away."""
        why = self.told.referral.outcome.why
        self.entered.emit(Outcome(State.TURNED_AWAY, service, why))

    def stops(self) -> list[QWidget]:
        """In the order of the Tab key."""
        return [*self.states.chips.values(), *self.whys.chips.values(), self.another]

    def retranslate(self) -> None:
        """All words."""
        told = self.told
        self.name.setText(words.service(told))
        kind, text, icon = words.state_pill(told.state)
        self.pill.set_state(kind, text, icon)
        self.states.set_chips([ChipText(one, state_word(one)) for one in words.STATES])
        self.whys.set_chips([ChipText(one, why_word(one)) for one in Why])
        self.states.setAccessibleName(_("What came of it: {service}", service=words.service(told)))
        self.why.set_label(_("Why turned away"))
        itself = told.by is None or told.referral.outcome.by == told.referral.target
        by = _("the service itself") if itself or told.by is None else in_use(told.by)
        self.by.setText(_("Turned away by: {who}", who=by))
        self.another.set_texts(_("By another…"))

    def _on_state(self) -> None:
        state = State(next(iter(self.states.chosen()), State.ISSUED))
        self._show_why()
        if state is not State.TURNED_AWAY:
            self.entered.emit(Outcome(state))
        elif (why := self.told.referral.outcome.why) is None:
            next(iter(self.whys.chips.values())).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.whys.set_chosen((why,))

    def _on_why(self) -> None:
        """A reason that is taken back stays: there is none without."""
        kept = self.told.referral.outcome
        chosen = next(iter(self.whys.chosen()), kept.why)
        if chosen is not None:
            self.whys.set_chosen((chosen,))
            self.entered.emit(Outcome(State.TURNED_AWAY, kept.by, Why(chosen)))

    def _show_why(self) -> None:
        away = State.TURNED_AWAY in self.states.chosen()
        kept = self.told.referral.outcome.state is State.TURNED_AWAY
        self.why.setVisible(away)
        self._turner.setVisible(away and kept)

    def _arrange(self) -> None:
        self._head.addWidget(self.name, 1)
        self._head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.addWidget(self.by)
        self._foot.addWidget(self.another)
        self._foot.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        for widget in (self.states, self.why, self._turner):
            self._column.addWidget(widget)

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(6))
        self._head.setSpacing(theme.space(8))
        self._foot.setSpacing(theme.space(4))
