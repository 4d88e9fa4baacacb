"""Two records of one person side by side, in the place of the card."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.client import Client
from app.domain.errors import Refused
from app.domain.isolates import named
from app.localization import _
from app.ui.clients.merging.lines import MergeLines
from app.ui.clients.merging.preview import MergePreview
from app.ui.clients.merging.reading import Pair, read_pair
from app.ui.clients.merging.saving import MergeSaving
from app.ui.clients.record.foot import RecordFoot
from app.ui.settings.panes import Scroll
from app.ui.shell.trouble import STORE
from app.ui.sign_in.notice import Notice
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label
from app.words.sentences import sentence

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MergePage(QFrame):
    """`merged` carries the id of the client that both records are now; `closed` by Esc.

    Without the other record it waits for one to be looked up.
    """

    merged = Signal(object)
    closed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._workplace = workplace
        self.pair: Pair | None = None
        self._kept: Client | None = None
        self.saving = MergeSaving(workplace, self)
        self.heading, self.lead = Label("title"), Label("help", "dim", wraps=True)
        self.turn, self.notice = Link(), Notice()
        self.lines, self.preview, self.foot = MergeLines(), MergePreview(), RecordFoot()
        self._page, self._top = QWidget(), QHBoxLayout()
        self._inner = QVBoxLayout(self._page)
        self.area = Scroll(self._page)
        self._arrange()
        self._connect()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    @property
    def waits(self) -> bool:
        """Whether another record is yet to be looked up."""
        return self.pair is None and self._kept is not None

    def wait(self, kept: Client) -> None:
        """Another record is to be merged into this one; which, is not known yet."""
        self._show(None)
        self._kept = kept
        self._retranslate()

    def begin(self, kept: UUID, other: UUID) -> None:
        """Compare two records; the first one is to be kept."""
        code = self._workplace.location.code

        def read() -> None:
            self._workplace.runner.read(
                self, lambda unit: read_pair(unit, code, kept, other), show, refuse, ticket="pair"
            )

        def show(pair: Pair) -> None:
            self._show(pair)
            self.lines.begin()

        def refuse(refused: Refused) -> None:
            self._tell(refused)
            if refused.code in STORE:
                self._workplace.trouble.tell(refused, read)

        read()

    def merge(self) -> None:
        """Merge as it is chosen."""
        if self.pair is not None and not self.saving.busy:
            self.notice.tell(None)
            self.saving.merge(self.pair.compared, self.lines.choices())
            self._retranslate()

    def leave(self) -> None:
        """Nothing is merged."""
        self.forget()
        self.closed.emit()

    def forget(self) -> None:
        """Nobody's records are in the page any more."""
        self._kept = None
        self._show(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in ENTER and control:
            self.merge()
        elif control or not self.lines.press(event.text()):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _connect(self) -> None:
        self.lines.changed.connect(self._preview)
        self.turn.clicked.connect(self._turn)
        self.foot.saved.connect(self.merge)
        self.foot.left.connect(self.leave)
        self.saving.merged.connect(self._done)
        self.saving.refused.connect(self._refuse)

    def _turn(self) -> None:
        """The other one of both is kept."""
        if self.pair is not None:
            self.begin(self.pair.compared.other.id, self.pair.compared.kept.id)

    def _show(self, pair: Pair | None) -> None:
        self.pair = pair
        self.notice.tell(None)
        self.lines.show_pair(pair)
        stops: list[QWidget] = [self.turn, *self.lines.all_options(), self.foot.leave]
        for before, stop in pairwise([*stops, self.foot.save]):
            self.setTabOrder(before, stop)
        self._retranslate()

    def _done(self, kept: UUID) -> None:
        self.forget()
        self.merged.emit(kept)

    def _refuse(self, refused: Refused) -> None:
        """Somebody was first: what they left is compared anew."""
        if refused.code == "client_changed" and self.pair is not None:
            self.begin(self.pair.compared.kept.id, self.pair.compared.other.id)
        self._tell(refused)

    def _tell(self, refused: Refused) -> None:
        if refused.code not in STORE:
            self.notice.tell(lambda: sentence(refused))
        self._retranslate()

    def _preview(self) -> None:
        self.preview.show_result(self.pair, self.lines.choices())

    def _retranslate(self) -> None:
        pair = self.pair
        self.heading.setText(_("Merge two records"))
        self.lead.setText(self._lead())
        self.turn.setVisible(pair is not None)
        number = pair.compared.other.number if pair is not None else ""
        self.turn.set_texts(_("Keep {number} instead", number=number))
        self.lines.setVisible(pair is not None)
        self.lines.retranslate()
        self._preview()
        self.foot.set_texts(_("Leave"), _("Merge"))
        self.foot.say("", pair is not None and not self.saving.busy)

    def _lead(self) -> str:
        if self.pair is not None and self.lines.options:
            return _("Choose what stands, line by line: 1 for the first, 2 for the second.")
        if self.pair is not None:
            return _("Both records say the same.")
        if self._kept is not None:
            name = named(self._kept.record.name)
            return _("Look up the other record of {name}, then press Enter.", name=name)
        return ""

    def _arrange(self) -> None:
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self.turn)
        for widget in (self.lead, self.notice):
            self._inner.addWidget(widget)
        self._inner.addWidget(self.lines)
        self._inner.addWidget(self.preview)
        self._inner.addStretch(1)
        line = QFrame()
        line.setProperty("line", "across")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(line)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)

    def _restyle(self) -> None:
        theme = active()
        side = theme.space(16)
        self._top.setContentsMargins(side, theme.space(12), side, theme.space(10))
        self._top.setSpacing(theme.space(12))
        self._inner.setContentsMargins(side, theme.space(12), side, theme.space(12))
        self._inner.setSpacing(theme.space(14))
