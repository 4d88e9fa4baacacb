"""Pairs of clients of whom somebody said that they are two persons."""

from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, or_, select

from app.store.clients import CLIENT, DIFFERENT


def pair(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    """The two in the order in which the table has them."""
    return (one, other) if one < other else (other, one)


def is_pair(one: UUID, other: UUID) -> ColumnElement[bool]:
    """The row of these two."""
    a, b = pair(one, other)
    return (DIFFERENT.c.a == a) & (DIFFERENT.c.b == b)


def different_from(connection: Connection, client_id: UUID) -> frozenset[UUID]:
    """Who is another person than this one, whichever of their merged records it was said of."""
    one, other = CLIENT.alias(), CLIENT.alias()
    first, second = (func.coalesce(each.c.merged_into, each.c.id) for each in (one, other))
    query = (
        select(first.label("a"), second.label("b"))
        .select_from(DIFFERENT)
        .join(one, one.c.id == DIFFERENT.c.a)
        .join(other, other.c.id == DIFFERENT.c.b)
        .where(or_(first == client_id, second == client_id))
    )
    found = {one for row in connection.execute(query) for one in row}
    return frozenset(found - {client_id})
