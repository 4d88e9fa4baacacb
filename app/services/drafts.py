"""What a person has not finished at a workstation, kept in the store so that it is encrypted.

A form and a day's list for each location, so that nothing is recorded at another than it was
begun at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Insert, Table, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from app.domain.moment import BackDate
from app.domain.packing import pack, unpack
from app.domain.visit import Facts
from app.services.unit import Unit
from app.store.models import DraftRow

_DRAFT: Final[Table] = DraftRow.__table__  # type: ignore[assignment]
_MINE: Final = (
    _DRAFT.c.staff_id == bindparam("person"),
    _DRAFT.c.workstation == bindparam("desk"),
)
_FIND: Final = select(_DRAFT.c.form).where(*_MINE)
_FORGET: Final = delete(_DRAFT).where(*_MINE)
_FORM, _LIST = "form", "list"


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it stands: the id that its visit will have, where, what, when and whose."""

    id: UUID
    location: str
    facts: Facts
    back_dated: BackDate | None = None
    whose: UUID | None = None


@dataclass(frozen=True, slots=True)
class ListDraft:
    """A day's paper list as it stands; `day` is None while it cannot be read.

    `cells` maps a topic and a language (None: not stated) to a number of visits.
    """

    location: str
    day: date | None
    cells: Mapping[tuple[str, str | None], int] = field(default_factory=dict)


def kept(unit: Unit) -> dict[str, Any]:
    """All that this person has left unfinished at this workstation, by what it is."""
    return dict(unit.connection.execute(_FIND, _whose(unit)).scalar() or {})


def keep(unit: Unit, what: str, value: dict[str, Any] | None) -> None:
    """Put `value` in the place of what was kept, None to forget it."""
    before = kept(unit)
    after = {name: one for name, one in before.items() if name != what}
    if value is not None:
        after[what] = value
    if after:
        row = {
            "staff_id": unit.actor.staff_id,
            "workstation": unit.actor.workstation,
            "form": after,
            "saved_at": unit.now,
        }
        unit.connection.execute(_upsert(unit.connection.dialect.name), row)
    elif before:
        unit.connection.execute(_FORGET, _whose(unit))


def save(unit: Unit, draft: Draft) -> None:
    """Keep the form in place of the one kept before at its location."""
    keep(unit, f"{_FORM}:{draft.location}", _packed(draft))


def load(unit: Unit, location: str) -> Draft | None:
    """The form that this person left unfinished for `location` at this workstation."""
    form = kept(unit).get(f"{_FORM}:{location}")
    return _unpacked(form, location) if form else None


def forget(unit: Unit, location: str) -> None:
    """Throw the kept form away."""
    keep(unit, f"{_FORM}:{location}", None)


def save_list(unit: Unit, draft: ListDraft) -> None:
    """Keep the list in place of the one kept before at its location."""
    cells = [[topic, language, count] for (topic, language), count in draft.cells.items()]
    day = draft.day.isoformat() if draft.day else None
    keep(unit, f"{_LIST}:{draft.location}", {"day": day, "cells": cells})


def load_list(unit: Unit, location: str) -> ListDraft | None:
    """The list that this person left unfinished for `location` at this workstation."""
    found = kept(unit).get(f"{_LIST}:{location}")
    if not found:
        return None
    day = date.fromisoformat(found["day"]) if found["day"] else None
    return ListDraft(location, day, {(topic, lang): n for topic, lang, n in found["cells"]})


def forget_list(unit: Unit, location: str) -> None:
    """Throw the kept list away."""
    keep(unit, f"{_LIST}:{location}", None)


def _whose(unit: Unit) -> dict[str, UUID]:
    return {"person": unit.actor.staff_id, "desk": unit.actor.workstation}


@cache
def _upsert(engine: str) -> Insert:
    """Two programs of one person may begin a form at the same time."""
    dialect = postgresql if engine == "postgresql" else sqlite
    insert = dialect.insert(_DRAFT)
    statement: Insert = insert.on_conflict_do_update(
        index_elements=list(_DRAFT.primary_key.columns),
        set_={"form": insert.excluded.form, "saved_at": insert.excluded.saved_at},
    )
    return statement


def _packed(draft: Draft) -> dict[str, Any]:
    back = draft.back_dated
    return {
        "id": str(draft.id),
        "facts": pack(draft.facts),
        "day": back.day.isoformat() if back else None,
        "time": back.at.isoformat() if back and back.at else None,
        "whose": str(draft.whose) if draft.whose else None,
    }


def _unpacked(form: dict[str, Any], location: str) -> Draft:
    day, at = form["day"], form["time"]
    back = (
        BackDate(date.fromisoformat(day), time.fromisoformat(at) if at else None) if day else None
    )
    whose = form.get("whose")
    facts = unpack(form["facts"])
    return Draft(UUID(form["id"]), location, facts, back, UUID(whose) if whose else None)
