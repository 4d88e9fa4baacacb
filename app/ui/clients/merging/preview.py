"""What becomes of two records, before they are merged."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from app.domain.client import Record
from app.domain.merging.fields import Choices, Field, value_of
from app.domain.merging.fields import is_empty as says_nothing
from app.domain.merging.record import merged
from app.localization import _, _n
from app.ui.clients.merging.reading import Pair
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.words.merging import field_word, field_words


class MergePreview(QFrame):
    """All that the record will say, a line for each field that says something."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "inset")
        self.heading, self.along = Label("section"), Label("help", "dim", wraps=True)
        self.lines = {field: (Label("body", "dim"), Label("body", wraps=True)) for field in Field}
        self._grid, self._column = QGridLayout(), QVBoxLayout(self)
        for row, (word, value) in enumerate(self.lines.values()):
            self._grid.addWidget(word, row, 0)
            self._grid.addWidget(value, row, 1)
        self._grid.setColumnStretch(1, 1)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.along)
        active().changed.connect(self._restyle)
        self._restyle()

    def show_result(self, pair: Pair | None, choices: Choices) -> None:
        """What these choices make of two records, in the language in use."""
        self.setVisible(pair is not None)
        if pair is None:
            return
        compared = pair.compared
        record = merged(compared.kept.record, compared.other.record, choices)
        self.heading.setText(_("What the record will say"))
        for field, (word, value) in self.lines.items():
            said = field not in compared.sealed and not says_nothing(value_of(record, field))
            word.setVisible(said)
            value.setVisible(said)
            word.setText(field_word(field))
            value.setText(field_words(record, field, pair.known) if said else "")
        self.along.setText(self._along(compared.kept.record, compared.other.record))

    def _along(self, kept: Record, other: Record) -> str:
        number = len({*kept.relatives, *other.relatives})
        if not number:
            return _(
                "Visits, referrals and the path of both stay. The other number still finds the"
                " client. The records can be taken apart again."
            )
        relatives = _n("{n} relative", "{n} relatives", number)
        return _(
            "Visits, referrals, the path and {relatives} of both stay. The other number still"
            " finds the client. The records can be taken apart again.",
            relatives=relatives,
        )

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(n) for n in (14, 10, 14, 12)))
        self._column.setSpacing(theme.space(6))
        self._grid.setHorizontalSpacing(theme.space(16))
        self._grid.setVerticalSpacing(theme.space(2))
        self._grid.setColumnMinimumWidth(0, theme.chars(16))
