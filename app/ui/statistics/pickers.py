"""The row of pickers: which period, against which, at which locations, by what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import period_name
from app.domain.periods import Grain, Period
from app.domain.presets import Preset, preset_of, presets
from app.localization import _
from app.ui.statistics import picker_texts as texts
from app.ui.statistics.asking import Against, Asking, Kind
from app.ui.statistics.free_dates import FreeDates
from app.ui.statistics.hand_out import HandOut
from app.ui.statistics.period_box import PeriodBox
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.chip_group import ChipGroup
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.progress_line import ProgressLine
from app.ui.widgets.segments import Segments

RIGHT_SHARE = 0.45


class Pickers(QWidget):
    """Holds an `Asking` and tells (`changed`) when a person asks for something else.

    `today` gives the local day; `chooses` says that a person may choose internal numbers. Beside
    them stand the buttons that hand the view out, below what is to be said of that; `retranslated`
    follows when they speak another language.
    """

    changed = Signal()
    retranslated = Signal()

    def __init__(self, asking: Asking, today: Callable[[], date], chooses: bool) -> None:
        super().__init__()
        self.mode = Segments()
        self.mode.setVisible(chooses)
        self.asking, self._today = asking, today
        self._lists: Lists | None = None
        self.period, self.kind, self.dates = PeriodBox(), Segments(), FreeDates()
        self.against, self.grain = MenuButton(), MenuButton()
        self.locations = ChipGroup(limit=99, numbered=False)
        self.hand_out, self.failure = HandOut(), Banner("danger")
        self.counting = ProgressLine(texts.counting)
        self.failure.hide()
        self._row, self._top = QWidget(), QHBoxLayout()
        self._right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._flow = FlowLayout(self._row)
        self._column = QVBoxLayout(self)
        self._arrange()
        self._connect()
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def load(self, lists: Lists) -> None:
        """The locations there are; the first time the portals are chosen."""
        self._lists = lists
        known = {one.code for one in lists.locations}
        kept = tuple(code for code in self.asking.locations if code in known)
        self.asking = replace(self.asking, locations=kept or lists.portals)
        self.retranslate()

    @property
    def nowhere(self) -> bool:
        """Whether a person chose no location at all."""
        return self._lists is not None and not self.asking.locations

    def ask(self, asking: Asking) -> None:
        """Ask this from now on."""
        self.asking = asking
        self.retranslate()
        self.changed.emit()

    def go(self, steps: int) -> None:
        """To the next period, or the one before."""
        if steps < 0 or self.asking.may_go_on(self._today()):
            self.ask(self.asking.moved(steps))

    def retranslate(self) -> None:
        """All words anew, for what is asked now."""
        today, asking = self._today(), self.asking
        until = asking.until(today)
        self.period.show_period(
            period_name(until),
            texts.ready_made(asking, today),
            preset_of(asking.period, today),
            asking.may_go_on(today),
        )
        self.mode.set_items(texts.modes())
        self.mode.set_current(texts.INTERNAL if asking.internal else texts.PUBLIC)
        self.kind.set_items(texts.kinds(asking.internal))
        self.kind.set_current(asking.kind)
        self.dates.show_period(until, today)
        self.dates.setVisible(asking.kind is Kind.FREE)
        self.against.set_entries(*texts.against(asking, today))
        self.grain.set_entries(*texts.grains(asking, today))
        if self._lists is not None:
            self.locations.set_chips(texts.chips(self._lists))
            self.locations.set_chosen(asking.locations)
            for chip in self.locations.chips.values():
                chip.set_tight(True)
        self.locations.setAccessibleName(_("Locations"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.retranslated.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The mode stands beside the buttons, above them where the pickers need the room."""
        parts = (self.mode, self.hand_out)
        wide = sum(part.sizeHint().width() for part in parts if not part.isHidden())
        below = wide > self.width() * RIGHT_SHARE
        ways = QBoxLayout.Direction
        self._right.setDirection(ways.TopToBottom if below else ways.LeftToRight)

    def _arrange(self) -> None:
        for widget in (
            self.period,
            self.kind,
            self.against,
            self.locations,
            self.grain,
        ):
            self._flow.addWidget(widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._top.addWidget(self._row, 1)
        for one in (self.mode, self.hand_out):
            self._right.addWidget(
                one, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        self._top.addLayout(self._right)
        self._top.setAlignment(self._right, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._top)
        for part in (self.dates, self.counting, self.failure):
            self._column.addWidget(part)

    def stops(self) -> list[QWidget]:
        """Where the Tab key goes, in the order of reading."""
        period, dates, hand_out = self.period, self.dates, self.hand_out
        return [
            *(period.earlier, period.ready, period.later),
            *self.kind.segments.values(),
            self.against,
            *self.locations.chips.values(),
            self.grain,
            *self.mode.segments.values(),
            *(hand_out.saved, *hand_out.buttons.values()),
            *(dates.first.edit, dates.last.edit, dates.take),
        ]

    def order_stops(self) -> None:
        """The Tab key goes in the order of reading."""
        for before, stop in pairwise(self.stops()):
            self.setTabOrder(before, stop)

    def set_internal(self, internal: bool) -> None:
        """Ask the same in this mode."""
        self.ask(self.asking.of_mode(internal, self._today()))

    def _connect(self) -> None:
        for group in (self.kind, self.mode, self.locations):
            group.rebuilt.connect(self.order_stops)
        self.mode.changed.connect(lambda code: self.set_internal(code == texts.INTERNAL))
        self.period.moved.connect(self.go)
        self.kind.changed.connect(self._on_kind)
        self.dates.chosen.connect(self._on_dates)
        self.period.ready.chosen.connect(self._on_preset)
        self.against.chosen.connect(
            lambda code: self.ask(replace(self.asking, against=Against(code)))
        )
        self.grain.chosen.connect(self._on_grain)
        self.locations.changed.connect(
            lambda: self.ask(replace(self.asking, locations=self._chosen()))
        )

    def _chosen(self) -> tuple[str, ...]:
        """The chosen locations in their own order."""
        chosen = self.locations.chosen()
        return tuple(code for code in self.locations.chips if code in chosen)

    def _on_kind(self, code: str) -> None:
        self.ask(self.asking.of_kind(Kind(code), self._today()))
        if self.asking.kind is Kind.FREE:
            self.dates.first.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.dates.first.edit.selectAll()

    def _on_dates(self, period: Period) -> None:
        self.ask(replace(self.asking, period=period, kind=Kind.FREE))

    def _on_preset(self, code: str) -> None:
        today = self._today()
        self.ask(self.asking.of_period(presets(today)[Preset(code)]))

    def _on_grain(self, code: str) -> None:
        grain = None if code == texts.BY_LENGTH else Grain(code)
        self.ask(replace(self.asking, grain=grain))

    def _restyle(self) -> None:
        theme = active()
        self._flow.setSpacing(theme.space(8))
        self._top.setSpacing(theme.space(16))
        self._right.setSpacing(theme.space(8))
        self._fit()
        self._column.setSpacing(theme.space(8))
