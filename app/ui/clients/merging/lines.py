"""The fields in which two records differ, each with both data to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.client import Client
from app.domain.isolates import named
from app.domain.merging.fields import SEVERAL, Choices, Field, Side, differing
from app.domain.merging.record import merged
from app.localization import _
from app.ui.clients.merging.reading import Pair
from app.ui.clients.speech import born_and_number
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.ui.widgets.option import Option
from app.words.merging import field_word, field_words, kept_words

DIGITS = {"1": Side.KEPT, "2": Side.OTHER, "3": Side.BOTH}


class MergeLines(QWidget):
    """`changed` when a person has chosen; what is proposed stands chosen from the beginning."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pair: Pair | None = None
        self._choices: dict[Field, Side] = {}
        self.names = {side: Label("section", wraps=True) for side in (Side.KEPT, Side.OTHER)}
        self.quiet = {side: Label("help", "dim", wraps=True) for side in self.names}
        self.options: dict[Field, dict[Side, Option]] = {}
        self._labels: dict[Field, Label] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, side in enumerate(self.names, start=1):
            self._grid.addWidget(self.names[side], 0, column)
            self._grid.addWidget(self.quiet[side], 1, column)
            self._grid.setColumnStretch(column, 1)
        active().changed.connect(self._restyle)
        self._restyle()

    def show_pair(self, pair: Pair | None) -> None:
        """These two records; None for none."""
        for widget in (*self.all_options(), *self._labels.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.options, self._labels, self._pair = {}, {}, pair
        self._choices = dict(pair.compared.proposed) if pair else {}
        for place, field in enumerate(_asked(pair) if pair else ()):
            self._add(2 + 2 * place, field)
        self.retranslate()

    def choices(self) -> Choices:
        """Whose datum stands, for every field."""
        return self._choices

    def all_options(self) -> list[Option]:
        return [option for line in self.options.values() for option in line.values()]

    def begin(self) -> None:
        """The keyboard on what is chosen in the first line."""
        for field, line in self.options.items():
            line[self._choices[field]].setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def press(self, digit: str) -> bool:
        """A digit chooses in the line that has the keyboard, which goes on to the next one."""
        fields = list(self.options)
        here = next((field for field in fields if self._has_keyboard(field)), None)
        side = DIGITS.get(digit)
        if here is None or side is None or side not in self.options[here]:
            return False
        self._pick(here, side)
        after = fields[min(fields.index(here) + 1, len(fields) - 1)]
        self.options[after][self._choices[after]].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def retranslate(self) -> None:
        """All its texts; whoever owns it calls this."""
        if self._pair is None:
            return
        compared = self._pair.compared
        words = {Side.KEPT: _("stays"), Side.OTHER: _("goes into the other one")}
        for side, client in ((Side.KEPT, compared.kept), (Side.OTHER, compared.other)):
            self.names[side].setText(named(client.record.name))
            self.quiet[side].setText(f"{_known_by(client)} · {words[side]}")
        for field, line in self.options.items():
            self._labels[field].setText(field_word(field))
            for side, option in line.items():
                whose = _("both") if side is Side.BOTH else self.names[side].text()
                option.set_texts(self._words(field, side), whose, field_word(field))

    def _words(self, field: Field, side: Side) -> str:
        assert self._pair is not None
        compared = self._pair.compared
        if field is Field.IDENTITY:
            return kept_words(compared.needs[side is Side.OTHER])
        record = compared.other.record if side is Side.OTHER else compared.kept.record
        if side is Side.BOTH:
            choices = {**self._choices, field: side}
            record = merged(compared.kept.record, compared.other.record, choices)
            return _("Both: {values}", values=field_words(record, field, self._pair.known))
        return field_words(record, field, self._pair.known)

    def _add(self, row: int, field: Field) -> None:
        label = self._labels[field] = Label("strong", wraps=True)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        sides = [Side.KEPT, Side.OTHER, *([Side.BOTH] if field in SEVERAL else [])]
        line = self.options[field] = {side: Option() for side in sides}
        for column, (side, option) in enumerate(line.items(), start=1):
            option.setChecked(side is self._choices[field])
            option.picked.connect(partial(self._pick, field, side))
            if side is Side.BOTH:
                self._grid.addWidget(option, row + 1, 1, 1, 2)
            else:
                self._grid.addWidget(option, row, column)

    def _pick(self, field: Field, side: Side) -> None:
        self._choices[field] = side
        for one, option in self.options[field].items():
            option.setChecked(one is side)
        self.retranslate()
        self.changed.emit()

    def _has_keyboard(self, field: Field) -> bool:
        return any(option.hasFocus() for option in self.options[field].values())

    def _restyle(self) -> None:
        theme = active()
        self._grid.setHorizontalSpacing(theme.space(12))
        self._grid.setVerticalSpacing(theme.space(6))
        self._grid.setColumnMinimumWidth(0, theme.chars(16))


def _asked(pair: Pair) -> Iterator[Field]:
    """What is asked for: where both say something else, but for what nobody is shown."""
    compared = pair.compared
    for field in differing(compared.kept.record, compared.other.record):
        if field not in compared.sealed:
            yield field
    if all(compared.needs):
        yield Field.IDENTITY


def _known_by(client: Client) -> str:
    return born_and_number(client.record.birth_year, client.number)
