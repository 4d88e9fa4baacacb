"""The counters of visits, moved in the same transaction as the visit itself."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code


class DayCounterRow(Base):
    """Visits and persons of a location and local day in one value of one breakdown."""

    __tablename__ = "day_counter"
    __table_args__ = (Index("ix_day_counter_breakdown_day", "breakdown", "day", "location"),)

    location: Mapped[Code] = mapped_column(ForeignKey("location.code"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    breakdown: Mapped[Code] = mapped_column(primary_key=True)
    value: Mapped[Code] = mapped_column(primary_key=True)
    visits: Mapped[int]
    persons: Mapped[int]


class MonthCounterRow(Base):
    """Visits and persons of a location and month (202611) in one value of one breakdown."""

    __tablename__ = "month_counter"
    __table_args__ = (Index("ix_month_counter_breakdown_month", "breakdown", "month", "location"),)

    location: Mapped[Code] = mapped_column(ForeignKey("location.code"), primary_key=True)
    month: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    breakdown: Mapped[Code] = mapped_column(primary_key=True)
    value: Mapped[Code] = mapped_column(primary_key=True)
    visits: Mapped[int]
    persons: Mapped[int]
