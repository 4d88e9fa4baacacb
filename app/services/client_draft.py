"""The record form that a person has not finished, kept encrypted with the other drafts.

Of a protected client nothing is kept: a form would show without a reason who that is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from app.domain.client import Client, Record
from app.domain.errors import Refused
from app.domain.plain import from_plain, plain
from app.domain.roles import Right
from app.services import clients, drafts
from app.services.unit import Unit

_FORM: Final = "client"


@dataclass(frozen=True, slots=True, repr=False)
class ClientDraft:
    """A client as it was seen, or the id of a new one; how the form began and how it stands.

    `texts` are what was typed into fields that may not be understood, by their names.
    """

    id: UUID
    seen: Client | None
    begun: Record
    typed: Record
    texts: Mapping[str, str] = field(default_factory=dict)


def save(unit: Unit, draft: ClientDraft) -> None:
    """Keep the form in place of the one kept before. Errors: `no_right`."""
    unit.demand(Right.KEEP_CLIENTS)
    hides = draft.seen is not None and draft.seen.protected_until is not None
    drafts.keep(unit, _FORM, None if hides else plain(draft))


def load(unit: Unit) -> ClientDraft | None:
    """The form that this person left unfinished at this workstation; that is a look and logged.

    None where the client is not there any more, or is protected since. Errors: `no_right`.
    """
    unit.demand(Right.KEEP_CLIENTS)
    kept = drafts.kept(unit).get(_FORM)
    if kept is None:
        return None
    try:
        draft: ClientDraft = from_plain(ClientDraft, kept)
        if draft.seen is not None:
            clients.open_record(unit, draft.seen.id)
    except (Refused, KeyError, TypeError, ValueError):
        return None
    return draft


def forget(unit: Unit) -> None:
    """Throw the kept form away. Errors: `no_right`."""
    unit.demand(Right.KEEP_CLIENTS)
    drafts.keep(unit, _FORM, None)
