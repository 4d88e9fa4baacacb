"""The directory of services: organisations, what they offer where and when, what was changed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, false
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code, Id, Name, Text200


class OrganisationRow(Base):
    """Who offers services; `kept` is what an exchange file said beyond what the program knows."""

    __tablename__ = "organisation"

    id: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    email: Mapped[Name]
    web: Mapped[Name]
    kept: Mapped[dict[str, Any]] = mapped_column(JSON)


class ServicePlaceRow(Base):
    """Where services are; several may be at one place. Texts are objects with fi and sv."""

    __tablename__ = "service_place"

    id: Mapped[Code] = mapped_column(primary_key=True)
    street: Mapped[dict[str, str]] = mapped_column(JSON)
    place: Mapped[dict[str, str]] = mapped_column(JSON)
    entrance: Mapped[dict[str, str]] = mapped_column(JSON)
    municipality: Mapped[Code]
    postal_code: Mapped[Code]
    kept: Mapped[dict[str, Any]] = mapped_column(JSON)


class ServiceRow(Base):
    """A service; never deleted, so that slips and referrals keep their sense.

    A portal location that is a service too has its hours in the tables of locations. `lines` are
    those of the programme that name it.
    """

    __tablename__ = "service"

    id: Mapped[Code] = mapped_column(primary_key=True)
    position: Mapped[int]
    organisation: Mapped[Code] = mapped_column(ForeignKey("organisation.id"))
    place: Mapped[Code | None] = mapped_column(ForeignKey("service_place.id"))
    location: Mapped[Code | None] = mapped_column(ForeignKey("location.code"))
    category: Mapped[Code]
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    note: Mapped[dict[str, str]] = mapped_column(JSON)
    municipalities: Mapped[list[str]] = mapped_column(JSON)
    languages: Mapped[list[str]] = mapped_column(JSON)
    phone: Mapped[Name]
    email: Mapped[Name]
    web: Mapped[Name]
    sensitive: Mapped[Code | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    checked_on: Mapped[date | None]
    enabled: Mapped[bool]
    hours_invented: Mapped[bool]
    lines: Mapped[list[int]] = mapped_column(JSON)
    kept: Mapped[dict[str, Any]] = mapped_column(JSON)


class ServiceHoursRow(Base):
    """Opening hours from a day on, or for a season: weekday ("0" = Monday) to spans.

    A `yearly` season comes again every year.
    """

    __tablename__ = "service_hours"

    service: Mapped[Code] = mapped_column(ForeignKey("service.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    yearly: Mapped[bool] = mapped_column(server_default=false())
    days: Mapped[dict[str, list[list[str]]]] = mapped_column(JSON)


class ServiceDayRow(Base):
    """A day on which a service is open at other times than its week says, or closed."""

    __tablename__ = "service_day"

    service: Mapped[Code] = mapped_column(ForeignKey("service.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    spans: Mapped[list[list[str]]] = mapped_column(JSON)
    reason: Mapped[Text200]


class ServiceChangeRow(Base):
    """One change of a service: who, when, and the whole entry before (None: new) and after."""

    __tablename__ = "service_change"

    id: Mapped[Id]
    service: Mapped[Code] = mapped_column(ForeignKey("service.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any]] = mapped_column(JSON)


class OrganisationChangeRow(Base):
    """One change of an organisation: who, when, and what it was before (None: new) and after."""

    __tablename__ = "organisation_change"

    id: Mapped[Id]
    organisation: Mapped[Code] = mapped_column(ForeignKey("organisation.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
