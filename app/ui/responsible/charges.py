"""Who is responsible for what, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.responsibility.values import Answer, Charge, Duty, Source
from app.localization import _
from app.services.responsible import bundled_table
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.words.responsible import body_names, duty_word, lines_words, source_words

_PAIRS = ((Duty.ASSESSMENT,), (Duty.PLAN, Duty.REVIEW), (Duty.ORIENTATION, Duty.TRAINING))


class Line(NamedTuple):
    """One line: what, who, by which lines, and the whole source for the tip."""

    what: str
    who: str
    lines: str
    source: str


class Charges(QWidget):
    """A small table of words; a screen reader hears each line whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        active().changed.connect(self._restyle)
        self._restyle()

    def show_answer(self, answer: Answer | None) -> None:
        """The lines of `answer`, none without one."""
        self.lines = tuple(_lines(answer)) if answer is not None else ()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(self.lines):
            self._add(place, line)
        self.setVisible(bool(self.lines))

    def _add(self, place: int, line: Line) -> None:
        top = Qt.AlignmentFlag.AlignTop
        what, lines = Label("help", "dim"), Label("help", "dim")
        who = Label(wraps=True)
        for label, text in ((what, line.what), (who, line.who), (lines, line.lines)):
            label.setText(text)
        lines.setToolTip(line.source)
        who.setAccessibleName(f"{line.what}: {line.who}")
        who.setAccessibleDescription(line.source)
        self._grid.addWidget(what, place, 0, top)
        self._grid.addWidget(who, place, 1, top)
        self._grid.addWidget(lines, place, 2, top | Qt.AlignmentFlag.AlignTrailing)
        for label in (what, who, lines):
            # Until it is shown no layout counts it.
            label.show()

    def _restyle(self) -> None:
        theme = active()
        self._grid.setHorizontalSpacing(theme.space(6))
        self._grid.setVerticalSpacing(theme.space(3))


def _lines(answer: Answer) -> Iterator[Line]:
    """Duties of one organisation side by side in one line, then who takes part."""
    for pair in _PAIRS:
        charges = [answer.duties[duty] for duty in pair]
        words = [duty_word(duty) for duty in pair]
        if len({charge.bodies for charge in charges}) == 1:
            yield _line(_joined(words), _together(charges))
        else:
            yield from map(_line, words, charges)
    if answer.wellbeing is not None:
        yield _line(_("Takes part"), answer.wellbeing)


def _line(what: str, charge: Charge) -> Line:
    who = body_names(bundled_table(), charge.bodies)
    return Line(what, who, lines_words(charge.source.lines), source_words(charge.source))


def _together(charges: list[Charge]) -> Charge:
    lines = {line for charge in charges for line in charge.source.lines}
    law = {place for charge in charges for place in charge.source.law}
    return Charge(charges[0].bodies, Source(tuple(sorted(lines)), tuple(sorted(law))))


def _joined(words: list[str]) -> str:
    """As "Plan, review": all but the first begin small."""
    first, *rest = words
    return ", ".join((first, *(word[:1].lower() + word[1:] for word in rest)))
