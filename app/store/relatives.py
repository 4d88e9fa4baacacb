"""The relatives of a client, with those of the records that were merged into this one.

A relative who is a client, but whose record was merged into another, is that other client: nothing
has to be moved for it, in records that not everybody may know of either.
"""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    and_,
    delete,
    func,
    or_,
    select,
)

from app.domain.client import Client, Relation, Relative
from app.store.models import ClientRelativeRow, ClientRow

_CLIENT: Final[Table] = ClientRow.__table__  # type: ignore[assignment]
_RELATIVE: Final[Table] = ClientRelativeRow.__table__  # type: ignore[assignment]


def relatives_of(
    connection: Connection, visible: ColumnElement[bool], client_id: UUID
) -> tuple[Relative, ...]:
    """Those who are clients themselves only where they may be known of."""
    rows = connection.execute(_of_relatives(visible, client_id))
    return tuple(dict.fromkeys(map(_relative, rows)))


def drop_relatives(
    connection: Connection, visible: ColumnElement[bool], client: Client
) -> tuple[Relative, ...]:
    """Delete the relatives that are to be written anew or no more; those yet to be written.

    Those of merged records stay there, if they are still wanted.
    """
    wanted = client.record.relatives
    own: set[Relative] = set()
    merged: set[Relative] = set()
    gone: list[UUID] = []
    for row in connection.execute(_of_relatives(visible, client.id)):
        one, is_own = _relative(row), row.client_id == client.id
        (own if is_own else merged).add(one)
        if is_own or one not in wanted:
            gone.append(row.id)
    connection.execute(delete(_RELATIVE).where(_RELATIVE.c.id.in_(gone)))
    return tuple(one for one in wanted if one in own or one not in merged)


def _relative(row: Row[Any]) -> Relative:
    return Relative(Relation(row.relation), row.name, row.phone, row.other)


def _of_relatives(visible: ColumnElement[bool], client_id: UUID) -> Select[Any]:
    """The relatives of a client whom one may know of, those of merged records with them.

    Who was recorded under a record that was merged into another is that other one.
    """
    person = _CLIENT.alias()
    other = func.coalesce(person.c.merged_into, person.c.id)
    known = select(_CLIENT.c.id).where(visible)
    merged = select(_CLIENT.c.id).where(_CLIENT.c.merged_into == client_id)
    own = _RELATIVE.c.client_id
    columns = (_RELATIVE.c.id, own, _RELATIVE.c.relation, _RELATIVE.c.name, _RELATIVE.c.phone)
    return (
        select(*columns, other.label("other"))
        .outerjoin_from(_RELATIVE, person, person.c.id == _RELATIVE.c.other)
        .where(
            or_(own == client_id, own.in_(merged)),
            or_(_RELATIVE.c.other.is_(None), and_(other != client_id, other.in_(known))),
        )
        .order_by(own != client_id, own, _RELATIVE.c.position, _RELATIVE.c.id)
    )
