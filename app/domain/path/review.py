"""A review of a plan (lines 111 and 189, section 22; decree 874/2024, section 3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from app.domain.client import Origin
from app.domain.path.days import check_likely, check_past


class ReviewReason(StrEnum):
    """Its one main reason."""

    SERVICE_NEED = auto()
    LIFE_SITUATION = auto()
    CLIENT_REQUEST = auto()
    INTERVAL = auto()
    AUTHORITY = auto()
    CLOSING = auto()


class Share(StrEnum):
    """How far something went: participation in the services, or progress towards the goals."""

    FULL = auto()
    PARTLY = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Review:
    """A review held on a day. `obstacles`: there were some; `changes`: the plan was changed.

    `next_on` is the next planned day. `source` tells from where the data came, if not from the
    client.
    """

    plan: UUID
    on: date
    reason: ReviewReason
    participation: Share | None = None
    progress: Share | None = None
    obstacles: bool = False
    changes: bool = False
    wellbeing: bool = False
    next_on: date | None = None
    source: Origin | None = None

    @property
    def day(self) -> date:
        return self.on

    def check(self, today: date) -> None:
        """Refuse days that cannot be. Errors: `date_in_future`, `date_unlikely`."""
        check_past(today, self.on)
        check_likely(today, self.next_on)
