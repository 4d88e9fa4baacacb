"""How the slip in hand is laid out: it scrolls, what can be done next stays in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button, Link
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label


class SlipView(QFrame):
    """All the parts; whoever owns it puts the services into `inner`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.heading, self.about = Label("title"), Label("help", "dim", wraps=True)
        self.void, self.again, self.reprint = Link(), Button(), Button()
        self.voided, self.moved = Banner("danger"), Banner("warning")
        self.note, self.why_not = (Label("help", "dim", wraps=True) for _time in range(2))
        self.empty, self.area, self.page = EmptyState(), QScrollArea(), QWidget()
        self.inner = QVBoxLayout()
        self._around, self._head, self._foot = QVBoxLayout(self.page), QHBoxLayout(), QHBoxLayout()
        self._top, self._words = QVBoxLayout(), QVBoxLayout()
        self._whole = QWidget()
        self._stack = QStackedLayout(self)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()

    def show_any(self, any_slip: bool) -> None:
        """Whether there is a slip to show."""
        self._stack.setCurrentWidget(self._whole if any_slip else self.empty)

    def retranslate(self) -> None:
        """The words that are the same for every slip."""
        self.empty.set_texts(_("Choose a slip from the list, or write its number."))
        self.void.set_texts(_("Void…"), "Del")
        self.reprint.set_texts(_("Print again"))
        self.reprint.setToolTip(_("The same slip with the same number, as the directory is today"))
        self.again.set_texts(_("Make it anew"))
        self.again.setToolTip(_("A new slip of the same services, with a number of its own"))
        self.note.setText(_("What came of it is kept by the number, without a name."))
        self.why_not.setText(
            _("It cannot be made anew from here: which service it was is not kept or not told.")
        )
        self.moved.set_kind("warning", "map-pin")
        self.moved.set_content(
            _("A place on this slip has moved since."),
            _("Whoever has it goes to the old address."),
        )

    def _arrange(self) -> None:
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.void)
        self._top.addLayout(self._head)
        self._top.addWidget(self.about)
        for banner in (self.voided, self.moved):
            self._top.addWidget(banner)
            banner.hide()
        self._around.addLayout(self._top)
        self._around.addLayout(self.inner)
        self._around.addStretch(1)
        self.page.setProperty("page", "true")
        self.area.setWidget(self.page)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QFrame()
        foot.setProperty("panel", "quiet")
        foot.setLayout(self._foot)
        self._words.addWidget(self.note)
        self._words.addWidget(self.why_not)
        self._foot.addLayout(self._words, 1)
        for button in (self.again, self.reprint):
            self._foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(foot)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self.empty)

    def _restyle(self) -> None:
        theme = active()
        side = theme.space(14)
        self._top.setSpacing(theme.space(6))
        self._around.setContentsMargins(side, theme.space(10), side, theme.space(12))
        self._around.setSpacing(theme.space(12))
        self.inner.setSpacing(theme.space(16))
        self._foot.setContentsMargins(side, theme.space(8), side, theme.space(8))
        self._foot.setSpacing(theme.space(8))
        self._words.setSpacing(theme.space(4))
