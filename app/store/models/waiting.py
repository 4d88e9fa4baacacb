"""The waiting line of a location."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code, Id


class WaitingRow(Base):
    """Somebody who waits or is being served; the row goes when the visit is recorded.

    The id becomes the visit's id, so that a visit is never counted twice.
    """

    __tablename__ = "waiting"
    __table_args__ = (Index("ix_waiting_location_arrived_at", "location", "arrived_at"),)

    id: Mapped[Id]
    location: Mapped[Code] = mapped_column(ForeignKey("location.code"))
    arrived_at: Mapped[datetime]
    served_at: Mapped[datetime | None]
    served_by: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
