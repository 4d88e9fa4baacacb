"""What the form is filled with: whose record, how it began, and how it comes back by Undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.client import Client, Record
from app.domain.isolates import named
from app.domain.responsibility.values import Group
from app.services.client_draft import ClientDraft
from app.services.visits import new_id
from app.ui.clients.record.lists import Lists, read_lists
from app.ui.clients.record.pieces import Pieces, Typed
from app.ui.tab import Workplace


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """A client as it was seen, or the id of a new one; how the form began and how it stands."""

    id: UUID
    seen: Client | None
    begun: Typed
    typed: Typed


def blank(typed: Typed | None = None) -> Draft:
    """A new client."""
    begun = typed or Typed()
    return Draft(new_id(), None, begun, begun)


def packed(draft: Draft) -> ClientDraft:
    """The draft as the store keeps it."""
    begun, typed = draft.begun.record, draft.typed
    return ClientDraft(draft.id, draft.seen, begun, typed.record, typed.texts)


def unpacked(kept: ClientDraft) -> Draft:
    """The draft that the store has kept."""
    return Draft(kept.id, kept.seen, Typed(kept.begun), Typed(kept.typed, kept.texts))


class Filling(QObject):
    """`filled` when another draft stands in the form, `wanted` when one came back by Undo."""

    filled = Signal()
    wanted = Signal()

    def __init__(self, workplace: Workplace, pieces: Pieces, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._pieces = workplace, pieces
        self.lists: Lists | None = None
        self.draft = blank()
        self._begun = pieces.typed()
        pieces.sensitive.shown.connect(self._on_shown)

    @property
    def seen(self) -> Client | None:
        """The client that is amended; None for a new one."""
        return self.draft.seen

    @property
    def hides(self) -> bool:
        """Whether an order keeps back where the client lives."""
        return self.seen is not None and self.seen.protected_until is not None

    def is_typed(self) -> bool:
        """Whether something would be lost with the form."""
        return self.lists is not None and self._pieces.typed() != self._begun

    def begin(self, draft: Draft) -> None:
        """Read the lists, then show the draft."""
        self.draft = draft
        self.read_lists((draft.typed.record, draft.begun.record), self._load)

    def read_lists(self, records: Iterable[Record], then: Callable[[Lists], None]) -> None:
        """The lists for a form with these records."""
        code, some = self._workplace.location.code, tuple(records)
        self._workplace.runner.read(
            self, lambda unit: read_lists(unit, code, some), then, ticket="lists"
        )

    def put_away(self, title: str) -> None:
        """What is typed comes back by Undo."""
        self.offer(title, self.taken())

    def taken(self) -> Draft | None:
        """What is typed, None where nothing is."""
        return replace(self.draft, typed=self._pieces.typed()) if self.is_typed() else None

    def offer(self, title: str, draft: Draft | None) -> None:
        """Let what was typed come back by Undo."""
        if draft is None:
            return

        def bring_back() -> None:
            self.put_away(title)
            self.begin(draft)
            self.wanted.emit()

        self._workplace.undo.push(title, named(draft.typed.record.name), bring_back)

    def reset(self) -> None:
        """Nothing is in the form any more."""
        self.draft = blank()
        self._show()

    def _load(self, lists: Lists) -> None:
        self.lists = lists
        self._pieces.load(lists)
        self._show()
        self.filled.emit()

    def _show(self) -> None:
        seen = self.seen
        self._pieces.sensitive.begin(seen.id if seen else None)
        self._pieces.family.search.own = seen.id if seen else None
        self._pieces.contact.show_address(not self.hides)
        self._pieces.put(self.draft.begun)
        self._begun = self._pieces.typed()
        self._pieces.put(self.draft.typed)

    def _on_shown(self, groups: frozenset[Group]) -> None:
        """What the store has of sensitive groups was seen now; showing them changes nothing."""
        if self.seen is None:
            return
        seen = replace(self.seen, record=replace(self.seen.record, sensitive=groups))
        begun = replace(self.draft.begun, record=replace(self.draft.begun.record, sensitive=groups))
        self.draft = replace(self.draft, seen=seen, begun=begun)
        self._begun = replace(self._begun, record=replace(self._begun.record, sensitive=groups))
