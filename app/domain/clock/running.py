"""What the lists ask of a plan that nobody has ended: facts of its records, no rule in them."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.clock.clock import followed_on
from app.domain.path.longer import Leave
from app.domain.path.plan import Plan
from app.domain.path.review import Review
from app.domain.path.whole import Kept, Path, last_day


@dataclass(frozen=True, slots=True)
class Running:
    """A plan without an end.

    `since` is the later of its drawing and its last review, `last` its last day without the leave
    that goes on from `leave_from`. `followed` is the day on which the next plan was drawn.
    """

    since: date
    last: date
    leave_from: date | None
    followed: date | None

    def last_on(self, day: date) -> date:
        """The last day with the leave that goes on until `day`."""
        if self.leave_from is None or day < self.leave_from:
            return self.last
        return self.last + timedelta(days=(day - self.leave_from).days + 1)


def running(path: Path, plan: Kept[Plan]) -> Running | None:
    """The facts of a plan, None of one that was ended."""
    if plan.step.ended_on is not None:
        return None
    drawn = plan.step.drawn_on
    held = (one.step.on for one in path.of_plan(Review, plan.id) if one.step.on >= drawn)
    last = last_day(path, plan, date.min)
    open_from = (one.step.first for one in path.of_plan(Leave, plan.id) if one.step.last is None)
    leave_from = next((first for first in open_from if first <= last), None)
    return Running(max((drawn, *held)), last, leave_from, followed_on(path, plan))
