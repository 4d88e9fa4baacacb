"""Steps of a path for tests."""

from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

from app.domain.path.assessment import Assessment
from app.domain.path.plan import Plan
from app.domain.path.whole import Kept, Path

S = TypeVar("S")
AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
PLAN = UUID(int=7)


def kept(step: S, number: int = 1) -> Kept[S]:
    """A step as it is kept, with the id of a number."""
    return Kept(UUID(int=number), step, 0, UUID(int=1), AT)


def path(*steps: Any) -> Path:
    """A path of steps; a plan among them has the id `PLAN`."""
    return Path(
        tuple(
            kept(step, PLAN.int if isinstance(step, Plan) else 100 + place)
            for place, step in enumerate(steps)
        )
    )


def plan(drawn_on: date, valid_to: date, **facts: Any) -> Plan:
    """A plan that begins on the day it is drawn."""
    return Plan(drawn_on, facts.pop("valid_from", drawn_on), valid_to, **facts)


def assessed(on: date, **facts: Any) -> Assessment:
    """An own assessment that was completed on the day of its interview."""
    return Assessment(interview_on=on, completed_on=on, **facts)
