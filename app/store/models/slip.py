"""Slips: their numbers, those that were handed over, and what came of each service on them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code, Id, Text200


class SlipCounterRow(Base):
    """The last number that was given to a slip of a letter, as `J` of Jakobstad."""

    __tablename__ = "slip_counter"

    letter: Mapped[Code] = mapped_column(primary_key=True)
    last: Mapped[int]


class SlipRow(Base):
    """A slip that was handed over. Numbers begin anew after 9999: the newest of a number counts.

    `marked` says that the visit's outcome "referred" was set for it. A voided slip stays, with its
    reason, and counts nowhere. `choices` is what stood on it beside its services, without a name,
    null where that is not kept; `printed_at` is when it was last printed again.
    """

    __tablename__ = "slip"
    __table_args__ = (
        Index("ix_slip_number_issued_at", "number", "issued_at"),
        Index("ix_slip_day_location", "day", "location"),
    )

    id: Mapped[Id]
    number: Mapped[Code]
    location: Mapped[Code] = mapped_column(ForeignKey("location.code"))
    day: Mapped[date]
    issued_at: Mapped[datetime]
    issued_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"), index=True)
    marked: Mapped[bool]
    void_reason: Mapped[Text200 | None]
    choices: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    printed_at: Mapped[datetime | None]


class ReferralRow(Base):
    """One service of a slip and what came of it; `target` is null where only its kind is kept."""

    __tablename__ = "referral"
    __table_args__ = (
        CheckConstraint(
            "state in ('issued', 'taken_up', 'did_not_go', 'turned_away', 'unknown')",
            name="state",
        ),
        CheckConstraint("(state = 'turned_away') = (why is not null)", name="why"),
        CheckConstraint("turned_by is null or state = 'turned_away'", name="turned_by"),
    )

    slip_id: Mapped[UUID] = mapped_column(ForeignKey("slip.id"), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    category: Mapped[Code]
    target: Mapped[Code | None] = mapped_column(ForeignKey("service.id"), index=True)
    state: Mapped[Code]
    turned_by: Mapped[Code | None] = mapped_column(ForeignKey("service.id"))
    why: Mapped[Code | None]
    entered_at: Mapped[datetime | None]
    entered_by: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
