"""Which clients are two persons, and which records of one person were merged."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Id


class DifferentPersonRow(Base):
    """Two clients of whom somebody said that they are two persons; `a` has the smaller id."""

    __tablename__ = "different_person"
    __table_args__ = (CheckConstraint("a < b", name="order"),)

    a: Mapped[UUID] = mapped_column(ForeignKey("client.id"), primary_key=True)
    b: Mapped[UUID] = mapped_column(ForeignKey("client.id"), primary_key=True, index=True)
    said_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    said_at: Mapped[datetime]


class ClientMergeRow(Base):
    """A merge that can be taken apart: the record that went stands in its own tables as it was.

    Of the one that was kept, `before` has how it was and `merged` what it became; `moved` the rows
    that went over with their keys, by table and column; `revision` that of the one kept,
    which orders its merges. Taken apart, a merge is gone from here.
    """

    __tablename__ = "client_merge"

    id: Mapped[Id]
    kept: Mapped[UUID] = mapped_column(ForeignKey("client.id"), index=True)
    gone: Mapped[UUID] = mapped_column(ForeignKey("client.id"), unique=True)
    revision: Mapped[int]
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    merged: Mapped[dict[str, Any]] = mapped_column(JSON)
    moved: Mapped[list[Any]] = mapped_column(JSON)
    kept_hidden: Mapped[date | None]
    gone_hidden: Mapped[date | None]
    merged_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    merged_at: Mapped[datetime]
