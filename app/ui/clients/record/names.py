"""The names: the client's own, and below it other spellings, scripts and former names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.client import ClientName, NameKind, Record
from app.domain.client_check import NAMES_MAX
from app.domain.errors import Refused
from app.localization import _
from app.ui.clients.record.piece import Piece, Texts
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowLayout
from app.words.record import name_kind_word
from app.words.sentences import sentence

MORE = (NameKind.SPELLING, NameKind.SCRIPT, NameKind.FORMER)


class NameLine(QWidget):
    """One name in two parts; `dropped` when it is taken away again."""

    changed = Signal()
    dropped = Signal()

    def __init__(self, kind: NameKind) -> None:
        super().__init__()
        self.kind = kind
        self.given, self.family, self.drop = Field(), Field(), Link(ink="text")
        self.drop.set_icon("x")
        room = self.drop.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.drop.setSizePolicy(room)
        if kind is NameKind.OWN:
            self.drop.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        self._row.addWidget(self.given, 1, top)
        self._row.addWidget(self.family, 1, top)
        self._row.addWidget(self.drop, 0, bottom)
        for field in (self.given, self.family):
            field.edited.connect(self.changed)
        self.drop.clicked.connect(self.dropped)
        self.retranslate()

    def name(self) -> ClientName:
        """What is typed; a name in one part is a given name."""
        given, family = self.given.text().strip(), self.family.text().strip()
        return ClientName(given or family, family if given else "", self.kind)

    def put(self, name: ClientName) -> None:
        self.given.set_text(name.given)
        self.family.set_text(name.family)

    def stops(self) -> list[QWidget]:
        own = self.kind is NameKind.OWN
        return [self.given.edit, self.family.edit, *([] if own else [self.drop])]

    def retranslate(self) -> None:
        given, family = _("Given names"), _("Family name")
        kind = "" if self.kind is NameKind.OWN else f"{name_kind_word(self.kind)}: "
        self.given.set_label(f"{kind}{given.lower()}" if kind else given)
        self.family.set_label(family)
        self.family.edit.setAccessibleName(f"{kind}{family}")
        self.drop.setToolTip(_("Take this name away"))
        self.drop.setAccessibleName(_("Take this name away"))


class NamesPiece(Piece):
    """A line for each name; empty ones are none."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[NameLine] = []
        self.adds = {kind: Link() for kind in MORE}
        self._column, self._links = QVBoxLayout(self), FlowLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._links)
        for kind, link in self.adds.items():
            self._links.addWidget(link)
            link.clicked.connect(partial(self._begin, kind))
        self._add(NameKind.OWN)
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    @property
    def own(self) -> NameLine:
        return self.lines[0]

    def begin(self, new: bool) -> None:
        """The keyboard on the own name; of a new client, on the part that is not there yet."""
        further = new and self.own.given.text()
        (self.own.family if further else self.own.given).setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, record: Record, texts: Texts) -> None:
        for line in self.lines[1:]:
            self._remove(line)
        own, *others = record.names or (ClientName(""),)
        self.own.put(own)
        for name in others:
            self._add(name.kind).put(name)
        self.rebuilt.emit()

    def fields(self) -> dict[str, Any]:
        own, *others = (line.name() for line in self.lines)
        return {"names": (own, *(one for one in others if one.given))}

    def tell(self, problems: Mapping[str, Refused]) -> None:
        """A problem stands at the line that it is about: the first one that has it alone."""
        problem = problems.get("names")
        wrong = self._wrong(problem) if problem else None
        for line in self.lines:
            told = problem is not None and line is wrong
            line.given.set_error(sentence(problem) if problem and told else None)

    def stops(self) -> list[QWidget]:
        lines = [stop for line in self.lines for stop in line.stops()]
        return [*lines, *self.adds.values()]

    def retranslate(self) -> None:
        for line in self.lines:
            line.retranslate()
        for kind, link in self.adds.items():
            link.set_texts(f"+ {name_kind_word(kind)}")

    def _wrong(self, problem: Refused) -> NameLine | None:
        if problem.code == "name_too_long":
            return max(self.lines, key=lambda line: max(map(len, _parts(line.name()))))
        if problem.code == "names_too_many":
            return self.lines[-1]
        lines = (line for line in self.lines if not any(map(str.isalpha, line.name().given)))
        typed = [line for line in lines if line.kind is NameKind.OWN or line.name().given]
        # An empty form is not wrong yet.
        return next((line for line in typed if line.name().given or len(self.lines) > 1), None)

    def _begin(self, kind: NameKind) -> None:
        line = self._add(kind)
        self.rebuilt.emit()
        line.given.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, kind: NameKind) -> NameLine:
        line = NameLine(kind)
        self.lines.append(line)
        self._column.insertWidget(len(self.lines) - 1, line)
        line.show()  # else the Tab key passes it by until the layout has its turn
        line.changed.connect(self.changed)
        line.dropped.connect(partial(self._drop, line))
        self._limit()
        return line

    def _drop(self, line: NameLine) -> None:
        before = self.lines[self.lines.index(line) - 1]
        self._remove(line)
        self.rebuilt.emit()
        self.changed.emit()
        before.given.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, line: NameLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._limit()

    def _limit(self) -> None:
        for link in self.adds.values():
            link.setEnabled(len(self.lines) < NAMES_MAX)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(8))


def _parts(name: ClientName) -> tuple[str, str]:
    return name.given, name.family
