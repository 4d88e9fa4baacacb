"""Links of clients with visits and slips in the store, and the consents they rest on.

What is handed to a person is read with the rule of `queries.clients.visible`; what keeps a
municipality out of sight asks all links that the engine shows.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    delete,
    exists,
    insert,
    or_,
    select,
    text,
    update,
)

from app.domain.link import Consent, Link, Task, Way
from app.store.clients import CLIENT
from app.store.models import ClientConsentRow, ClientLinkRow, VisitHiddenRow
from app.store.referrals import SLIP
from app.store.visits import AMENDMENT

LINK: Final[Table] = ClientLinkRow.__table__  # type: ignore[assignment]
CONSENT: Final[Table] = ClientConsentRow.__table__  # type: ignore[assignment]
_HIDDEN: Final[Table] = VisitHiddenRow.__table__  # type: ignore[assignment]


def hold(connection: Connection, client_id: UUID) -> None:
    """Let nobody else link this client, or set or lift an order, until the transaction ends.

    Who links need not be able to lock a client's row. A file's writer holds the whole file already.
    """
    if connection.dialect.name == "postgresql":
        lock = text("select pg_advisory_xact_lock(hashtextextended(:client, 0))")
        connection.execute(lock, {"client": str(client_id)})


def insert_links(connection: Connection, links: Sequence[Link]) -> None:
    """Keep new links."""
    if links:
        connection.execute(insert(LINK), [_link_row(link) for link in links])


def insert_consents(connection: Connection, consents: Sequence[Consent]) -> None:
    """Keep new consents."""
    if consents:
        connection.execute(insert(CONSENT), [_consent_row(consent) for consent in consents])


def delete_link(connection: Connection, link_id: UUID) -> None:
    """Forget a link."""
    connection.execute(delete(LINK).where(LINK.c.id == link_id))


def delete_consent(connection: Connection, consent_id: UUID) -> None:
    """Forget a consent on which nothing rests."""
    connection.execute(delete(CONSENT).where(CONSENT.c.id == consent_id))


def set_withdrawn(connection: Connection, consent_id: UUID, on: date | None) -> None:
    """Keep the day from which a consent is not in force, or that it is."""
    connection.execute(update(CONSENT).where(CONSENT.c.id == consent_id).values(withdrawn_on=on))


def links(connection: Connection, *where: ColumnElement[bool]) -> list[Link]:
    """The links that fulfil `where`, which may speak of `LINK` and `CLIENT`; oldest first."""
    query = select(LINK).join(CLIENT, CLIENT.c.id == LINK.c.client_id).where(*where)
    rows = connection.execute(query.order_by(LINK.c.linked_at, LINK.c.id))
    return [_link(row) for row in rows]


def consents(connection: Connection, *where: ColumnElement[bool]) -> list[Consent]:
    """The consents that fulfil `where`, which may speak of `CONSENT` and `CLIENT`; newest first."""
    query = select(CONSENT).join(CLIENT, CLIENT.c.id == CONSENT.c.client_id).where(*where)
    order = CONSENT.c.given_on.desc(), CONSENT.c.recorded_at.desc(), CONSENT.c.id.desc()
    return [_consent(row) for row in connection.execute(query.order_by(*order))]


def linked_visits(client_id: UUID) -> Select[tuple[UUID]]:
    """The ids of a client's visits."""
    return select(LINK.c.visit_id).where(
        LINK.c.client_id == client_id, LINK.c.visit_id.is_not(None)
    )


def linked_slips(client_id: UUID) -> Select[tuple[UUID]]:
    """The ids of the slips that are a client's own, whatever visit they belong to."""
    return select(LINK.c.slip_id).where(LINK.c.client_id == client_id, LINK.c.slip_id.is_not(None))


def of_a_person(connection: Connection, visit_id: UUID) -> bool:
    """Whether a visit belongs to somebody known, be it to others only."""
    linked = exists().where(LINK.c.visit_id == visit_id)
    return bool(connection.scalar(select(or_(linked, is_hidden(visit_id)))))


def slip_of_a_person(connection: Connection, slip_id: UUID) -> bool:
    """Whether a slip belongs to somebody known, by itself or by its visit."""
    of_slip = exists().where(LINK.c.slip_id == slip_id)
    own_visit = select(SLIP.c.visit_id).where(SLIP.c.id == slip_id)
    of_visit = exists().where(LINK.c.visit_id.in_(own_visit))
    hidden = exists().where(_HIDDEN.c.visit_id.in_(own_visit))
    return bool(connection.scalar(select(or_(of_slip, of_visit, hidden))))


def is_hidden(visit_id: UUID) -> ColumnElement[bool]:
    """Whether the municipality of a visit is kept out of sight."""
    return exists().where(_HIDDEN.c.visit_id == visit_id)


def hidden_of(connection: Connection, visit_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these visits whose municipality is kept out of sight."""
    some = _HIDDEN.c.visit_id.in_(list(visit_ids))
    return frozenset(connection.scalars(select(_HIDDEN.c.visit_id).where(some)))


def hide(connection: Connection, visit_id: UUID, link_id: UUID, municipality: str | None) -> None:
    """Keep the municipality of a visit with one of its links, and out of the visit's history."""
    connection.execute(insert(_HIDDEN).values(visit_id=visit_id))
    keep(connection, link_id, municipality)
    of_visit = AMENDMENT.c.visit_id == visit_id
    amended = select(AMENDMENT.c.id, AMENDMENT.c.before).where(of_visit)
    for row in connection.execute(amended).all():
        before = row.before | {"municipality": None}
        one = AMENDMENT.c.id == row.id
        connection.execute(update(AMENDMENT).where(one).values(before=before))


def show(connection: Connection, visit_id: UUID) -> None:
    """Let the municipality of a visit be seen; it has been put back there."""
    of_visit = LINK.c.visit_id == visit_id, LINK.c.municipality.is_not(None)
    connection.execute(update(LINK).where(*of_visit).values(municipality=None))
    connection.execute(delete(_HIDDEN).where(_HIDDEN.c.visit_id == visit_id))


def keep(connection: Connection, link_id: UUID, municipality: str | None) -> None:
    """Keep with a link the municipality that its visit does not show."""
    one = LINK.c.id == link_id
    connection.execute(update(LINK).where(one).values(municipality=municipality))


def _link_row(link: Link) -> dict[str, Any]:
    return {
        "id": link.id,
        "client_id": link.client,
        "visit_id": link.visit,
        "slip_id": link.slip,
        "task": link.task,
        "consent_id": link.consent,
        "municipality": link.municipality,
        "linked_by": link.linked_by,
        "linked_at": link.linked_at,
    }


def _link(row: Row[Any]) -> Link:
    return Link(
        row.id,
        row.client_id,
        row.linked_by,
        row.linked_at,
        row.visit_id,
        row.slip_id,
        Task(row.task) if row.task else None,
        row.consent_id,
        row.municipality,
    )


def _consent_row(consent: Consent) -> dict[str, Any]:
    return {
        "id": consent.id,
        "client_id": consent.client,
        "given_on": consent.given_on,
        "way": consent.way,
        "language": consent.language,
        "withdrawn_on": consent.withdrawn_on,
        "recorded_by": consent.recorded_by,
        "recorded_at": consent.recorded_at,
    }


def _consent(row: Row[Any]) -> Consent:
    return Consent(
        row.id,
        row.client_id,
        row.given_on,
        Way(row.way),
        row.language,
        row.recorded_by,
        row.recorded_at,
        row.withdrawn_on,
    )
