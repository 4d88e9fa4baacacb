"""What the four steps of the path say in two lines; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any

from app.domain.client import Record
from app.domain.path.agreed import Agreed
from app.domain.path.assessment import Assessment
from app.domain.path.eligible import for_orientation, for_training
from app.domain.path.longer import Extension
from app.domain.path.orientation import LEAST_HOURS, Orientation
from app.domain.path.plan import Plan
from app.domain.path.review import Review
from app.domain.path.training import Training
from app.domain.path.whole import Kept, Path, last_day
from app.localization import _, _n, _p, current
from app.words.path import area_words, may_words, review_words


class State(Enum):
    """How far a step of the path is."""

    DONE = auto()
    NOW = auto()
    COMING = auto()


@dataclass(frozen=True, slots=True)
class Told:
    """One step in two lines."""

    state: State
    line: str
    quiet: str = ""

    @property
    def icon(self) -> tuple[str, str]:
        """The sign before it and its colour."""
        return {
            State.DONE: ("circle-check", "success"),
            State.NOW: ("circle-dot", "accent"),
            State.COMING: ("circle", "dim"),
        }[self.state]

    @property
    def word(self) -> str:
        """The same for who hears it."""
        return {
            State.DONE: _p("step", "done"),
            State.NOW: _p("step", "now"),
            State.COMING: _p("step", "to come"),
        }[self.state]


def assessment_told(path: Path) -> Told:
    """The assessment that has come furthest."""
    known = [one.step for one in path.of(Assessment)]
    completed = [one for one in known if one.is_completed]
    if not known:
        return Told(State.COMING, _("Not begun"))
    one = (completed or known)[-1]
    wellbeing = _("Wellbeing area takes part") if one.wellbeing else ""
    if one.completed_on is not None:
        return Told(State.DONE, _("Completed {day}", day=_day(one.completed_on)), wellbeing)
    if one.date_unknown:
        return Told(State.DONE, _("Completed elsewhere, date unknown"), wellbeing)
    if one.interview_on is not None:
        return Told(State.NOW, _("Interview {day}", day=_day(one.interview_on)), wellbeing)
    return Told(State.NOW, _("Begun {day}", day=_day(one.started_on)), wellbeing)


def plan_told(path: Path, today: date) -> Told:
    """The plan in force, or the last one."""
    plans = path.of(Plan)
    if not plans:
        return Told(State.COMING, _("No plan"))
    in_force = [one for one in plans if last_day(path, one, today) >= today]
    if not in_force:
        ended = last_day(path, plans[-1], today)
        return Told(State.DONE, _("Ended {day}", day=_day(ended)))
    plan = in_force[-1]
    number = plans.index(plan) + 1
    line = _("Plan {number} since {day}", number=number, day=_day(plan.step.drawn_on))
    return Told(State.NOW, line, _last_review(path, plan))


def orientation_told(path: Path, record: Record, today: date) -> Told:
    """The course that was completed, or the last one."""
    known = [one.step for one in path.of(Orientation)]
    if not known:
        may = may_words(for_orientation(record, path, today))
        return Told(State.COMING, _("Not begun"), may)
    completed = [one for one in known if one.is_completed()]
    one = (completed or known)[-1]
    if one.ended_on is None:
        return _going(one.started_on, one.course, today)
    quiet = _hours(one.hours) if one.hours is not None else ""
    if completed:
        return Told(State.DONE, _("Completed {day}", day=_day(one.ended_on)), quiet)
    return Told(State.NOW, _("Ended {day}, not completed", day=_day(one.ended_on)), quiet)


def training_told(path: Path, record: Record, today: date) -> Told:
    """The training that reached its goal, or the last one."""
    known = [one.step for one in path.of(Training)]
    if not known:
        may = may_words(for_training(record, path, today))
        return Told(State.COMING, _("Not begun"), may)
    reached = [one for one in known if one.has_reached]
    one = (reached or known)[-1]
    goal = _("Goal B1.1 in Swedish") if one.language == "sv" else _("Goal B1.1 in Finnish")
    if reached:
        line = _("B1.1 reached {day}", day=_day(one.test_on))
        return Told(State.DONE, line, goal)
    if one.levels:
        return Told(State.DONE, _("Final test {day}, below B1.1", day=_day(one.test_on)), goal)
    if one.ended_on is not None:
        return Told(State.DONE, _("Ended {day}, not tested", day=_day(one.ended_on)), goal)
    return _going(one.started_on, goal, today)


def entry_words(kept: Kept[Any], number: int) -> str:
    """An entry on its chip: which one it is, and its day."""
    step, day = kept.step, _day(kept.step.day)
    if isinstance(step, Plan):
        return _("Plan {number}, {day}", number=number, day=day)
    if isinstance(step, Agreed):
        return current().listing((area_words()[step.area], day if step.day else ""))
    if isinstance(step, Extension):
        return _("until {day}", day=day)
    if isinstance(step, Assessment) and step.day is None:
        return _("Date unknown")
    return day


def _going(started: date | None, quiet: str, today: date) -> Told:
    if started is not None and started > today:
        return Told(State.COMING, _("Begins {day}", day=_day(started)), quiet)
    return Told(State.NOW, _("Since {day}", day=_day(started)), quiet)


def _hours(hours: int) -> str:
    return _n(
        "{n} hour, {least} are asked", "{n} hours, {least} are asked", hours, least=LEAST_HOURS
    )


def _last_review(path: Path, plan: Kept[Plan]) -> str:
    reviews = path.of_plan(Review, plan.id)
    if not reviews:
        return _("No review yet")
    last = reviews[-1].step
    day = f"{last.on.day}.{last.on.month}."
    return _("Review {day}: {reason}", day=day, reason=review_words()[last.reason])


def _day(day: date | None) -> str:
    return current().full_date(day) if day is not None else "–"
