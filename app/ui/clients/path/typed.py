"""Answers that are typed: days, numbers, a line of text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.domain.errors import Refused
from app.domain.line import clean_line
from app.localization import capital, current
from app.ui.check_in.when_popup import read_day as read_past
from app.ui.clients.path.answer import Answer, Words
from app.ui.settings.typed import read_day as read_coming
from app.ui.theme import active
from app.ui.widgets.field import Field

DAY_CHARS, NUMBER_CHARS = 24, 16


class TypedAnswer(Answer):
    """A line of text; whoever reads it understands it in `values`."""

    def __init__(self, name: str, label: Words, chars: int) -> None:
        super().__init__()
        self.names = (name,)
        self.field, self._label, self._chars = Field(), label, chars
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.edited.connect(self.edited)
        active().changed.connect(self._restyle)
        self._restyle()

    def put(self, values: Mapping[str, Any]) -> None:
        self.field.set_text(self.written(values[self.names[0]]))
        self.field.edit.setCursorPosition(0)

    def values(self) -> dict[str, Any]:
        return {self.names[0]: self.understood(clean_line(self.field.text()))}

    def written(self, value: Any) -> str:
        """A value as one types it."""
        return str(value or "")

    def understood(self, text: str) -> Any:
        """What a text means. Errors: what cannot be understood."""
        return text

    def state(self) -> Any:
        return self.field.text()

    def restore(self, state: Any) -> None:
        self.field.set_text(state)

    def question(self) -> str:
        return self._label()

    def told(self) -> str:
        return self.field.text()

    def begin(self) -> None:
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_error(self, text: str) -> None:
        self.field.set_error(text)

    def retranslate(self) -> None:
        self.field.set_label(self._label())

    def _restyle(self) -> None:
        self.setFixedWidth(active().chars(self._chars))


class DayAnswer(TypedAnswer):
    """A day; without a year the last such day, or the next where it is `coming`."""

    def __init__(self, name: str, label: Words, coming: bool = False) -> None:
        super().__init__(name, label, DAY_CHARS)
        self._coming, self._today = coming, date.min
        self.field.edited.connect(self._tell)

    def load(self, today: date) -> None:
        self._today = today

    def put(self, values: Mapping[str, Any]) -> None:
        super().put(values)
        self._tell()

    def written(self, value: Any) -> str:
        return current().full_date(value) if value is not None else ""

    def understood(self, text: str) -> date | None:
        if not text:
            return None
        if self._coming:
            return read_coming(text, self._today)
        day = read_past(text, self._today)
        if day is None:
            raise Refused("day_not_understood")
        return day

    def retranslate(self) -> None:
        super().retranslate()
        self.field.set_placeholder(current().full_date(self._today) if self._today.year > 1 else "")
        self._tell()

    def _tell(self) -> None:
        """The weekday of what is typed."""
        try:
            day = self.understood(clean_line(self.field.text()))
        except Refused:
            day = None
        self.field.set_help(capital(current().weekday_name(day)) if day else "")


class NumberAnswer(TypedAnswer):
    """A whole number, or none."""

    def __init__(self, name: str, label: Words) -> None:
        super().__init__(name, label, NUMBER_CHARS)

    def written(self, value: Any) -> str:
        return "" if value is None else str(value)

    def understood(self, text: str) -> int | None:
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 6):
            raise Refused("number_not_understood")
        return int(text)
