"""Guardians, representatives and the family: by name, or as clients themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.client import ClientName, Record, Relative
from app.domain.client_check import RELATIVES_MAX, problems
from app.domain.errors import Refused
from app.localization import _
from app.services.lookup import Answer
from app.services.relatives import Kin
from app.ui.clients.lookup.looking import Looking
from app.ui.clients.record.lists import Lists
from app.ui.clients.record.piece import Piece, Texts
from app.ui.clients.record.relative_line import RelativeLine
from app.ui.runner import Runner
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.words.sentences import sentence

LEAST_LETTERS: Final = 3
OFFERED: Final = 3


class FamilyPiece(Piece):
    """A line for each person; a name is looked for among the clients while it is typed.

    `own` is the client whose record this is, who is not their own family.
    """

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._looking = Looking(runner, self)
        self._asking: RelativeLine | None = None
        self.own: UUID | None = None
        self._kin: dict[UUID, Kin] = {}
        self._lists: Lists | None = None
        self.lines: list[RelativeLine] = []
        self.add = Link()
        self.add.set_icon("user-plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._begin)
        self._looking.found.connect(self._offer)
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def load(self, lists: Lists) -> None:
        self._lists = lists
        self._kin |= lists.kin

    def put(self, record: Record, texts: Texts) -> None:
        for line in list(self.lines):
            self._remove(line)
        for one in record.relatives:
            line = self._add()
            line.put(one, self._kin.get(one.client) if one.client else None)
        self.rebuilt.emit()

    def fields(self) -> dict[str, Any]:
        return {"relatives": tuple(one for one in self._typed() if not _is_blank(one))}

    def kin(self) -> Mapping[UUID, Kin]:
        """The clients who were chosen here or stood here, by their ids."""
        return self._kin

    def problems(self) -> Mapping[str, Refused]:
        nameless = any(map(_is_nameless, self._typed()))
        return {"relatives": Refused("name_missing")} if nameless else {}

    def tell(self, problems: Mapping[str, Refused]) -> None:
        for line in self.lines:
            line.tell(self._problem(line.relative()))

    def stops(self) -> list[QWidget]:
        return [*(stop for line in self.lines for stop in line.stops()), self.add]

    def retranslate(self) -> None:
        self.add.set_texts(_("Add a person"))

    def _typed(self) -> list[Relative]:
        return [line.relative() for line in self.lines]

    def _problem(self, one: Relative) -> str:
        """What is wrong with one person's line, as the record's check says it."""
        if _is_nameless(one):
            return sentence(Refused("name_missing"))
        if self._lists is None:
            return ""
        alone = Record((ClientName("N"),), relatives=(one,))
        found = problems(alone, self._lists.desk.reference, self._lists.today)
        problem = found.get("relatives")
        return sentence(problem) if problem else ""

    def _begin(self) -> None:
        line = self._add()
        self.rebuilt.emit()
        line.relation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> RelativeLine:
        line = RelativeLine()
        self.lines.append(line)
        self._column.insertWidget(len(self.lines) - 1, line)
        line.changed.connect(self.changed)
        line.rebuilt.connect(self.rebuilt)
        line.dropped.connect(partial(self._drop, line))
        line.asked.connect(partial(self._ask, line))
        line.taken.connect(self._take)
        self.add.setEnabled(len(self.lines) < RELATIVES_MAX)
        return line

    def _ask(self, line: RelativeLine, text: str) -> None:
        if self._asking is not line:
            self._asking = line
            self._looking.clear()
        self._looking.type(text if len(text.strip()) >= LEAST_LETTERS else "")

    def _take(self, kin: Kin) -> None:
        self._kin[kin.id] = kin
        self._looking.clear()

    def _offer(self, answer: Answer | None) -> None:
        if self._asking in self.lines and self._asking is not None:
            found = answer.certain[:OFFERED] if answer else ()
            kin = [Kin(one.id, one.number, one.name, one.birth_year) for one in found]
            self._asking.offer([one for one in kin if one.id != self.own])

    def _drop(self, line: RelativeLine) -> None:
        self._remove(line)
        self.rebuilt.emit()
        self.changed.emit()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, line: RelativeLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.add.setEnabled(True)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(8))


def _is_nameless(one: Relative) -> bool:
    """Whether a telephone stands there and nobody to whom it belongs."""
    return bool(one.phone.strip()) and not one.client and not one.name.strip()


def _is_blank(one: Relative) -> bool:
    return not one.client and not one.name.strip() and not one.phone.strip()
