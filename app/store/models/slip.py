"""The numbers of slips."""

from sqlalchemy.orm import Mapped, mapped_column

from app.store.models.base import Base, Code


class SlipCounterRow(Base):
    """The last number that was given to a slip of a letter, as `J` of Jakobstad."""

    __tablename__ = "slip_counter"

    letter: Mapped[Code] = mapped_column(primary_key=True)
    last: Mapped[int]
