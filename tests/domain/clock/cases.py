"""The cases of `plan_clock.md`, read as a lawyer reads them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path as File
from typing import Any, Final
from uuid import UUID

from app.domain.clock.missing import Choices
from app.domain.clock.person import Person
from app.domain.path.agreed import Agreed, Area, WhyNot
from app.domain.path.assessment import Assessment
from app.domain.path.longer import Extension, Ground, Leave
from app.domain.path.notice import Notice, NoticeKind
from app.domain.path.plan import EndReason, Plan
from app.domain.path.review import Review, ReviewReason
from app.domain.path.whole import Kept, Path
from app.domain.responsibility.values import Labour

TABLE: Final = File(__file__).parents[2] / "data" / "plan_clock.md"
BY, NOON = UUID(int=9), datetime(2026, 11, 24, 12, tzinfo=UTC)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_COLUMNS: Final = 13


@dataclass(frozen=True, slots=True)
class Case:
    """One line: what is asked, and the answers by the names of their columns."""

    number: int
    path: Path
    plan: UUID | None
    person: Person
    choices: Choices
    asked_on: date
    answers: dict[str, str]


def kept(step: Any, number: int) -> Kept[Any]:
    """A step as it is kept."""
    return Kept(UUID(int=number), step, 0, BY, NOON + timedelta(seconds=number))


def cases() -> list[Case]:
    """All lines of the table."""
    rows = [row for row in TABLE.read_text("utf-8").splitlines() if re.match(r"\| (Nr|\d)", row)]
    head, *lines = ([cell.strip() for cell in row.split("|")[1:-1]] for row in rows)
    assert all(len(line) == _COLUMNS for line in lines)
    return [_case(dict(zip(head, line, strict=True))) for line in lines]


def _case(line: dict[str, str]) -> Case:
    besides = [part.strip() for part in line["Besides"].split(",") if part.strip()]
    plans = [_plan(text, besides) for text in line["Plans"].split(",") if text.strip()]
    steps: list[Any] = [kept(plan, number) for number, plan in enumerate(plans, 1)]
    about = steps[0 if "about plan 1" in besides else -1].id if steps else None
    reviews = [date.fromisoformat(day) for day in _DAY.findall(line["Reviews"])]
    later: list[Any] = [Review(about, day, ReviewReason.INTERVAL) for day in reviews if about]
    later += [step for text in besides for step in _steps(text, about or UUID(int=0))]
    steps += [kept(step, number) for number, step in enumerate(later, 10)]
    choices = Choices(employment_plan="line 181" in besides)
    asked_on = date.fromisoformat(line["Asked on"])
    path = Path(tuple(steps))
    return Case(int(line["Nr"]), path, about, _person(besides), choices, asked_on, line)


def _plan(text: str, besides: list[str]) -> Plan:
    *drawn, first, last = (date.fromisoformat(day) for day in _DAY.findall(text))
    ended = [date.fromisoformat(part[6:]) for part in besides if part.startswith("ended ")]
    return Plan(
        drawn[0] if drawn else first,
        first,
        last,
        wellbeing="wellbeing" in besides,
        employment_goal="employment goal" in besides,
        ended_on=ended[0] if ended else None,
        end_reason=EndReason.OTHER if ended else None,
    )


def _person(besides: list[str]) -> Person:
    labour = Labour.UNEMPLOYED_JOBSEEKER if "jobseeker" in besides else None
    for part in besides:
        if born := _DAY.search(part) if part.startswith("born ") else None:
            day = date.fromisoformat(born[0])
            return Person(day, day.year, labour)
        if part.startswith("born "):
            return Person(None, int(part[5:]), labour)
    return Person(labour=labour)


def _steps(text: str, plan: UUID) -> Iterator[Any]:
    word, days = text.split()[0], [date.fromisoformat(day) for day in _DAY.findall(text)]
    if word in ("support", "studies"):
        yield Extension(plan, Ground(word), days[0])
    elif word == "leave":
        yield Leave(plan, days[0], days[1] if days[1:] else None)
    elif word == "assessed":
        yield Assessment(interview_on=days[0], completed_on=days[0])
    elif word == "notice":
        yield Notice(NoticeKind.SERVICE_NEED, days[0], days[1] if days[1:] else None)
    elif word in ("agreed", "referred", "not"):
        why_not = WhyNot.OTHER if word == "not" else None
        yield Agreed(plan, Area.STUDIES, days[0] if days else None, why_not)
