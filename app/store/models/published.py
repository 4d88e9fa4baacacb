"""The numbers that were handed out to the public, kept as they were."""

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code


class PublishedMonthRow(Base):
    """A location's month (202611) that has been handed out, with which threshold, and when."""

    __tablename__ = "published_month"

    location: Mapped[Code] = mapped_column(ForeignKey("location.code"), primary_key=True)
    month: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    threshold: Mapped[int]
    at: Mapped[datetime]


class PublishedCounterRow(Base):
    """Visits of a month that has been handed out, in one value of one breakdown."""

    __tablename__ = "published_counter"
    __table_args__ = (
        ForeignKeyConstraint(
            ["location", "month"], ["published_month.location", "published_month.month"]
        ),
    )

    location: Mapped[Code] = mapped_column(primary_key=True)
    month: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    breakdown: Mapped[Code] = mapped_column(primary_key=True)
    value: Mapped[Code] = mapped_column(primary_key=True)
    visits: Mapped[int]
