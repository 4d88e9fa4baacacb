"""Lines of words in columns, some with a verb at their end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label

FIRST: Final = 8
_STRETCHES: Final = (0, 3, 3, 3, 0)


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """Words, and what the `verb` at the end of the line acts on."""

    words: tuple[str, ...]
    verb: str = ""
    of: object = None


class Lines(QWidget):
    """The first lines, all where that is asked. `acted` carries what a verb acts on."""

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.verbs: list[Link] = []
        self.labels: list[list[Label]] = []
        self.all = Link()
        self._lines: Sequence[Line] = ()
        self._whole = False
        self._parts: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, stretch in enumerate(_STRETCHES):
            self._grid.setColumnStretch(column, stretch)
        self.all.clicked.connect(self._show_all)
        active().changed.connect(self._restyle)
        self._restyle()

    def set_lines(self, lines: Sequence[Line], nothing: str) -> None:
        """These in place of those before; `nothing` where there is none."""
        self._whole = self._whole and len(lines) == len(self._lines)
        self._lines = lines or [Line(("", nothing))]
        self._build()

    def _show_all(self) -> None:
        self._whole = True
        self._build()

    def _build(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.verbs, self.labels = [], [], []
        shown = self._lines if self._whole else self._lines[:FIRST]
        for row, line in enumerate(shown):
            self._add(2 * row, line)
        rest = len(self._lines) - len(shown)
        self.all.setVisible(rest > 0)
        self.all.set_texts(_("Show all {n}", n=len(self._lines)))
        self._grid.removeWidget(self.all)
        self._grid.addWidget(self.all, 2 * len(shown), 0, 1, 2)

    def _add(self, row: int, line: Line) -> None:
        labels = [Label("body", "dim" if at else "", wraps=at > 0) for at in range(len(line.words))]
        if len(labels) > 1:
            labels[1].set_tone("")
        for column, (label, words) in enumerate(zip(labels, line.words, strict=True)):
            label.setText(words)
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self.labels.append(labels)
        self._parts += labels
        if line.verb:
            verb = Link()
            verb.set_texts(line.verb)
            verb.setAccessibleName(f"{line.verb}: {line.words[1]}")
            verb.clicked.connect(partial(self.acted.emit, line.of))
            self._grid.addWidget(verb, row, len(_STRETCHES), Qt.AlignmentFlag.AlignTop)
            self.verbs.append(verb)
            self._parts.append(verb)
        rule = QFrame()
        rule.setProperty("line", "across")
        self._grid.addWidget(rule, row + 1, 0, 1, len(_STRETCHES) + 1)
        self._parts.append(rule)

    def _restyle(self) -> None:
        theme = active()
        self._grid.setHorizontalSpacing(theme.space(12))
        self._grid.setVerticalSpacing(theme.space(3))
