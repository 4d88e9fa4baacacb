"""Visits, with what was chosen of topics and outcomes, and what was changed later."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code, Id, Text200


class VisitRow(Base):
    """One encounter. `at` is the visit's UTC moment, `day` and `hour` its local ones.

    `arrived_at`, `served_at` and `done_at` come from the waiting line; `closed_by_day_end` says
    that nobody closed the visit, so that its times mean nothing. A voided visit stays, with its
    reason, and counts nowhere. `revision` counts the changes since it was recorded, of which the
    last was at `changed_at`: of two states of a visit they tell the newer one.
    """

    __tablename__ = "visit"
    __table_args__ = (
        CheckConstraint("persons between 1 and 60", name="persons"),
        CheckConstraint("hour is null or hour between 0 and 23", name="hour"),
        CheckConstraint("precision in ('exact', 'day')", name="precision"),
        CheckConstraint("source in ('desk', 'tally', 'import')", name="source"),
        CheckConstraint("interpreter in ('not_needed', 'used', 'not_got')", name="interpreter"),
        CheckConstraint("first_visit in ('not_asked', 'yes', 'no')", name="first_visit"),
        Index("ix_visit_location_day_at", "location", "day", "at"),
        Index(
            "ix_visit_waited",
            "location",
            "day",
            "arrived_at",
            "served_at",
            "done_at",
            "closed_by_day_end",
            "void_reason",
            sqlite_where=text("arrived_at is not null"),
            postgresql_where=text("arrived_at is not null"),
        ),
    )

    id: Mapped[Id]
    location: Mapped[Code] = mapped_column(ForeignKey("location.code"))
    at: Mapped[datetime]
    day: Mapped[date]
    hour: Mapped[int | None]
    precision: Mapped[Code]
    source: Mapped[Code]
    language: Mapped[Code | None]
    municipality: Mapped[Code | None]
    channel: Mapped[Code]
    interpreter: Mapped[Code]
    first_visit: Mapped[Code]
    persons: Mapped[int]
    note: Mapped[Text200 | None]
    arrived_at: Mapped[datetime | None]
    served_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    closed_by_day_end: Mapped[bool] = mapped_column(default=False)
    recorded_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    recorded_at: Mapped[datetime]
    void_reason: Mapped[Text200 | None]
    revision: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime | None]


class VisitTopicRow(Base):
    """A topic of a visit; position 0 is the main one."""

    __tablename__ = "visit_topic"
    __table_args__ = (CheckConstraint("position between 0 and 2", name="position"),)

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[Code]


class VisitOutcomeRow(Base):
    """An outcome of a visit, in the order in which it was chosen."""

    __tablename__ = "visit_outcome"
    __table_args__ = (CheckConstraint("position between 0 and 2", name="position"),)

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    outcome: Mapped[Code]


class AmendmentRow(Base):
    """A change of a recorded visit: who, when, why, and the facts as they were before."""

    __tablename__ = "amendment"

    id: Mapped[Id]
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[Text200]
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
