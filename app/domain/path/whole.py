"""All steps of a client's path together, and what must hold between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

from app.domain.errors import Refused
from app.domain.months import months_after
from app.domain.path.agreed import Agreed
from app.domain.path.assessment import Assessment
from app.domain.path.longer import EXTENDED_MONTHS, Extension, Leave
from app.domain.path.notice import Notice
from app.domain.path.orientation import Orientation
from app.domain.path.plan import Plan
from app.domain.path.review import Review
from app.domain.path.training import Training

Step = Assessment | Orientation | Training | Plan | Review | Extension | Leave | Agreed | Notice
OfPlan = Review | Extension | Leave | Agreed
STEPS: Final[tuple[type[Any], ...]] = (
    *(Assessment, Plan, Orientation, Training),
    *(Review, Extension, Leave, Agreed, Notice),
)
OF_PLAN: Final[tuple[type[OfPlan], ...]] = (Review, Extension, Leave, Agreed)
S = TypeVar("S")


@dataclass(frozen=True, slots=True, repr=False)
class Kept(Generic[S]):
    """A step as it is kept; `revision` counts its changes."""

    id: UUID
    step: S
    revision: int
    recorded_by: UUID
    recorded_at: datetime
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Path:
    """The steps of one client, in any order."""

    kept: Sequence[Kept[Any]] = ()

    def of(self, kind: type[S]) -> tuple[Kept[S], ...]:
        """The steps of a kind, the earliest first; those without a day before all others."""
        found = [one for one in self.kept if isinstance(one.step, kind)]
        return tuple(sorted(found, key=lambda one: (one.step.day or date.min, one.recorded_at)))

    def last(self, kind: type[S]) -> Kept[S] | None:
        """The latest step of a kind."""
        return next(reversed(self.of(kind)), None)

    def of_plan(self, kind: type[S], plan: UUID) -> tuple[Kept[S], ...]:
        """The steps of a kind that belong to a plan."""
        return tuple(one for one in self.of(kind) if getattr(one.step, "plan", None) == plan)

    def with_step(self, new: Kept[Any]) -> "Path":
        """The path with a step added, or in the place of the one it was."""
        return Path((*(one for one in self.kept if one.id != new.id), new))

    def without(self, step_id: UUID) -> "Path":
        """The path without a step."""
        return Path(tuple(one for one in self.kept if one.id != step_id))


def last_day(path: Path, plan: Kept[Plan], today: date) -> date:
    """The last day of a plan with its extensions and leaves; one that goes on counts till today.

    A plan that was ended has ended on that day.
    """
    if plan.step.ended_on is not None:
        return plan.step.ended_on
    return _without_leave(path, plan) + timedelta(days=days_of_leave(path, plan, today))


def days_of_leave(path: Path, plan: Kept[Plan], today: date) -> int:
    """How much longer leave makes a plan; one that begins after its last day does not."""
    last, days = _without_leave(path, plan), 0
    for leave in path.of_plan(Leave, plan.id):
        if leave.step.first <= last + timedelta(days=days):
            until = today if leave.step.last is None else leave.step.last
            days += max((until - leave.step.first).days + 1, 0)
    return days


def _without_leave(path: Path, plan: Kept[Plan]) -> date:
    extended = (one.step.until for one in path.of_plan(Extension, plan.id))
    return max((plan.step.valid_to, *extended))


def is_integration_client(path: Path, day: date, today: date) -> bool:
    """Whether a plan is in force on a day (R-CL-1, line 103); first and last day are."""
    return any(plan.step.drawn_on <= day <= last_day(path, plan, today) for plan in path.of(Plan))


def check_whole(path: Path) -> None:
    """Refuse steps that do not fit each other.

    Errors: `assessment_first` (line 176), `plan_unknown`, `before_plan`, `extension_too_long`,
    `extension_too_short`, `leaves_overlap`.
    """
    plans = {plan.id: plan.step for plan in path.of(Plan)}
    assessments = [one.step for one in path.of(Assessment)]
    for plan in plans.values():
        if not any(one.is_completed_by(plan.drawn_on) for one in assessments):
            raise Refused("assessment_first", day=plan.drawn_on)
    for kind in OF_PLAN:
        for one in path.of(kind):
            if one.step.plan not in plans:
                raise Refused("plan_unknown")
            _FITS.get(kind, _any)(one.step, plans[one.step.plan])
    for plan_id in plans:
        _check_leaves([one.step for one in path.of_plan(Leave, plan_id)])


def _any(step: OfPlan, plan: Plan) -> None:
    """A service of a plan may have been begun before it."""


def _review(step: Review, plan: Plan) -> None:
    if step.on < plan.drawn_on:
        raise Refused("before_plan", day=plan.drawn_on)


def _leave(step: Leave, plan: Plan) -> None:
    if step.first < plan.drawn_on:
        raise Refused("before_plan", day=plan.drawn_on)


def _extension(step: Extension, plan: Plan) -> None:
    latest = months_after(plan.valid_to, EXTENDED_MONTHS[step.ground])
    if step.until > latest:
        raise Refused("extension_too_long", day=latest)
    if step.until <= plan.valid_to:
        raise Refused("extension_too_short", day=plan.valid_to)


_FITS: Final[dict[type[Any], Callable[[Any, Plan], None]]] = {
    Review: _review,
    Leave: _leave,
    Extension: _extension,
}


def _check_leaves(leaves: Sequence[Leave]) -> None:
    """Of leaves in their order each ends before the next begins."""
    for one, other in pairwise(leaves):
        if one.last is None or other.first <= one.last:
            raise Refused("leaves_overlap", day=other.first)
