"""Guardians, representatives and the family: by name, or as clients themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.client import ClientName, Record, Relative
from app.domain.client_check import RELATIVES_MAX, problems
from app.domain.errors import Refused
from app.localization import _
from app.ui.clients.record.kin_search import KinSearch
from app.ui.clients.record.lists import Lists
from app.ui.clients.record.piece import Piece, Texts
from app.ui.clients.record.relative_line import RelativeLine
from app.ui.runner import Runner
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.words.sentences import sentence


class FamilyPiece(Piece):
    """A line for each person; a name is looked for among the clients while it is typed."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.search = KinSearch(runner, self)
        self._lists: Lists | None = None
        self.lines: list[RelativeLine] = []
        self.add = Link()
        self.add.set_icon("user-plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._begin)
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def load(self, lists: Lists) -> None:
        self._lists = lists
        self.search.kin |= lists.kin

    def put(self, record: Record, texts: Texts) -> None:
        for line in list(self.lines):
            self._remove(line)
        for one in record.relatives:
            self._add().put(one, self.search.kin.get(one.client) if one.client else None)
        self.rebuilt.emit()

    def fields(self) -> dict[str, Any]:
        typed = (line.relative() for line in self.lines)
        return {"relatives": tuple(one for one in typed if not _is_blank(one))}

    def problems(self) -> Mapping[str, Refused]:
        nameless = any(_is_nameless(line.relative()) for line in self.lines)
        return {"relatives": Refused("name_missing")} if nameless else {}

    def tell(self, problems: Mapping[str, Refused]) -> None:
        for line in self.lines:
            problem = _problem(line.relative(), self._lists) if self._lists else None
            line.tell(sentence(problem) if problem else "")

    def stops(self) -> list[QWidget]:
        return [*(stop for line in self.lines for stop in line.stops()), self.add]

    def retranslate(self) -> None:
        self.add.set_texts(_("Add a person"))

    def _begin(self) -> None:
        line = self._add()
        self.rebuilt.emit()
        line.relation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> RelativeLine:
        line = RelativeLine()
        self.lines.append(line)
        self._column.insertWidget(len(self.lines) - 1, line)
        line.show()  # else the Tab key passes it by until the layout has its turn
        line.changed.connect(self.changed)
        line.rebuilt.connect(self.rebuilt)
        line.dropped.connect(partial(self._drop, line))
        self.search.serve(line)
        self.add.setEnabled(len(self.lines) < RELATIVES_MAX)
        return line

    def _drop(self, line: RelativeLine) -> None:
        self._remove(line)
        self.rebuilt.emit()
        self.changed.emit()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, line: RelativeLine) -> None:
        self.search.dismiss(line)
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.add.setEnabled(True)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(8))


def _problem(one: Relative, lists: Lists) -> Refused | None:
    """What is wrong with one person, as the check of the record says it."""
    if _is_nameless(one):
        return Refused("name_missing")
    alone = Record((ClientName("N"),), relatives=(one,))
    found = problems(alone, lists.desk.reference, lists.today)
    return found.get("relatives")


def _is_nameless(one: Relative) -> bool:
    """Whether a telephone stands there and nobody to whom it belongs."""
    return bool(one.phone.strip()) and not one.client and not one.name.strip()


def _is_blank(one: Relative) -> bool:
    return not one.client and not one.name.strip() and not one.phone.strip()
