"""Answers that are chosen: one code of a few, several, facts that are so, a code for each thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.ui.clients.path.answer import Answer, Words
from app.ui.theme import active
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.label import Label

Options = Callable[[], Sequence[tuple[str, str]]]


class ChipAnswer(Answer):
    """Chips under their question."""

    def __init__(self, label: Words, options: Options, limit: int = 1) -> None:
        super().__init__()
        self._label, self._options, self._least = label, options, 1
        self.label, self.message = Label(), Label("help", "danger", wraps=True)
        self.chips = ChipGroup(limit=limit, digits=True, numbered=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.label, self.chips, self.message):
            self._column.addWidget(widget)
        self.message.hide()
        self.chips.changed.connect(self.edited)
        active().changed.connect(self._restyle)
        self._restyle()

    def state(self) -> Any:
        return self.chips.chosen(), self.chips.is_preset()

    def restore(self, state: Any) -> None:
        self.chips.set_chosen(*state)

    def question(self) -> str:
        return self._label()

    def told(self) -> str:
        words = dict(self._options())
        return ", ".join(words[code] for code in self.chips.chosen() if code in words)

    def begin(self) -> None:
        chips = self.chips.chips
        chosen = [chips[code] for code in self.chips.chosen() if code in chips]
        for chip in (chosen or list(chips.values()))[:1]:
            chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_error(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def retranslate(self) -> None:
        self.label.setText(self._label())
        self.chips.setAccessibleName(self._label())
        self.chips.set_chips([ChipText(code, word) for code, word in self._options()])
        self.setVisible(len(self.chips.chips) >= self._least)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(4))


class PickAnswer(ChipAnswer):
    """One of a few codes; `made` makes the value of a code, `usual` is chosen beforehand.

    With fewer than `least` codes nothing is asked.
    """

    def __init__(
        self,
        name: str,
        label: Words,
        options: Options,
        made: Callable[[str], Any] = str,
        usual: Callable[[], Any] = lambda: None,
        least: int = 1,
    ) -> None:
        super().__init__(label, options)
        self._least = least
        self.names = (name,)
        self._made, self._usual = made, usual

    def put(self, values: Mapping[str, Any]) -> None:
        value = values[self.names[0]]
        usual = self._usual() if value is None else None
        chosen = value if value is not None else usual
        self.chips.set_chosen(() if chosen is None else (str(chosen),), usual is not None)

    def values(self) -> dict[str, Any]:
        chosen = self.chips.chosen()
        return {self.names[0]: self._made(chosen[0]) if chosen else None}


class SeveralAnswer(ChipAnswer):
    """Any of a few codes, as a frozen set."""

    def __init__(self, name: str, label: Words, options: Options, made: Callable[[str], Any]):
        super().__init__(label, options, limit=20)
        self.names, self._made = (name,), made

    def put(self, values: Mapping[str, Any]) -> None:
        self.chips.set_chosen(sorted(map(str, values[self.names[0]])))

    def values(self) -> dict[str, Any]:
        return {self.names[0]: frozenset(map(self._made, self.chips.chosen()))}


class TickAnswer(ChipAnswer):
    """Facts that are so or not, a chip each; the codes are the names of the fields."""

    def __init__(self, label: Words, options: Options) -> None:
        super().__init__(label, options, limit=20)
        self.names = tuple(name for name, _word in options())

    def put(self, values: Mapping[str, Any]) -> None:
        self.chips.set_chosen(name for name in self.names if values[name])

    def values(self) -> dict[str, Any]:
        chosen = self.chips.chosen()
        return {name: name in chosen for name in self.names}


class LevelsAnswer(Answer):
    """A code for each of a few things: the level of each skill."""

    def __init__(
        self,
        name: str,
        rows: Callable[[], Mapping[Any, str]],
        options: Callable[[], Mapping[Any, str]],
    ) -> None:
        super().__init__()
        self.names = (name,)
        self._rows: dict[Any, PickAnswer] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for key in rows():
            self._rows[key] = one = PickAnswer(
                str(key),
                lambda key=key: rows()[key],  # type: ignore[misc]
                lambda: [(str(code), word) for code, word in options().items()],
                type(next(iter(options()))),
            )
            one.edited.connect(self.edited)
            column.addWidget(one)

    def question(self) -> str:
        return next(iter(self._rows.values())).question()

    def told(self) -> str:
        told = [(one.question(), one.told()) for one in self._rows.values()]
        return ", ".join(f"{question} {level}" for question, level in told if level)

    def begin(self) -> None:
        next(iter(self._rows.values())).begin()

    def put(self, values: Mapping[str, Any]) -> None:
        known = values[self.names[0]]
        for key, one in self._rows.items():
            one.put({str(key): known.get(key)})

    def values(self) -> dict[str, Any]:
        found = {key: one.values()[str(key)] for key, one in self._rows.items()}
        return {self.names[0]: {key: code for key, code in found.items() if code is not None}}

    def state(self) -> Any:
        return [one.state() for one in self._rows.values()]

    def restore(self, state: Any) -> None:
        for one, kept in zip(self._rows.values(), state, strict=True):
            one.restore(kept)

    def retranslate(self) -> None:
        for one in self._rows.values():
            one.retranslate()
