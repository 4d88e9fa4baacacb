"""A question answered by chips: one stop of the Tab key, arrows inside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.chip import Chip
from app.ui.widgets.chip_moves import neighbour
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow_layout import FlowLayout

LEAST_CHARS, MOST_CHARS = 20, 36
DIGITS = "1234567890"


class ChipText(NamedTuple):
    """One answer: its code and what the chip says."""

    code: str
    label: str
    full_name: str = ""
    cap: str = ""


class ChipGroup(QWidget):
    """Chips of one question. `changed` follows what a person does, not `set_chosen`.

    `limit`: how many may be chosen; `refused` tells that one more was tried. `columns`: a grid
    of so many equal columns, or 0 for chips that flow. `digits`: the keys 1 to 0 choose while
    the group has the keyboard, and the caps then show them. `numbered`: several chosen ones show
    their order. `rebuilt` says that there are other chips now, last in the order of the Tab key.
    """

    changed = Signal()
    refused = Signal()
    rebuilt = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        limit: int = 1,
        columns: int = 0,
        digits: bool = False,
        numbered: bool = True,
    ) -> None:
        super().__init__(parent)
        self._choice = Choice(limit)
        self._columns, self._digits = columns, digits
        self._numbered = numbered and limit > 1
        self._texts: dict[str, ChipText] = {}
        self.chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self)
        active().changed.connect(self._restyle)
        self._restyle()

    def set_chips(self, texts: Sequence[ChipText]) -> None:
        """The answers in their order; the same codes again only change their words."""
        self._texts = {text.code: text for text in texts}
        if list(self._texts) != list(self.chips):
            self._rebuild()
        self._retranslate()

    def set_columns(self, columns: int) -> None:
        """A grid of so many columns; 0 lets the chips flow."""
        self._columns = columns
        self._restyle()

    def chosen(self) -> tuple[str, ...]:
        """The codes in the order of choosing, the usual answer included."""
        return self._choice.codes

    def code_on(self, cap: str) -> str | None:
        """The answer whose key `cap` is."""
        return next((text.code for text in self._texts.values() if cap and text.cap == cap), None)

    def is_preset(self) -> bool:
        """Whether what stands is only the usual answer."""
        return self._choice.preset

    def set_chosen(self, codes: Iterable[str], preset: bool = False) -> None:
        """Show `codes` as chosen, or as the usual answer."""
        self._choice.put(codes, preset)
        self._show_choice()

    def toggle(self, code: str) -> None:
        """What a click or the key of the chip does."""
        if not self._choice.toggle(code):
            self.refused.emit()
            return
        self._show_choice()
        self.changed.emit()

    def set_caps_faint(self, faint: bool) -> None:
        for chip in self.chips.values():
            chip.set_caps_faint(faint)

    def set_tight(self, tight: bool) -> None:
        for chip in self.chips.values():
            chip.set_tight(tight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chips, here = list(self.chips.values()), self.focusWidget()
        if self._digits and event.text() and event.text() in DIGITS[: len(chips)]:
            self.toggle(chips[DIGITS.index(event.text())].code)
        elif isinstance(here, Chip) and (
            target := neighbour(chips, chips.index(here), Qt.Key(event.key()))
        ):
            target.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            event.ignore()

    def _rebuild(self) -> None:
        old, self.chips = self.chips, {}
        for chip in old.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {code: Chip(code, self, led=True) for code in self._texts}
        for chip in self.chips.values():
            chip.picked.connect(self.toggle)
            chip.entered.connect(self._on_entered)
            self._flow.addWidget(chip)
            # Until it is shown no layout counts it.
            chip.show()
        self._choice.put((c for c in self.chosen() if c in self.chips), self.is_preset())
        _stop_at(self.chips.values(), next(iter(self.chips.values()), None))
        self.rebuilt.emit()

    def _on_entered(self, came: bool) -> None:
        if came and isinstance(chip := self.focusWidget(), Chip):
            _stop_at(self.chips.values(), chip)
        if self._digits:
            self._retranslate()

    def _retranslate(self) -> None:
        live = self._digits and any(chip.hasFocus() for chip in self.chips.values())
        for i, (code, chip) in enumerate(self.chips.items()):
            text = self._texts[code]
            digit = DIGITS[i] if live and i < len(DIGITS) else " "
            cap = digit if self._digits else text.cap
            chip.set_texts(text.label, text.full_name, cap)
        self._show_choice()

    def _show_choice(self) -> None:
        order = {code: i for i, code in enumerate(self.chosen(), start=1)}
        for code, chip in self.chips.items():
            chip.setChecked(code in order)
            chip.set_preset(self.is_preset())
            if self._numbered:
                _mark(chip, order.get(code))

    def _restyle(self) -> None:
        theme = active()
        self._flow.setSpacing(theme.space(4))
        least, most = theme.chars(LEAST_CHARS), theme.chars(MOST_CHARS)
        self._flow.set_columns(self._columns, least, most)


def _stop_at(chips: Iterable[Chip], stop: Chip | None) -> None:
    """Only `stop` is reached by Tab."""
    for chip in chips:
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        chip.setFocusPolicy(strong if chip is stop else click)


def _mark(chip: Chip, place: int | None) -> None:
    if place is None:
        chip.set_mark("")
    else:
        chip.set_mark(f"{place}.", _("number {n}", n=place))
