"""Which clients a person may know of."""

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, Table, exists, or_

from app.store.clients import CLIENT
from app.store.models import ProtectedReaderRow

READER: Final[Table] = ProtectedReaderRow.__table__  # type: ignore[assignment]


def visible(
    today: date | BindParameter[date], staff_id: UUID | BindParameter[UUID]
) -> ColumnElement[bool]:
    """The one rule of non-disclosure: who is under an order is there for named people only."""
    named = exists().where(READER.c.staff_id == staff_id)
    return or_(CLIENT.c.hidden_until.is_(None), CLIENT.c.hidden_until < today, named)
