"""What joins clients with visits and slips, and the consents on which that rests."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code, Id


class ClientConsentRow(Base):
    """A client's consent to be linked, and the day on which it was withdrawn."""

    __tablename__ = "client_consent"
    __table_args__ = (CheckConstraint("way in ('spoken', 'written', 'electronic')", name="way"),)

    id: Mapped[Id]
    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id"), index=True)
    given_on: Mapped[date]
    way: Mapped[Code]
    language: Mapped[Code]
    withdrawn_on: Mapped[date | None]
    recorded_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    recorded_at: Mapped[datetime]


class ClientLinkRow(Base):
    """A client's visit or slip, for a statutory task or by a consent.

    Its own key: to somebody who may not know of a client the visit is nobody's, and can be linked.
    `municipality` is that of the visit while it is not shown there.
    """

    __tablename__ = "client_link"
    __table_args__ = (
        CheckConstraint("(visit_id is null) <> (slip_id is null)", name="of"),
        CheckConstraint("(task is null) <> (consent_id is null)", name="basis"),
        CheckConstraint("task in ('assessment', 'plan', 'review')", name="task"),
    )

    id: Mapped[Id]
    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id"), index=True)
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"), index=True)
    slip_id: Mapped[UUID | None] = mapped_column(ForeignKey("slip.id"), index=True)
    task: Mapped[Code | None]
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("client_consent.id"), index=True)
    municipality: Mapped[Code | None]
    linked_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    linked_at: Mapped[datetime]


class VisitHiddenRow(Base):
    """A visit whose municipality is not shown or counted; whoever amends it leaves it so."""

    __tablename__ = "visit_hidden"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), primary_key=True)
