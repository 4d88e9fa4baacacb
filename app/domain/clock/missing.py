"""What is missing in a plan or before it: hints, never obstacles (R-PL-7, 8, 11, 12, R-RV-6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, auto
from typing import Final
from uuid import UUID

from app.domain.clock.person import Person
from app.domain.months import months_after
from app.domain.path.agreed import Agreed
from app.domain.path.assessment import Assessment
from app.domain.path.notice import Notice
from app.domain.path.plan import Plan
from app.domain.path.whole import Kept, Path
from app.domain.responsibility.values import Labour, Source

REFERRED_MONTHS: Final = 1


@dataclass(frozen=True, slots=True)
class Choices:
    """What the unit has decided: how soon it answers a notice, and how it reads line 181.

    `employment_plan`: a jobseeker's integration plan is replaced by an employment plan, as the
    programme has it; the law has it the other way round. The clock ends no plan for it.
    """

    answer_days: int = 14
    employment_plan: bool = False


class What(StrEnum):
    """What is missing."""

    PLAN = auto()
    ANSWER = auto()
    REFERRAL = auto()
    EMPLOYMENT_GOAL = auto()
    EDUCATION_GOAL = auto()
    EMPLOYMENT_PLAN = auto()


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing; `by` is the day until which it was or is in time.

    `step` is what it is missing for: the assessment, the notice, the agreed service.
    """

    what: What
    rule: str
    source: Source
    by: date | None = None
    step: UUID | None = None


_GOALS: Final = Source((172,), ((18,),))
_YOUNG: Final = Source((172,), ((18, 4),))
_REFERRED: Final = Source((181,), ((20, 5),))
_REPLACED: Final = Source((181,))
_TOLD: Final = Source((189,), ((22,),))
_AFTER: Final = Source((176,), ((20,),))


def missing_of(
    path: Path, plan: Kept[Plan], person: Person, choices: Choices, day: date
) -> tuple[Missing, ...]:
    """What a plan in force lacks on a day."""
    goals, referrals = _goals(plan.step, person), _referrals(path, plan, day)
    return (*goals, *referrals, *_replaced(person, choices))


def missing_plan(path: Path, day: date) -> tuple[Missing, ...]:
    """An assessment that no plan has followed, drawn on the same day or later (R-AS-1)."""
    if any(plan.step.drawn_on <= day for plan in path.of(Plan)):
        return ()
    done = [one for one in path.of(Assessment) if one.step.is_completed_by(day)]
    return tuple(Missing(What.PLAN, "R-AS-1", _AFTER, step=one.id) for one in done[-1:])


def open_notices(path: Path, choices: Choices, day: date) -> tuple[Missing, ...]:
    """Changes and requests that nobody has handled, the oldest first (R-RV-6).

    Neither programme nor law sets a time: until when is the unit's own aim.
    """
    within = timedelta(days=choices.answer_days)
    notices = [one for one in path.of(Notice) if one.step.on <= day]
    return tuple(
        Missing(What.ANSWER, "R-RV-6", _TOLD, one.step.on + within, one.id)
        for one in notices
        if one.step.handled_on is None or one.step.handled_on > day
    )


def _goals(plan: Plan, person: Person) -> Iterator[Missing]:
    """By the age on the day on which the goals were set."""
    young = person.is_under_25(plan.drawn_on)
    if young is False and not plan.employment_goal:
        yield Missing(What.EMPLOYMENT_GOAL, "R-PL-7", _GOALS)
    if young and not plan.education_goal:
        yield Missing(What.EDUCATION_GOAL, "R-PL-8", _YOUNG)


def _referrals(path: Path, plan: Kept[Plan], day: date) -> Iterator[Missing]:
    """Agreed services to which nobody was referred in a month (R-PL-11)."""
    by = months_after(plan.step.drawn_on, REFERRED_MONTHS)
    for one in path.of_plan(Agreed, plan.id):
        referred = one.step.referred_on is not None and one.step.referred_on <= day
        if day > by and not referred and one.step.why_not is None:
            yield Missing(What.REFERRAL, "R-PL-11", _REFERRED, by, one.id)


def _replaced(person: Person, choices: Choices) -> Iterator[Missing]:
    """A jobseeker who still has no employment plan, where the unit reads line 181 so (R-PL-12)."""
    jobseeker = person.labour in (Labour.UNEMPLOYED_JOBSEEKER, Labour.OTHER_JOBSEEKER)
    if choices.employment_plan and jobseeker:
        yield Missing(What.EMPLOYMENT_PLAN, "R-PL-12", _REPLACED)
