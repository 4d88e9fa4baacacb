"""Clients: the light record, by what they are found, and what is kept apart from both."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code, Id, Name, Text200

OfClient = Annotated[UUID, mapped_column(ForeignKey("client.id"), primary_key=True)]
Position = Annotated[int, mapped_column(primary_key=True, autoincrement=False)]


class ClientRow(Base):
    """A client. `hidden_until` is the last day of a non-disclosure order, 31.12.9999 without end.

    `number` is drawn, not counted: a gap between two of them tells of nobody. `birth_year` is set
    where the day is known too. `origins` has the fields that somebody else told, with who.
    A record that was merged into another stays as it was, and points there.
    """

    __tablename__ = "client"
    __table_args__ = (CheckConstraint("birth_year is not null or born is null", name="birth_year"),)

    id: Mapped[Id]
    number: Mapped[int] = mapped_column(unique=True)
    hidden_until: Mapped[date | None]
    born: Mapped[date | None]
    birth_year: Mapped[int | None]
    contact_language: Mapped[Code | None]
    interpreting: Mapped[Code]
    integration_language: Mapped[Code | None]
    municipality: Mapped[Code | None]
    labour: Mapped[Code | None]
    arrived_on: Mapped[date | None]
    permit_on: Mapped[date | None]
    phone: Mapped[Name]
    email: Mapped[Name]
    address: Mapped[Text200]
    koto_aj: Mapped[Code]
    in_charge: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    origins: Mapped[dict[str, Any]] = mapped_column(JSON)
    revision: Mapped[int] = mapped_column(default=0)
    recorded_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    recorded_at: Mapped[datetime]
    changed_by: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    changed_at: Mapped[datetime | None]
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("client.id"), index=True)


class ClientNameRow(Base):
    """A name of a client; position 0 is the person's own, the others say what they are."""

    __tablename__ = "client_name"
    __table_args__ = (
        CheckConstraint("kind in ('own', 'spelling', 'script', 'former')", name="kind"),
    )

    client_id: Mapped[OfClient]
    position: Mapped[Position]
    kind: Mapped[Code]
    given: Mapped[Name]
    family: Mapped[Name]


class ClientKeyRow(Base):
    """A key by which a client is found (see `app.domain.names.keys`), compared sign by sign.

    `hidden_until` is that of the client, for the server, which guards the keys by themselves.
    """

    __tablename__ = "client_key"
    __table_args__ = (
        Index("ix_client_key_number_key", "number", "key"),
        {"sqlite_with_rowid": False},
    )

    key: Mapped[str] = mapped_column(
        String(48).with_variant(String(48, collation="C"), "postgresql"), primary_key=True
    )
    number: Mapped[int] = mapped_column(
        ForeignKey("client.number"), primary_key=True, autoincrement=False
    )
    hidden_until: Mapped[date | None]


class ClientGroupRow(Base):
    """A group of the programme that a client is of; the sensitive ones stand elsewhere."""

    __tablename__ = "client_group"

    client_id: Mapped[OfClient]
    code: Mapped[Code] = mapped_column(primary_key=True)


class ClientSensitiveRow(Base):
    """A group that is shown on demand only, such as victims of trafficking."""

    __tablename__ = "client_sensitive"

    client_id: Mapped[OfClient]
    code: Mapped[Code] = mapped_column(primary_key=True)


class ClientRelativeRow(Base):
    """A guardian, representative or member of the family: a client, or by name.

    Its own key: an amendment leaves those that the person at the desk may not know of.
    """

    __tablename__ = "client_relative"

    id: Mapped[Id]
    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id"), index=True)
    position: Mapped[int]
    relation: Mapped[Code]
    name: Mapped[Name]
    phone: Mapped[Name]
    other: Mapped[UUID | None] = mapped_column(ForeignKey("client.id"), index=True)


class ClientIdentityRow(Base):
    """The identity code of a client, kept for assessment and plan alone."""

    __tablename__ = "client_identity"
    __table_args__ = (CheckConstraint("need in ('assessment', 'plan')", name="need"),)

    client_id: Mapped[OfClient]
    code: Mapped[Code]
    need: Mapped[Code]
    recorded_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    recorded_at: Mapped[datetime]


class ProtectedReaderRow(Base):
    """A person of the staff who may know of clients under a non-disclosure order."""

    __tablename__ = "protected_reader"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    given_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    given_at: Mapped[datetime]
