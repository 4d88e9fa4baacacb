"""Staff, and the form that one of them has not finished."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Id, Name


class StaffRow(Base):
    """A person who works with the program; never deleted, so that the log keeps its sense."""

    __tablename__ = "staff"

    id: Mapped[Id]
    login: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[Name]
    roles: Mapped[list[str]] = mapped_column(JSON)
    active: Mapped[bool]
    created_at: Mapped[datetime]


class DraftRow(Base):
    """The unfinished check-in form of a person at a workstation; it survives a crash."""

    __tablename__ = "draft"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    workstation: Mapped[UUID] = mapped_column(primary_key=True)
    form: Mapped[dict[str, object]] = mapped_column(JSON)
    saved_at: Mapped[datetime]
