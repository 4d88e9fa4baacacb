"""What of a path would tell the town of a person under a non-disclosure order."""

from dataclasses import replace
from typing import Any, Final, TypeVar

from app.domain.path.assessment import Assessment
from app.domain.path.orientation import Orientation
from app.domain.path.training import Training

TELLING: Final[dict[type[Any], dict[str, Any]]] = {
    Assessment: {"by": None},
    Orientation: {"organiser": None, "course": ""},
    Training: {"provider": None},
}
S = TypeVar("S")


def without_town(step: S) -> S:
    """The step without what is bound to a place."""
    return _changed(step, TELLING.get(type(step), {}))


def with_town_of(step: S, before: S) -> S:
    """The step with what was not shown of it before."""
    return _changed(step, {name: getattr(before, name) for name in TELLING.get(type(step), {})})


def _changed(step: S, values: dict[str, Any]) -> S:
    same: Any = step
    changed: S = replace(same, **values)
    return changed
