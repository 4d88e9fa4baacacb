"""The assessment of skills and of the need for integration services (lines 144-164, section 14)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Final

from app.domain.errors import Refused
from app.domain.months import months_after
from app.domain.path.days import check_order, check_past
from app.domain.responsibility.values import Group

LIMIT_MONTHS: Final = 36
WARNED_MONTHS: Final = 33


class Topic(StrEnum):
    """What the interview goes through (line 154); only that it did is kept."""

    SKILLS = auto()
    TRAINING_NEEDS = auto()
    OTHER_NEEDS = auto()
    GOALS = auto()
    EXPERIENCE = auto()
    LANGUAGE = auto()
    WORK_CAPACITY = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Assessment:
    """An assessment; `by` is an organisation of the table of who is responsible.

    One made `elsewhere` may be completed on a day that nobody knows. `wellbeing`: the wellbeing
    services county takes part. `expert`: an expert was asked. `training_need`: integration
    training is needed.
    """

    by: str | None = None
    elsewhere: bool = False
    started_on: date | None = None
    interview_on: date | None = None
    completed_on: date | None = None
    date_unknown: bool = False
    wellbeing: bool = False
    expert: bool = False
    training_need: bool = False
    topics: frozenset[Topic] = frozenset()

    @property
    def day(self) -> date | None:
        """The last day that is known of it."""
        return self.completed_on or self.interview_on or self.started_on

    @property
    def is_completed(self) -> bool:
        return self.completed_on is not None or self.date_unknown

    @property
    def is_multi_professional(self) -> bool:
        """Whether it counts as one that the wellbeing services county took part in (line 164)."""
        return self.is_completed and self.wellbeing

    def is_completed_by(self, day: date) -> bool:
        """Whether a plan may be drawn on a day (line 176); an unknown day is taken as earlier."""
        if self.completed_on is None:
            return self.date_unknown
        return self.completed_on <= day

    def check(self, today: date) -> None:
        """Refuse what an assessment cannot be.

        Errors: those of the days, `assessment_without_date`, `date_known_here` of one's own,
        `interview_missing` (line 154).
        """
        check_past(today, self.started_on, self.interview_on, self.completed_on)
        check_order(self.started_on, self.interview_on, self.completed_on)
        if self.date_unknown and not self.elsewhere:
            raise Refused("date_known_here")
        if self.day is None and not self.date_unknown:
            raise Refused("assessment_without_date")
        if self.completed_on and self.interview_on is None and not self.elsewhere:
            raise Refused("interview_missing")


class Nearness(StrEnum):
    """How near the last day is on which an assessment may start."""

    FAR = auto()
    NEAR = auto()
    PAST = auto()


@dataclass(frozen=True, slots=True)
class Limit:
    """The last day on which an assessment may start (section 14)."""

    last: date
    nearness: Nearness


def assessment_limit(permit_on: date | None, groups: Iterable[Group], today: date) -> Limit | None:
    """Three years from the first permit, near from 2 years and 9 months on.

    None where the permit's day is unknown, and for victims of trafficking. That group stands in
    no ordinary record: who asks without it is told the limit, and of the exception in general, in
    the same words for everybody.
    """
    if permit_on is None or Group.TRAFFICKING_VICTIM in groups:
        return None
    last = months_after(permit_on, LIMIT_MONTHS)
    if today > last:
        return Limit(last, Nearness.PAST)
    near = today >= months_after(permit_on, WARNED_MONTHS)
    return Limit(last, Nearness.NEAR if near else Nearness.FAR)
