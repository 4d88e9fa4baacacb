"""Settings that hold for the whole store, such as that it is a demonstration."""

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code


class SettingRow(Base):
    """One setting by its name; what it means stands where it is used."""

    __tablename__ = "setting"

    name: Mapped[Code] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)
