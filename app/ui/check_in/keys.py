"""The keys of the form: a key means its cap, whichever group has the keyboard."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.place import Ask
from app.domain.visit import Interpreter
from app.ui.check_in.lists import FIRST_VISIT_KEY, OUTCOME_KEYS, SHIFT
from app.ui.check_in.questions import Questions
from app.ui.check_in.repeats import KEYS as REPEAT_KEYS
from app.ui.check_in.repeats import RepeatRow
from app.ui.keyboard import MINUS, PLUS, cap_of
from app.ui.widgets.chip_group import ChipGroup

_REPEATS: Final = dict(zip((Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4), REPEAT_KEYS, strict=True))
_INTERPRETER: Final = {",": Interpreter.USED, ".": Interpreter.NOT_GOT}


class FormKeys:
    """Answers the keys that the form shows on its caps; `asks` says what may be asked here."""

    def __init__(
        self, questions: Questions, repeats: RepeatRow, asks: Callable[[Ask], bool]
    ) -> None:
        self._asked, self._repeats, self._asks = questions, repeats, asks

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means; False for a key that means nothing here."""
        key = Qt.Key(event.key())
        if key in _REPEATS and not event.modifiers():
            return self._repeats.press(_REPEATS[key])
        cap = cap_of(event)
        if not cap or (event.isAutoRepeat() and cap not in (PLUS, MINUS)):
            return bool(cap)
        return self._step(cap) or self._choose(cap, _shifted(event))

    def _step(self, cap: str) -> bool:
        if cap not in (PLUS, MINUS):
            return False
        self._asked.persons.step(1 if cap == PLUS else -1)
        return True

    def _choose(self, cap: str, shifted: bool) -> bool:
        asked = self._asked
        if shifted:
            return cap in OUTCOME_KEYS and _toggle(asked.outcomes, SHIFT + cap)
        if cap == FIRST_VISIT_KEY:
            asked.first_visit.turn()
            return True
        if cap in _INTERPRETER:
            asked.interpreter.toggle(_INTERPRETER[cap])
            return True
        return any(_toggle(group, cap) for group in self._lettered())

    def _lettered(self) -> list[ChipGroup]:
        asked = self._asked
        groups: list[ChipGroup] = [asked.topics]
        if self._asks(Ask.LANGUAGE):
            groups.append(asked.languages)
        if self._asks(Ask.MUNICIPALITY):
            groups.append(asked.municipalities)
        return [*groups, asked.channels]


def _toggle(group: ChipGroup, cap: str) -> bool:
    code = group.code_on(cap)
    if code is None:
        return False
    group.toggle(code)
    return True


def _shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
