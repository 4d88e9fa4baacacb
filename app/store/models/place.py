"""Portal locations, their opening hours and what stands on their chips."""

from datetime import date

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code, Name, Text200


class LocationRow(Base):
    """A portal location; the texts are objects with the keys fi, sv and en."""

    __tablename__ = "location"

    code: Mapped[Code] = mapped_column(primary_key=True)
    position: Mapped[int]
    kind: Mapped[Code]
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    street: Mapped[dict[str, str]] = mapped_column(JSON)
    place: Mapped[dict[str, str]] = mapped_column(JSON)
    entrance: Mapped[dict[str, str]] = mapped_column(JSON)
    municipality: Mapped[Code]
    phone: Mapped[Name]
    email: Mapped[Name]
    asks: Mapped[list[str]] = mapped_column(JSON)
    waiting_line: Mapped[bool] = mapped_column(default=False)


class OpeningWeekRow(Base):
    """The opening hours of a location from a day on: weekday ("0" = Monday) to spans."""

    __tablename__ = "opening_week"

    location: Mapped[Code] = mapped_column(ForeignKey("location.code"), primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True)
    days: Mapped[dict[str, list[list[str]]]] = mapped_column(JSON)


class ExceptionalDayRow(Base):
    """A day on which a location is open at other times than its week says, or closed."""

    __tablename__ = "exceptional_day"

    location: Mapped[Code] = mapped_column(ForeignKey("location.code"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    spans: Mapped[list[list[str]]] = mapped_column(JSON)
    reason: Mapped[Text200]


class ChipRow(Base):
    """What a site has changed of an entry of the reference data: its labels, or off."""

    __tablename__ = "chip"
    __table_args__ = (
        CheckConstraint(
            "kind in ('topic', 'outcome', 'channel', 'language', 'municipality')", name="kind"
        ),
    )

    kind: Mapped[Code] = mapped_column(primary_key=True)
    code: Mapped[Code] = mapped_column(primary_key=True)
    short: Mapped[dict[str, str]] = mapped_column(JSON)
    active: Mapped[bool]


class ChipOrderRow(Base):
    """The order of a location's languages or municipalities on the keys."""

    __tablename__ = "chip_order"

    location: Mapped[Code] = mapped_column(ForeignKey("location.code"), primary_key=True)
    kind: Mapped[Code] = mapped_column(primary_key=True)
    codes: Mapped[list[str]] = mapped_column(JSON)
