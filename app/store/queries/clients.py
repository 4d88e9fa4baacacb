"""Which clients a person may know of, and their names."""

from datetime import date
from typing import Any, Final, TypeAlias, TypeVar
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    Table,
    and_,
    bindparam,
    exists,
    or_,
    select,
)

from app.store.clients import CLIENT, NAME
from app.store.models import ProtectedReaderRow

Value = TypeVar("Value")
Bound: TypeAlias = Value | BindParameter[Value]
READER: Final[Table] = ProtectedReaderRow.__table__  # type: ignore[assignment]


def visible(today: Bound[date], staff_id: Bound[UUID]) -> ColumnElement[bool]:
    """The one rule of non-disclosure: who is under an order is there for named people only.

    Records that were merged into others are there for nobody.
    """
    return and_(CLIENT.c.merged_into.is_(None), disclosed(today, staff_id))


def disclosed(today: Bound[date], staff_id: Bound[UUID]) -> ColumnElement[bool]:
    """As `visible`, for records that were merged into others as well."""
    named = exists().where(READER.c.staff_id == staff_id)
    return or_(CLIENT.c.hidden_until.is_(None), CLIENT.c.hidden_until < today, named)


def described(visible: ColumnElement[bool]) -> Select[Any]:
    """All names of the clients with `numbers`, each with birth and reference."""
    columns = (CLIENT.c.number, CLIENT.c.born, CLIENT.c.birth_year, CLIENT.c.koto_aj)
    return (
        select(*columns, NAME.c.given, NAME.c.family)
        .join(NAME, NAME.c.client_id == CLIENT.c.id)
        .where(CLIENT.c.number.in_(bindparam("numbers", expanding=True)), visible)
        .order_by(CLIENT.c.number)
    )


def own_name(visible: ColumnElement[bool], client_id: UUID) -> Select[Any]:
    """The own name of a client, with number and birth year."""
    columns = (CLIENT.c.id, CLIENT.c.number, CLIENT.c.birth_year, CLIENT.c.hidden_until)
    return (
        select(*columns, NAME.c.given, NAME.c.family)
        .join(NAME, NAME.c.client_id == CLIENT.c.id)
        .where(CLIENT.c.id == client_id, NAME.c.position == 0, visible)
    )
