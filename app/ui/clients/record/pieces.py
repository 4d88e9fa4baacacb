"""All pieces of the record form in their order, as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.client import ClientName, Record
from app.domain.client_check import cleaned, problems
from app.domain.errors import Refused
from app.domain.reference import Kind
from app.ui.clients.record.chips import (
    GroupsPiece,
    InChargePiece,
    IntegrationPiece,
    InterpreterPiece,
    LabourPiece,
    ReferencePiece,
)
from app.ui.clients.record.contact import ContactPiece, KotoAjPiece
from app.ui.clients.record.days import BirthPiece, DaysPiece
from app.ui.clients.record.family import FamilyPiece
from app.ui.clients.record.lists import Lists
from app.ui.clients.record.names import NamesPiece
from app.ui.clients.record.piece import Piece, Texts
from app.ui.clients.record.sensitive import SensitivePiece
from app.ui.clients.record.told import ToldPiece
from app.ui.runner import Runner

BLANK = Record((ClientName(""),))


@dataclass(frozen=True, slots=True, repr=False)
class Typed:
    """A form as it stands: what can be read of it, and the text of what cannot."""

    record: Record = BLANK
    texts: Texts = field(default_factory=dict)


class Pieces(QObject):
    """`changed` follows what a person does, `rebuilt` says that the order of the stops is new."""

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self.names, self.birth = NamesPiece(), BirthPiece()
        self.language = ReferencePiece("contact_language", Kind.LANGUAGE)
        self.interpreter, self.integration = InterpreterPiece(), IntegrationPiece()
        self.municipality = ReferencePiece("municipality", Kind.MUNICIPALITY)
        self.labour, self.groups = LabourPiece(), GroupsPiece()
        self.sensitive, self.days = SensitivePiece(runner), DaysPiece()
        self.contact, self.family = ContactPiece(), FamilyPiece(runner)
        self.koto_aj, self.in_charge, self.told = KotoAjPiece(), InChargePiece(), ToldPiece()
        self._lists: Lists | None = None
        for piece in self:
            piece.changed.connect(self._on_changed)
            piece.rebuilt.connect(self.rebuilt)

    def __iter__(self) -> Iterator[Piece]:
        yield from (self.names, self.birth, self.language, self.interpreter, self.integration)
        yield from (self.municipality, self.labour, self.groups, self.sensitive, self.days)
        yield from (self.contact, self.family, self.koto_aj, self.in_charge, self.told)

    def load(self, lists: Lists) -> None:
        """What may be chosen."""
        self._lists = lists
        for piece in self:
            piece.load(lists)

    def put(self, typed: Typed) -> None:
        """Show a form as it stood; nobody is told of a change."""
        for piece in self:
            piece.put(typed.record, typed.texts)
        self.check()

    def typed(self) -> Typed:
        """The form as it stands."""
        fields: dict[str, Any] = {}
        texts: dict[str, str] = {}
        for piece in self:
            fields |= piece.fields()
            texts |= piece.texts()
        return Typed(Record(**fields), texts)

    def record(self) -> Record:
        """What would be recorded."""
        return cleaned(self.typed().record)

    def check(self) -> Mapping[str, Refused]:
        """Show what is wrong, and where; all of it, in the order of reading."""
        record = self.record()
        self.told.know(record)
        if self._lists is None:
            return {}
        found = dict(problems(record, self._lists.desk.reference, self._lists.today))
        for piece in self:
            found |= piece.problems()
        for piece in self:
            piece.tell(found)
        return found

    def stops(self) -> list[QWidget]:
        """Where the Tab key goes."""
        return [stop for piece in self for stop in piece.stops()]

    def _on_changed(self) -> None:
        self.changed.emit()
