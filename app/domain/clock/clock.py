"""One plan's clock on a day: by when it must be reviewed, and where it stands (R-RV-1 to 8)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, auto
from typing import Final
from uuid import UUID

from app.domain.clock.ends import Allowed, last_allowed
from app.domain.clock.missing import Choices, Missing, missing_of
from app.domain.clock.person import Person
from app.domain.clock.rule_sets import RuleSets
from app.domain.months import months_after
from app.domain.path.longer import Leave
from app.domain.path.plan import Plan
from app.domain.path.review import Review
from app.domain.path.whole import Kept, Path, last_day
from app.domain.responsibility.values import Source

SOON_DAYS: Final = 30


class State(StrEnum):
    """How urgent the review of a plan is, in the order of a list from the latest on."""

    OVERDUE = auto()
    TODAY = auto()
    SOON = auto()
    UPCOMING = auto()
    EXPIRED = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class Due:
    """The last day for the next review, by which rule and where that stands.

    Six months are counted from `since`: the drawing of the plan, or its last review.
    """

    day: date
    rule: str
    source: Source
    since: date

    @property
    def is_cut(self) -> bool:
        """Whether the plan ends before the review would be due by the months (R-RV-5)."""
        return self.rule == "R-RV-5"


@dataclass(frozen=True, slots=True)
class Clock:
    """What the clock of a plan says on a day.

    `due` is None for a plan that has ended. `planned_on` is the day that the last review set for
    the next one. `last_day` is the plan's own with extensions and leave, `allowed` those of the
    books. `old_rules`: it was drawn before rules that hold now, and not reviewed since.
    `wellbeing`: the wellbeing services county must take part in the review.
    """

    plan: UUID
    state: State
    due: Due | None
    planned_on: date | None
    last_day: date
    allowed: tuple[Allowed, ...]
    on_leave: bool
    old_rules: bool
    wellbeing: bool
    missing: tuple[Missing, ...]

    @property
    def is_closing(self) -> bool:
        """Whether the next review closes the plan (R-RV-5)."""
        return self.due is not None and self.due.is_cut

    @property
    def too_long(self) -> tuple[Allowed, ...]:
        """The books by which the plan ends later than it may."""
        return tuple(one for one in self.allowed if one.day < self.last_day)


def clock_of(
    path: Path, plan: Kept[Plan], person: Person, rules: RuleSets, choices: Choices, day: date
) -> Clock:
    """The clock of a plan that was drawn on `day` or before, as it stands on that day.

    What was recorded of later days is left out of account, so that a past day can be asked for.
    """
    plan = _as_known(plan, day)
    step = plan.step
    reviews = [one.step for one in path.of_plan(Review, plan.id)]
    reviews = [review for review in reviews if step.drawn_on <= review.on <= day]
    since = max((step.drawn_on, *(review.on for review in reviews)))
    last = last_day(path, plan, day)
    due = due_of(rules, since, last)
    ended = plan.step.ended_on is not None
    state = State.ENDED if ended else state_of(due, last, followed_on(path, plan), day)
    ended = state is State.ENDED
    sets = rules.on(since)
    allowed = (last_allowed(path, plan, one, day) for one in sets)
    return Clock(
        plan.id,
        state,
        None if ended else due,
        None if ended else _planned(reviews, since),
        last,
        tuple(one for one in allowed if one is not None),
        _on_leave(path, plan, day),
        rules.differ_between(since, day),
        step.wellbeing,
        () if ended else missing_of(path, plan, person, choices, day),
    )


def _as_known(plan: Kept[Plan], day: date) -> Kept[Plan]:
    """The plan without an end that came later."""
    step = plan.step
    if step.ended_on is None or step.ended_on <= day:
        return plan
    return replace(plan, step=replace(step, ended_on=None, end_reason=None))


def due_of(rules: RuleSets, since: date, last: date) -> Due:
    """Six months from `since`, or the plan's last day if that comes first (R-RV-1, R-RV-5)."""
    sets = [one for one in rules.on(since) if one.review_months is not None]
    source = Source(
        tuple(line for one in sets for line in one.review.lines),
        tuple(section for one in sets for section in one.review.law),
    )
    months = rules.review_months(since)
    day = last if months is None else months_after(since, months)
    return Due(day, "R-RV-1", source, since) if day <= last else Due(last, "R-RV-5", source, since)


def state_of(due: Due, last: date, followed: date | None, day: date) -> State:
    """Where a plan that nobody ended stands: overdue from the day after (R-RV-2).

    One that ran out has ended if another was drawn, on the day `followed`.
    """
    if last < day:
        return State.EXPIRED if followed is None or day < followed else State.ENDED
    left = (due.day - day).days
    if left < 0:
        return State.OVERDUE
    if left == 0:
        return State.TODAY
    return State.SOON if left <= SOON_DAYS else State.UPCOMING


def followed_on(path: Path, plan: Kept[Plan]) -> date | None:
    """The day on which the next plan was drawn."""
    others = (one.step.drawn_on for one in path.of(Plan) if one.id != plan.id)
    return min((day for day in others if plan.step.drawn_on < day), default=None)


def _planned(reviews: list[Review], since: date) -> date | None:
    """The day that was set by a review of the last day on which there was one."""
    return next((one.next_on for one in reversed(reviews) if one.on == since and one.next_on), None)


def _on_leave(path: Path, plan: Kept[Plan], day: date) -> bool:
    leaves = (one.step for one in path.of_plan(Leave, plan.id))
    return any(leave.first <= day and (leave.last is None or day <= leave.last) for leave in leaves)
