"""The four steps beside each other, and how long an assessment may start."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.path.assessment import Assessment, Nearness, assessment_limit
from app.localization import _, current
from app.ui.clients.path.around import Around
from app.ui.clients.path.panel import GROUPS
from app.ui.clients.path.telling import (
    assessment_told,
    orientation_told,
    plan_told,
    training_told,
)
from app.ui.clients.path.tile import CHARS, Tile
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.flow_layout import FlowLayout
from app.words.path import step_word
from app.words.responsible import law_words

MOST_CHARS = 120


class Steps(QWidget):
    """`picked` carries the number of a step that was pressed."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.tiles = [Tile() for _group in GROUPS]
        self._flow = FlowLayout(self)
        for number, tile in enumerate(self.tiles):
            tile.clicked.connect(partial(self.picked.emit, number))
            self._flow.addWidget(tile)
        active().changed.connect(self._restyle)
        self._restyle()

    def check(self, group: int | None) -> None:
        """Show which one is open."""
        for number, tile in enumerate(self.tiles):
            tile.setChecked(number == group)

    def write(self, around: Around) -> None:
        """What each of them says."""
        path, record, today = around.path, around.record, around.today
        told = (
            assessment_told(path),
            plan_told(path, today),
            orientation_told(path, record, today),
            training_told(path, record, today),
        )
        for tile, group, one in zip(self.tiles, GROUPS, told, strict=True):
            tile.set_told(step_word(group[0]), one)

    def _restyle(self) -> None:
        theme = active()
        self._flow.setSpacing(theme.space(8))
        self._flow.set_columns(len(self.tiles), theme.chars(CHARS), theme.chars(MOST_CHARS))


class LimitBanner(Banner):
    """How long an assessment may start: the same words for everybody, whatever the group."""

    def __init__(self) -> None:
        super().__init__("warning")
        self.hide()

    def write(self, around: Around) -> None:
        """Told where the last day is near or past, and nothing was begun."""
        record, begun = around.record, bool(around.path.of(Assessment))
        groups = record.groups | (record.sensitive or frozenset())
        limit = assessment_limit(record.permit_on, groups, around.today)
        if begun or limit is None or limit.nearness is Nearness.FAR:
            self.hide()
            return
        day, section = current().full_date(limit.last), law_words(((14,),))
        fact = (
            _("An assessment could start until {day}.", day=day)
            if limit.nearness is Nearness.PAST
            else _("An assessment can start until {day}.", day=day)
        )
        rule = _("Three years from the first permit ({section}), with exceptions.", section=section)
        self.set_content(fact, rule)
        self.show()
