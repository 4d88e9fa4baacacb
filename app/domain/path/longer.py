"""What lets a plan go on after its last day: an extension, or leave (section 23, section 31)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Final
from uuid import UUID

from app.domain.path.days import check_likely, check_order


class Ground(StrEnum):
    """Why a plan is extended; time of leave is not extended but added by itself.

    `SUPPORT`: low schooling, need of services of several professions and of special measures, or
    part-time participation on child home care allowance. `STUDIES`: somebody under 25 finishes
    studies of their own choice, supported by unemployment benefit.
    """

    SUPPORT = auto()
    STUDIES = auto()


EXTENDED_MONTHS: Final = {Ground.SUPPORT: 24, Ground.STUDIES: 12}


@dataclass(frozen=True, slots=True, repr=False)
class Extension:
    """A plan goes on until a later day."""

    plan: UUID
    ground: Ground
    until: date

    @property
    def day(self) -> date:
        return self.until

    def check(self, today: date) -> None:
        """Refuse an unlikely day. Errors: `date_unlikely`."""
        check_likely(today, self.until)


@dataclass(frozen=True, slots=True, repr=False)
class Leave:
    """Both days counted: injury, illness, pregnancy or parental allowance or the like.

    Which of them it was is not kept. Without `last` it goes on.
    """

    plan: UUID
    first: date
    last: date | None = None

    @property
    def day(self) -> date:
        return self.first

    def check(self, today: date) -> None:
        """Refuse days that cannot be. Errors: `date_unlikely`, `days_out_of_order`."""
        check_likely(today, self.first, self.last)
        check_order(self.first, self.last)
