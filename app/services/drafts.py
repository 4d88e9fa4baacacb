"""The unfinished form of a person at a workstation, kept in the store so that it is encrypted."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Table, bindparam, delete

from app.domain.moment import BackDate
from app.domain.packing import pack, unpack
from app.domain.visit import Facts
from app.services.unit import Unit
from app.store.models import DraftRow

_DRAFT: Final[Table] = DraftRow.__table__  # type: ignore[assignment]
_FORGET: Final = delete(_DRAFT).where(
    _DRAFT.c.staff_id == bindparam("person"), _DRAFT.c.workstation == bindparam("desk")
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it stands: the id that its visit will have, where, what and when."""

    id: UUID
    location: str
    facts: Facts
    back_dated: BackDate | None = None


def save(unit: Unit, draft: Draft) -> None:
    """Keep the form in place of the one kept before."""
    unit.session.merge(
        DraftRow(
            staff_id=unit.actor.staff_id,
            workstation=unit.actor.workstation,
            form=_packed(draft),
            saved_at=unit.now,
        )
    )


def load(unit: Unit) -> Draft | None:
    """The form that this person left unfinished at this workstation."""
    row = unit.session.get(DraftRow, (unit.actor.staff_id, unit.actor.workstation))
    return _unpacked(row.form) if row else None


def forget(unit: Unit) -> None:
    """Throw the kept form away."""
    whose = {"person": unit.actor.staff_id, "desk": unit.actor.workstation}
    unit.connection.execute(_FORGET, whose)


def _packed(draft: Draft) -> dict[str, Any]:
    back = draft.back_dated
    return {
        "id": str(draft.id),
        "location": draft.location,
        "facts": pack(draft.facts),
        "day": back.day.isoformat() if back else None,
        "time": back.at.isoformat() if back and back.at else None,
    }


def _unpacked(form: dict[str, Any]) -> Draft:
    day, at = form["day"], form["time"]
    back = (
        BackDate(date.fromisoformat(day), time.fromisoformat(at) if at else None) if day else None
    )
    return Draft(UUID(form["id"]), form["location"], unpack(form["facts"]), back)
