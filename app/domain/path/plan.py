"""An integration plan (lines 105-111 and 166-189, sections 16-23): dates, codes and ticks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Final

from app.domain.errors import Refused
from app.domain.months import months_after
from app.domain.path.days import check_likely, check_order, check_past

MOST_MONTHS: Final = 24
LAW_SINCE: Final = date(2025, 1, 1)


class PlanKind(StrEnum):
    """Whose plan it is; plans of families came to an end with the law of 2025."""

    PERSON = auto()
    FAMILY = auto()


class Basis(StrEnum):
    """What setting the goals takes into account (line 172)."""

    WISHES = auto()
    SKILLS = auto()
    LIFE_SITUATION = auto()
    WORK_HISTORY = auto()
    EDUCATION_HISTORY = auto()


class Register(StrEnum):
    """Where the plan itself is kept."""

    KOTOPORTTI = auto()
    KOTO_AJ = auto()


class EndReason(StrEnum):
    """Why a plan ended before its last day."""

    GOALS_REACHED = auto()
    NEW_PLAN = auto()
    MOVED = auto()
    CLIENT_WISH = auto()
    NO_NEED = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Plan:
    """A plan. `wellbeing`: made together with the wellbeing services county.

    `long_goals` and `period_goals`: there are goals for the longer term and for the plan's own
    time; `employment_goal` and `education_goal`: what they aim at. `client_present`: its services
    were agreed together with the client.
    """

    drawn_on: date
    valid_from: date
    valid_to: date
    kind: PlanKind = PlanKind.PERSON
    wellbeing: bool = False
    client_present: bool = True
    long_goals: bool = False
    period_goals: bool = False
    employment_goal: bool = False
    education_goal: bool = False
    considered: frozenset[Basis] = frozenset()
    register: Register = Register.KOTOPORTTI
    ended_on: date | None = None
    end_reason: EndReason | None = None

    @property
    def day(self) -> date:
        return self.drawn_on

    @property
    def is_of_old_law(self) -> bool:
        """Whether it was drawn before the law of 2025, and keeps its old time (section 102)."""
        return self.drawn_on < LAW_SINCE

    def check(self, today: date) -> None:
        """Refuse what a plan cannot be.

        Errors: those of the days, `plan_too_long` (lines 111 and 189: two years),
        `end_incomplete` where the day or the reason of its end is missing.
        """
        check_past(today, self.drawn_on, self.ended_on)
        check_likely(today, self.valid_from, self.valid_to)
        check_order(self.drawn_on, self.valid_to)
        check_order(self.valid_from, self.valid_to)
        check_order(self.drawn_on, self.ended_on)
        latest = months_after(self.valid_from, MOST_MONTHS)
        if self.valid_to > latest and not self.is_of_old_law:
            raise Refused("plan_too_long", day=latest)
        if (self.ended_on is None) != (self.end_reason is None):
            raise Refused("end_incomplete")
