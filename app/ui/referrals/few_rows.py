"""As many chips as stand in a few rows."""

from __future__ import annotations

from collections.abc import Sequence

from app.ui.theme import active
from app.ui.widgets.chip_face import ChipFace
from app.ui.widgets.chip_group import ChipText


def in_rows(texts: Sequence[ChipText], last: ChipText, room: int, most: int) -> Sequence[ChipText]:
    """The first of `texts` that stand with `last` in at most so many rows of `room` pixels."""
    for count in range(len(texts), 0, -1):
        if _rows([*texts[:count], last], room) <= most:
            return texts[:count]
    return texts[:1]


def _rows(texts: Sequence[ChipText], room: int) -> int:
    """How many rows they flow into."""
    rows, at, gap = 1, 0, active().space(4)
    for text in texts:
        wide = ChipFace(label=text.label, cap=" ").size().width()
        if at and at + wide > room:
            rows, at = rows + 1, 0
        at += wide + gap
    return rows
