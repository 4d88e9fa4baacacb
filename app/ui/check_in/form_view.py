"""How the check-in form is laid out: it has the shape of the keyboard."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.localization import _
from app.ui.check_in.client_row import ClientRow
from app.ui.check_in.foot import Foot
from app.ui.check_in.note import NoteRow
from app.ui.check_in.questions import COLUMNS, Questions
from app.ui.check_in.repeats import RepeatRow
from app.ui.check_in.rows import Rows
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.chip_group import ChipGroup

NARROW_CHARS, NARROW_COLUMNS = 110, 3


class FormView(QFrame):
    """The rows of the form, a notice below them, and the foot that is always in view.

    Chips are lower where the height is short, and labels stand above them where the width is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self.notice = Banner("info")
        self.repeats, self.questions, self.note = RepeatRow(), Questions(self), NoteRow()
        self.client = ClientRow()
        self.foot, self.rows, self.area = Foot(), Rows(), QScrollArea()
        self._labels = [self.rows.add(content) for content in self._contents()]
        self._around = QVBoxLayout()
        self._arrange()
        self.notice.hide()
        for group in self.questions.groups():
            group.rebuilt.connect(self._order_stops)
            group.changed.connect(partial(self._bring_into_view, group))
        turns = self.note.turned, self.client.turned
        for turning in (*turns, *(group.rebuilt for group in self.questions.groups())):
            turning.connect(self.fit, Qt.ConnectionType.QueuedConnection)
        active().changed.connect(self.fit)

    def fit(self) -> None:
        """Fit the rows into the room that is there."""
        narrow = self.width() < active().chars(NARROW_CHARS)
        self.questions.set_columns(NARROW_COLUMNS if narrow else COLUMNS)
        self.foot.set_roomy(not narrow)
        side = 0 if self.notice.isHidden() else active().space(16)
        self._around.setContentsMargins(side, 0, side, side)
        width, height = self._room()
        for tight in (False, True):
            self.questions.set_tight(tight)
            self.repeats.set_tight(tight)
            self.client.set_tight(tight)
            self.rows.fit(width, height, narrow, tight)
            if fits := self.rows.height_for(width) <= height:
                break
        # A scroll bar takes width, and rows that wrap beside it would keep it there for ever.
        policy = Qt.ScrollBarPolicy
        self.area.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )

    def show_keys_live(self, live: bool) -> None:
        """An accent line round the form, and strong caps, while its keys are live."""
        if self.property("panel") != (panel := "live" if live else "card"):
            self.setProperty("panel", panel)
            self.style().unpolish(self)
            self.style().polish(self)
        self.questions.set_caps_faint(not live)
        self.repeats.set_caps_faint(not live)

    def retranslate(self) -> None:
        """All words but those of the notice and the foot's line."""
        words = (
            (_("Repeat"), ""),
            (_("Topic"), _("1–0, Q–I\nthe 1st is main")),
            (_("Language"), _("A–Ö")),
            (_("Municipality"), _("Z–M")),
            (_("Outcome"), _("Shift + 1–0")),
            (_("Channel"), ""),
            (_("Interpreter"), ""),
            (_("Client"), _("optional")),
            (_("Note"), _("optional")),
        )
        for label, (title, hint) in zip(self._labels, words, strict=True):
            label.set_texts(title, hint)
        self.questions.retranslate()
        self.client.retranslate()
        self.note.retranslate()
        self.foot.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _contents(self) -> tuple[QWidget, ...]:
        asked = self.questions
        return (
            self.repeats,
            asked.topics,
            asked.languages,
            asked.municipalities,
            asked.outcomes,
            asked.how,
            asked.help_row,
            self.client,
            self.note,
        )

    def _arrange(self) -> None:
        page = QWidget()
        page.setProperty("page", "true")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.rows)
        self._around.addWidget(self.notice)
        inner.addLayout(self._around)
        inner.addStretch(1)
        self.area.setWidget(page)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)

    def _room(self) -> tuple[int, int]:
        """The width and height that are there for the rows."""
        inner = self.contentsRect().adjusted(1, 1, -1, -1)
        height = inner.height() - self.foot.sizeHint().height()
        if not self.notice.isHidden():
            height -= self._around.totalHeightForWidth(inner.width())
        return inner.width(), height

    def _bring_into_view(self, group: ChipGroup) -> None:
        """What a key has just changed is seen, even where the form is longer than its room."""
        chosen = [group.chips[code] for code in group.chosen() if code in group.chips]
        margin = active().space(8)
        self.area.ensureWidgetVisible(chosen[-1] if chosen else group, margin, margin)

    def _order_stops(self) -> None:
        """The Tab key goes in the order of reading."""
        asked = self.questions
        stops: list[QWidget] = [self.repeats.time]
        for group in (asked.topics, asked.languages, asked.municipalities, asked.outcomes):
            stops += group.chips.values()
        stops += [*asked.channels.chips.values(), asked.persons]
        stops += [*asked.interpreter.chips.values(), asked.first_visit]
        stops += self.client.basis.chips.values()
        stops += [
            self.client.note,
            self.client.link,
            self.note.link,
            self.note.field.edit,
            self.foot.clear,
        ]
        stops += [self.foot.slip, self.foot.record]
        for before, stop in pairwise(stops):
            self.setTabOrder(before, stop)
