"""What is asked of a person before it can be said who is responsible."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.reference import Kind
from app.domain.responsibility.values import Case, Group, Labour
from app.localization import _, current
from app.services.chips import bundled_reference
from app.services.responsible import bundled_table
from app.ui.theme import active
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.menu_button import Entry, MenuButton
from app.words.responsible import group_word, labour_word

UNDER_18: Final = "under_18"
OUT_OF_SCOPE: Final = "out_of_scope"
ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALWAYS: Final = (Group.OTHER_INTERNATIONAL_PROTECTION.value,)
_MARKS: Final = (*(group.value for group in Group), UNDER_18, OUT_OF_SCOPE)


class Picker(MenuButton):
    """Opens by Space or an arrow; Enter is first offered to whatever it stands in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Marks(ChipGroup):
    """Chips, and behind the last of them what brings more."""

    def __init__(self, more: QWidget) -> None:
        self._more = more
        super().__init__(limit=len(_MARKS), numbered=False)

    def set_chips(self, texts: Sequence[ChipText]) -> None:
        super().set_chips(texts)
        self._flow.removeWidget(self._more)
        self._flow.addWidget(self._more)
        self.set_tight(True)


class Question(QWidget):
    """Municipality, standing on the labour market, groups; `changed` follows what a person does.

    One group is always there as a chip; what is chosen from the list becomes one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.municipality, self.labour, self.more = Picker(), Picker(), Picker()
        self.groups = Marks(self.more)
        self._pickers = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._municipality, self._labour = "", ""
        self._arrange()
        self._retranslate()

    def case(self) -> Case | None:
        """What stands; None while the municipality or the labour market is open."""
        if not self._municipality or not self._labour:
            return None
        marks = self.groups.chosen()
        return Case(
            self._municipality,
            Labour(self._labour),
            frozenset(group for group in Group if group.value in marks),
            UNDER_18 in marks,
            OUT_OF_SCOPE in marks,
        )

    def begin(self, municipality: str = "") -> None:
        """Ask anew; the municipality where it is known already."""
        known = municipality in bundled_table().municipalities
        self._municipality, self._labour = municipality if known else "", ""
        self.groups.set_chosen(())
        self._retranslate()

    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard can stand, in order."""
        return (self.municipality, self.labour, *self.groups.chips.values(), self.more)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        for picker in (self.municipality, self.labour):
            self._pickers.addWidget(picker)
        self._pickers.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._pickers)
        self._column.addWidget(self.groups)
        self.municipality.chosen.connect(self._choose_municipality)
        self.labour.chosen.connect(self._choose_labour)
        self.more.chosen.connect(self._add)
        self.groups.changed.connect(self._told)
        active().changed.connect(self._restyle)
        self._restyle()

    def _choose_municipality(self, code: str) -> None:
        self._municipality = code
        self._told()

    def _choose_labour(self, code: str) -> None:
        self._labour = code
        self._told()

    def _add(self, mark: str) -> None:
        chosen = (*self.groups.chosen(), mark)
        self._set_chips(chosen)
        self.groups.set_chosen(chosen)
        self._told()

    def _told(self) -> None:
        self._retranslate()
        self.changed.emit()

    def _retranslate(self) -> None:
        self._set_municipalities()
        standing = [Entry(labour.value, labour_word(labour)) for labour in Labour]
        _fill(self.labour, standing, self._labour, _("On the labour market"))
        chosen = self.groups.chosen()
        self._set_chips(chosen)
        shown = (*_ALWAYS, *chosen)
        others = [Entry(mark, mark_word(mark)) for mark in _MARKS if mark not in shown]
        self.more.set_entries("", others, "", _("Another group"), _("Other group…"))
        self.more.setVisible(bool(others))

    def _set_municipalities(self) -> None:
        lists, language = bundled_reference(), current().language
        there = [
            Entry(code, lists.short(Kind.MUNICIPALITY, code, language))
            for code in bundled_table().municipalities
        ]
        _fill(self.municipality, there, self._municipality, _("Municipality"))

    def _set_chips(self, chosen: tuple[str, ...]) -> None:
        marks = [mark for mark in _MARKS if mark in _ALWAYS or mark in chosen]
        self.groups.set_chips([ChipText(mark, mark_word(mark)) for mark in marks])

    def _restyle(self) -> None:
        gap = active().space(4)
        self._column.setSpacing(gap)
        self._pickers.setSpacing(gap)


def _fill(picker: Picker, entries: list[Entry], current: str, name: str) -> None:
    """What there is; the name stands in the place of what is not chosen yet."""
    picker.set_entries("", entries, current, name, "" if current else name)


def mark_word(mark: str) -> str:
    """A group, or what else is asked, in the language in use."""
    if mark == UNDER_18:
        return _("Under 18")
    return _("No permit, no immigrant") if mark == OUT_OF_SCOPE else group_word(Group(mark))
