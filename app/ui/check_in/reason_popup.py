"""Why a visit is amended or voided, or a slip: one key for a usual reason, or one's own words."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.line import clean_line
from app.domain.visit import REASON_MAX
from app.localization import _, _n
from app.ui.check_in.speech import reason_words
from app.ui.widgets.button import Button, Link
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.field import Field
from app.ui.widgets.key_cap import ENTER
from app.ui.widgets.label import Label
from app.ui.widgets.popup import Popup

TO_AMEND = ("wrong_choice", "left_out")
TO_VOID = ("by_mistake", "twice", "wrong_location")


class ReasonPopup(Popup):
    """Asks for a reason and hands it to whoever opened it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, padding=12)
        self._take: Callable[[str], None] | None = None
        self.question, self.field = Label("strong", wraps=True), Field()
        self.reasons = ChipGroup(digits=True)
        self.leave, self.go = Link(), Button(filled=True)
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.go)
        for widget in (self.question, self.reasons, self.field):
            self.column.addWidget(widget)
        self.column.addLayout(foot)
        self.leave.clicked.connect(self.hide)
        self.go.clicked.connect(self._finish)
        self.field.entered.connect(self._finish)
        self.field.edited.connect(self._on_edited)
        self.reasons.changed.connect(lambda: self.field.set_text(""))

    def ask(
        self,
        question: str,
        verb: str,
        codes: Sequence[str],
        anchor: QWidget,
        take: Callable[[str], None],
        words: Mapping[str, str] | None = None,
    ) -> None:
        """Ask `question` under `anchor`; `take` gets a code of `codes` or what was written.

        `words` are those of the codes, where they are not those of a visit.
        """
        self._take = take
        known = words or reason_words()
        self.question.setText(question)
        self.reasons.set_chips([ChipText(code, known[code]) for code in codes])
        self.reasons.set_chosen(codes[:1])
        self.field.set_text("")
        self.field.set_error(None)
        self.field.set_placeholder(_("Another reason"))
        self.leave.set_texts(_("Leave as it was"), "Esc")
        self.go.set_texts(verb, ENTER)
        self.show_under(anchor, 60)
        next(iter(self.reasons.chips.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        over = len(clean_line(text)) - REASON_MAX
        self.field.set_error(
            _n("{n} character too many.", "{n} characters too many.", over) if over > 0 else None
        )
        if text:
            self.reasons.set_chosen(())

    def _finish(self) -> None:
        reason = clean_line(self.field.text()) or next(iter(self.reasons.chosen()), "")
        if not self.isVisible() or len(reason) > REASON_MAX:
            return
        if not reason:
            self.field.set_error(_("Write a reason."))
            return
        self.hide()
        if self._take is not None:
            self._take(reason)
