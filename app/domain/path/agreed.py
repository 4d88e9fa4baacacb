"""A service agreed in a plan, and whether the client was referred to it (lines 107 and 181)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from app.domain.errors import Refused
from app.domain.path.days import check_past


class Area(StrEnum):
    """What the agreed services are about; which service it is stands in the plan alone."""

    EMPLOYMENT = auto()
    HEALTH = auto()
    CIVIC_SKILLS = auto()
    STUDIES = auto()


class WhyNot(StrEnum):
    """Why the client was not referred."""

    CLIENT_GOES_ALONE = auto()
    TAKES_PART_ALREADY = auto()
    NO_ROOM = auto()
    NOT_OFFERED = auto()
    CLIENT_WISH = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Agreed:
    """A service of a plan: referred on a day, not referred for a reason, or neither yet."""

    plan: UUID
    area: Area
    referred_on: date | None = None
    why_not: WhyNot | None = None

    @property
    def day(self) -> date | None:
        return self.referred_on

    def check(self, today: date) -> None:
        """Refuse what contradicts itself.

        Errors: `date_in_future`, `date_unlikely`, `referred_and_not`.
        """
        check_past(today, self.referred_on)
        if self.referred_on is not None and self.why_not is not None:
            raise Refused("referred_and_not")
