"""Where a client stands on a day: the clocks of the plans, and what waits beside them."""

from dataclasses import dataclass
from datetime import date

from app.domain.clock.clock import Clock, State, clock_of
from app.domain.clock.missing import Choices, Missing, missing_plan, open_notices
from app.domain.clock.person import Person
from app.domain.clock.rule_sets import RuleSets
from app.domain.path.plan import Plan
from app.domain.path.whole import Path


@dataclass(frozen=True, slots=True)
class Standing:
    """The clocks, the most urgent first; a plan to be made; notices that wait for an answer."""

    clocks: tuple[Clock, ...]
    plan_missing: tuple[Missing, ...]
    notices: tuple[Missing, ...]

    @property
    def first(self) -> Clock | None:
        """The clock that is to be looked at first: that of a plan which has not ended, if any."""
        return next(iter(self.clocks), None)


def standing(
    path: Path, person: Person, rules: RuleSets, day: date, choices: Choices | None = None
) -> Standing:
    """The answer for one client on a day; the same for any order of the records."""
    unit = choices or Choices()
    plans = [one for one in path.of(Plan) if one.step.drawn_on <= day]
    clocks = [clock_of(path, one, person, rules, unit, day) for one in plans]
    return Standing(
        tuple(sorted(clocks, key=_urgency)),
        missing_plan(path, day),
        open_notices(path, unit, day),
    )


def _urgency(clock: Clock) -> tuple[bool, date, str]:
    ended = clock.state is State.ENDED
    return ended, clock.due.day if clock.due else clock.last_day, str(clock.plan)
