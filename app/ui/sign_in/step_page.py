"""A page of the first run: title and language above, help and the way on below."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.localization import _
from app.ui.sign_in.page import Page
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.label import Label
from app.ui.worker import Worker

Words = Callable[[], str]


class StepPage(Page):
    """`title` and `lead` give the words at the top; the page's own widgets go into `content`."""

    def __init__(self, worker: Worker, submit: Submit, title: Words, lead: Words) -> None:
        super().__init__(worker, submit)
        self._title, self._lead = title, lead
        self.title, self.lead = Label("name", wraps=True), Label("body", "dim", wraps=True)
        self.content = QVBoxLayout()
        self.helper, self.leave = Link(), Button()
        self.helper.clicked.connect(self.help)
        self.leave.clicked.connect(self.left)
        self._head, self._words = QHBoxLayout(), QVBoxLayout()
        self._foot = QHBoxLayout()
        self._arrange_head()
        self._arrange_foot()

    def set_free(self, free: bool) -> None:
        self.leave.setEnabled(free)
        self.helper.setEnabled(free)

    def leave_words(self) -> tuple[str, str]:
        """Words and key of the button beside the filled one."""
        return _("Back"), "Esc"

    def _arrange_head(self) -> None:
        for label in (self.title, self.lead):
            self._words.addWidget(label)
        self._head.addLayout(self._words, 1)
        self._head.addWidget(self.languages)
        self.column.addLayout(self._head)
        self.column.addWidget(self.notice)
        self.column.addLayout(self.content)
        self.column.addStretch(1)

    def _arrange_foot(self) -> None:
        self._foot.addWidget(self.helper)
        self._foot.addStretch(1)
        self._foot.addWidget(self.leave)
        self._foot.addWidget(self.submit)
        panel = QFrame()
        panel.setProperty("panel", "quiet")
        panel.setLayout(self._foot)
        self.frame.addWidget(panel)

    def _restyle(self) -> None:
        theme = active()
        side, top = theme.space(36), theme.space(12)
        self.column.setContentsMargins(side, theme.space(20), side, top)
        self.column.setSpacing(theme.space(16))
        self._words.setSpacing(theme.space(4))
        self._head.setSpacing(theme.space(16))
        self.content.setSpacing(theme.space(12))
        self._foot.setContentsMargins(side - theme.space(4), top, side, top)
        self._foot.setSpacing(theme.space(8))

    def _retranslate(self) -> None:
        self.title.setText(self._title())
        self.lead.setText(self._lead())
        self.lead.setVisible(bool(self.lead.text()))
        self.helper.set_texts(_("Help"), "F1")
        self.leave.set_texts(*self.leave_words())
