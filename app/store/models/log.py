"""The log: who did what, when and why; each entry carries the hash of the one before."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code, Text200


class LogRow(Base):
    """One entry, append-only; `subject` is the id of a record, never its contents."""

    __tablename__ = "log"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    staff_id: Mapped[UUID | None]
    action: Mapped[Code]
    subject: Mapped[Text200]
    reason: Mapped[Text200]
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
