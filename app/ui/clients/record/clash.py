"""Two amendments side by side: what stands is chosen line by line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.client import Record
from app.domain.client_change import Difference, Side
from app.localization import _
from app.services.amending import Clash
from app.ui.settings.panes import Scroll
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.ui.widgets.option import Option
from app.words.record import Known, part_word, value_words


class ClashPage(Scroll):
    """`changed` when a person has chosen; a line that both have changed waits for that."""

    changed = Signal()

    def __init__(self) -> None:
        page = QWidget()
        super().__init__(page)
        self.clash: Clash | None = None
        self._known: Known | None = None
        self.banner = Banner("warning")
        self.own, self.theirs = Label("section"), Label("section")
        self.options: dict[str, dict[Side, Option]] = {}
        self._labels: dict[str, Label] = {}
        self._column, self._grid = QVBoxLayout(page), QGridLayout()
        self._column.addWidget(self.banner)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self._grid.addWidget(self.own, 0, 1)
        self._grid.addWidget(self.theirs, 0, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        active().changed.connect(self._restyle_grid)
        self._restyle_grid()
        self._retranslate()

    def ask(self, clash: Clash, known: Known) -> None:
        """Show what differs, what one side alone has changed as chosen."""
        self.forget()
        self.clash, self._known = clash, known
        for row, one in enumerate(clash.differences, start=1):
            self._add(row, one)
        self._retranslate()
        first = next(iter(self.options.values()))
        first[Side.OWN].setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """There is nothing to choose any more."""
        self.clash = None
        old = [option for line in self.options.values() for option in line.values()]
        for widget in (*old, *self._labels.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.options, self._labels = {}, {}

    def chosen(self) -> Mapping[str, Side]:
        """What stands, for each line that is decided."""
        return {
            part: side
            for part, line in self.options.items()
            for side, option in line.items()
            if option.isChecked()
        }

    def is_decided(self) -> bool:
        return self.chosen().keys() == self.options.keys()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _add(self, row: int, one: Difference) -> None:
        label = self._labels[one.part] = Label("strong", wraps=True)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        line = self.options[one.part] = {side: Option() for side in Side}
        for column, (side, option) in enumerate(line.items(), start=1):
            option.setChecked(side is one.proposed)
            option.picked.connect(lambda part=one.part, side=side: self._pick(part, side))
            self._grid.addWidget(option, row, column)

    def _pick(self, part: str, side: Side) -> None:
        for one, option in self.options[part].items():
            option.setChecked(one is side)
        self.changed.emit()

    def _retranslate(self) -> None:
        self.banner.set_content(
            _("Somebody else has changed this client while you did"),
            _("Nothing of yours is lost and nothing is saved yet. Choose what stands."),
        )
        self.own.setText(_("Yours"))
        self.theirs.setText(_("Theirs"))
        if self.clash is None or self._known is None:
            return
        for part, line in self.options.items():
            self._labels[part].setText(part_word(part))
            records = {Side.OWN: self.clash.own, Side.THEIRS: self.clash.now.record}
            for side, option in line.items():
                heading = self.own if side is Side.OWN else self.theirs
                option.set_texts(
                    _value(records[side], part, self._known), heading.text(), part_word(part)
                )

    def _restyle_grid(self) -> None:
        theme = active()
        side = theme.space(16)
        self._column.setContentsMargins(side, theme.space(12), side, theme.space(12))
        self._column.setSpacing(theme.space(12))
        self._grid.setHorizontalSpacing(theme.space(12))
        self._grid.setVerticalSpacing(theme.space(8))


def _value(record: Record, part: str, known: Known) -> str:
    return value_words(record, part, known)
