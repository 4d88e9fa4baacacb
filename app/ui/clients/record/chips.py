"""Questions of the record that chips answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.client import INTEGRATION_LANGUAGES, SENSITIVE, Interpreting, Record
from app.domain.reference import Item, Kind
from app.domain.responsibility.values import Group, Labour
from app.localization import _, _p, capital
from app.ui.check_in.open_group import MORE, OpenGroup
from app.ui.check_in.pick_popup import PickPopup
from app.ui.clients.record.lists import Lists, person_item
from app.ui.clients.record.piece import Piece, Texts
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.words.clients import interpreting_word
from app.words.record import part_word
from app.words.responsible import group_word, labour_word

OTHER = "other"


class ChipsPiece(Piece):
    """One field whose value is chosen of a few chips; the same chip again takes it back."""

    def __init__(self, field: str, group: ChipGroup) -> None:
        super().__init__()
        self.field, self.group = field, group
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(group)
        self.setFocusProxy(group)
        group.changed.connect(self.changed)
        group.rebuilt.connect(self.rebuilt)

    def stops(self) -> list[QWidget]:
        return list(self.group.chips.values())

    def put(self, record: Record, texts: Texts) -> None:
        value = getattr(record, self.field)
        self.group.set_chosen([str(value)] if value else ())

    def _chosen(self) -> str | None:
        return next(iter(self.group.chosen()), None)

    def _name(self) -> None:
        self.group.setAccessibleName(part_word(self.field))


class InterpreterPiece(ChipsPiece):
    """Needed or not; neither where it was not asked."""

    def __init__(self) -> None:
        super().__init__("interpreting", ChipGroup(digits=True))
        self.retranslate()

    def put(self, record: Record, texts: Texts) -> None:
        asked = record.interpreting is not Interpreting.NOT_ASKED
        self.group.set_chosen([record.interpreting] if asked else ())

    def fields(self) -> dict[str, Any]:
        return {"interpreting": Interpreting(self._chosen() or Interpreting.NOT_ASKED)}

    def retranslate(self) -> None:
        needs = (Interpreting.NEEDED, Interpreting.NOT_NEEDED)
        self.group.set_chips([ChipText(one, capital(interpreting_word(one))) for one in needs])
        self._name()


class IntegrationPiece(ChipsPiece):
    """Finnish or Swedish."""

    def __init__(self) -> None:
        super().__init__("integration_language", ChipGroup(digits=True))
        self._lists: Lists | None = None

    def load(self, lists: Lists) -> None:
        self._lists = lists
        self.retranslate()

    def fields(self) -> dict[str, Any]:
        return {"integration_language": self._chosen()}

    def retranslate(self) -> None:
        if self._lists is not None:
            desk = self._lists.desk
            chips = [desk.chip(Kind.LANGUAGE, code) for code in INTEGRATION_LANGUAGES]
            self.group.set_chips(chips)
        self._name()


class LabourPiece(ChipsPiece):
    """The standing on the labour market."""

    def __init__(self) -> None:
        super().__init__("labour", ChipGroup(digits=True))
        self.retranslate()

    def fields(self) -> dict[str, Any]:
        chosen = self._chosen()
        return {"labour": Labour(chosen) if chosen else None}

    def retranslate(self) -> None:
        self.group.set_chips([ChipText(one, labour_word(one)) for one in Labour])
        self._name()


def group_chips(groups: Iterable[Group]) -> list[ChipText]:
    """The chips of groups of the programme."""
    return [ChipText(one, group_word(one)) for one in groups]


class GroupsPiece(ChipsPiece):
    """The groups of the programme, but for those that are shown on demand only."""

    def __init__(self) -> None:
        super().__init__("groups", ChipGroup(limit=len(Group), digits=True, numbered=False))
        self.retranslate()

    def put(self, record: Record, texts: Texts) -> None:
        self.group.set_chosen(record.groups)

    def fields(self) -> dict[str, Any]:
        return {"groups": frozenset(Group(code) for code in self.group.chosen())}

    def retranslate(self) -> None:
        self.group.set_chips(group_chips(one for one in Group if one not in SENSITIVE))
        self._name()


class OpenPiece(ChipsPiece):
    """A field with a list behind its last chip, which is typed in."""

    group: OpenGroup

    def __init__(self, field: str) -> None:
        super().__init__(field, OpenGroup(digits=True))
        self.lists: Lists | None = None
        self.popup = PickPopup(self)
        self.group.asked.connect(self._open)
        self.popup.picked.connect(self._pick)

    def load(self, lists: Lists) -> None:
        self.lists = lists
        self.retranslate()

    def put(self, record: Record, texts: Texts) -> None:
        value = getattr(record, self.field)
        self.group.put(self.chip(str(value)) if value else None)

    def fields(self) -> dict[str, Any]:
        return {self.field: self._chosen()}

    def retranslate(self) -> None:
        if self.lists is not None:
            chosen = self._chosen()
            self.group.set_open_chips(self.keyed(self.lists), self.more())
            if chosen is not None:
                self.group.put(self.chip(chosen))
        self._name()

    def chip(self, code: str) -> ChipText:
        """The chip of one entry."""
        raise NotImplementedError

    def keyed(self, lists: Lists) -> list[ChipText]:
        """What stands on chips of its own."""
        raise NotImplementedError

    def more(self) -> ChipText:
        """The chip that opens the list."""
        raise NotImplementedError

    def items(self, lists: Lists) -> Sequence[Item]:
        """What the list offers."""
        raise NotImplementedError

    def fallback(self) -> str:
        """What is offered whatever is typed."""
        return ""

    def _open(self) -> None:
        if self.lists is not None:
            self.popup.open(self.items(self.lists), self.fallback(), self.group.more_chip())

    def _pick(self, code: str) -> None:
        self.group.choose(self.chip(code))
        self.group.chips[code].setFocus(Qt.FocusReason.PopupFocusReason)


class ReferencePiece(OpenPiece):
    """A language or a municipality, in the site's order."""

    def __init__(self, field: str, kind: Kind) -> None:
        super().__init__(field)
        self.kind = kind
        self.retranslate()

    def chip(self, code: str) -> ChipText:
        assert self.lists is not None
        return self.lists.desk.chip(self.kind, code)

    def keyed(self, lists: Lists) -> list[ChipText]:
        return lists.chips(self.kind)

    def more(self) -> ChipText:
        if self.kind is Kind.LANGUAGE:
            return ChipText(MORE, _p("language", "Other…"), _("Another language, by typing"))
        return ChipText(MORE, _p("municipality", "Other…"), _("Another municipality, by typing"))

    def items(self, lists: Lists) -> Sequence[Item]:
        return lists.desk.typed(self.kind, self.group.keyed())

    def fallback(self) -> str:
        return OTHER


class InChargePiece(OpenPiece):
    """Who of the staff is in charge: oneself on a chip, others by typing."""

    def __init__(self) -> None:
        super().__init__("in_charge")
        self.retranslate()

    def chip(self, code: str) -> ChipText:
        assert self.lists is not None
        names = {str(one.id): one.name for one in self.lists.people}
        return ChipText(code, names.get(code, code))

    def keyed(self, lists: Lists) -> list[ChipText]:
        return [self.chip(str(one.id)) for one in lists.keepers() if one.id == lists.me]

    def more(self) -> ChipText:
        return ChipText(MORE, _p("person", "Other…"), _("Another person, by typing"))

    def items(self, lists: Lists) -> Sequence[Item]:
        return [person_item(one) for one in lists.keepers()]

    def fields(self) -> dict[str, Any]:
        chosen = self._chosen()
        return {"in_charge": UUID(chosen) if chosen else None}
