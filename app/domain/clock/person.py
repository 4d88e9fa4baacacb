"""What the clock must know of the person."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.client import Record
from app.domain.months import months_after
from app.domain.responsibility.values import Labour

GROWN_UP: Final = 25


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """When somebody was born, as far as that is known, and how they stand on the labour market."""

    born: date | None = None
    birth_year: int | None = None
    labour: Labour | None = None

    @classmethod
    def of(cls, record: Record) -> "Person":
        return cls(record.born, record.birth_year, record.labour)

    def is_under_25(self, day: date) -> bool | None:
        """Whether the person is under 25 on a day (R-PL-8); None where the year does not say."""
        if self.born is not None:
            return day < months_after(self.born, 12 * GROWN_UP)
        if self.birth_year is None or day.year - self.birth_year == GROWN_UP:
            return None
        return day.year - self.birth_year < GROWN_UP
