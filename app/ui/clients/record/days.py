"""Birth, arrival and first permit, as one types them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.client import Record
from app.domain.errors import Refused
from app.domain.typed_day import Birth, read_birth, read_past_day
from app.localization import _, _n, current
from app.ui.clients.record.lists import Lists
from app.ui.clients.record.piece import Piece, Texts
from app.ui.settings.typed import understood
from app.ui.theme import active
from app.ui.widgets.field import Field
from app.words.record import part_word
from app.words.sentences import sentence

T = TypeVar("T")


class Reading(Generic[T]):
    """A field whose text is read as something."""

    def __init__(self, read: Callable[[str, date], T], blank: T) -> None:
        self.field, self._read, self._blank = Field(), read, blank

    def value(self, today: date) -> T:
        """What the text says; blank for what cannot be read."""
        found = understood(self._read, self.field.text(), today)[0]
        return self._blank if found is None else found

    def problem(self, today: date) -> Refused | None:
        try:
            self._read(self.field.text(), today)
        except Refused as refused:
            return refused
        return None


class BirthPiece(Piece):
    """The date, the year alone, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._today = date.max
        self.reading = Reading(read_birth, Birth())
        self.field = self.reading.field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.edited.connect(self.changed)
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def load(self, lists: Lists) -> None:
        self._today = lists.today

    def put(self, record: Record, texts: Texts) -> None:
        text = current().full_date(record.born) if record.born else str(record.birth_year or "")
        self.field.set_text(texts.get("born", text))

    def fields(self) -> dict[str, Any]:
        birth = self.reading.value(self._today)
        return {"born": birth.day, "birth_year": birth.year}

    def texts(self) -> Texts:
        return {"born": self.field.text()}

    def problems(self) -> Mapping[str, Refused]:
        problem = self.reading.problem(self._today)
        return {"born": problem} if problem else {}

    def tell(self, problems: Mapping[str, Refused]) -> None:
        problem = problems.get("born")
        self.field.set_error(sentence(problem) if problem else None)
        self.field.set_help(self._help())

    def stops(self) -> list[QWidget]:
        return [self.field.edit]

    def retranslate(self) -> None:
        self.field.set_placeholder("1.1.1990")
        self.field.edit.setAccessibleName(part_word("birth"))
        self.field.set_help(self._help())

    def _help(self) -> str:
        """How the text is understood: the whole date where it was written short, and the age."""
        birth = self.reading.value(self._today)
        if birth.day is None:
            year = _("The year is enough. Empty where nothing is known.")
            return "" if birth.year else year
        had = (self._today.month, self._today.day) >= (birth.day.month, birth.day.day)
        age = self._today.year - birth.day.year - (not had)
        told = _n("{n} year old", "{n} years old", age)
        return current().listing([current().full_date(birth.day), told])

    def _restyle(self) -> None:
        self.field.box.setMaximumWidth(active().chars(44))


class DaysPiece(Piece):
    """When the client came to Finland, and the day of the first permit."""

    def __init__(self) -> None:
        super().__init__()
        self._today = date.max
        self.readings = {name: Reading(read_past_day, None) for name in ("arrived_on", "permit_on")}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for reading in self.readings.values():
            self._row.addWidget(reading.field)
            reading.field.edited.connect(self.changed)
        self._row.addStretch(1)
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def load(self, lists: Lists) -> None:
        self._today = lists.today

    def put(self, record: Record, texts: Texts) -> None:
        for name, reading in self.readings.items():
            day: date | None = getattr(record, name)
            reading.field.set_text(texts.get(name, current().full_date(day) if day else ""))

    def fields(self) -> dict[str, Any]:
        return {name: one.value(self._today) for name, one in self.readings.items()}

    def texts(self) -> Texts:
        return {name: one.field.text() for name, one in self.readings.items()}

    def problems(self) -> Mapping[str, Refused]:
        found = {name: one.problem(self._today) for name, one in self.readings.items()}
        return {name: problem for name, problem in found.items() if problem is not None}

    def tell(self, problems: Mapping[str, Refused]) -> None:
        for name, reading in self.readings.items():
            problem = problems.get(name)
            reading.field.set_error(sentence(problem) if problem else None)

    def stops(self) -> list[QWidget]:
        return [one.field.edit for one in self.readings.values()]

    def retranslate(self) -> None:
        for name, reading in self.readings.items():
            reading.field.set_label(part_word(name))
            reading.field.set_placeholder("24.11.2026")

    def _restyle(self) -> None:
        self._row.setSpacing(active().space(12))
        for reading in self.readings.values():
            reading.field.setMaximumWidth(active().chars(32))
