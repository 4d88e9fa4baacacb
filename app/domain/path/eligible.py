"""Who may take part in what, each answer with its reason (lines 97, 201 and 225)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Final

from app.domain.client import Record
from app.domain.months import months_after, years_old
from app.domain.path.assessment import Assessment
from app.domain.path.whole import Path, is_integration_client
from app.domain.responsibility.values import Group, Labour, Source

RECENT_MONTHS: Final = 36
ADULT: Final = 18
REGION: Final = frozenset({"pietarsaari", "kruunupyy", "luoto", "uusikaarlepyy", "pedersore"})


class Because(StrEnum):
    """Why somebody may take part, may not, or why that cannot be said."""

    IN_REGION = auto()
    QUOTA_REFUGEE = auto()
    OUTSIDE_REGION = auto()
    MUNICIPALITY_UNKNOWN = auto()
    RECENTLY_MOVED = auto()
    PERMIT_RECENT = auto()
    NEITHER_RECENT = auto()
    DATES_UNKNOWN = auto()
    UNDER_18 = auto()
    AGE_UNKNOWN = auto()
    UNEMPLOYED_JOBSEEKER = auto()
    ASSESSED_NEED = auto()
    NO_ASSESSED_NEED = auto()
    LABOUR_UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Eligible:
    """Yes, no, or None where it cannot be said; with the reason and where that stands.

    `first_client`: by the programme, but an assessment and a plan come first.
    """

    answer: bool | None
    because: Because
    source: Source
    until: date | None = None
    first_client: bool = False


_TARGET: Final = Source((97,))
_ORIENTATION: Final = Source((201,), ((25,),))
_TRAINING: Final = Source((225,), ((26,),))


def is_target(record: Record) -> Eligible:
    """Whether the programme is for the person (R-CL-3); outside it there is guidance only."""
    if Group.QUOTA_REFUGEE in record.groups:
        return Eligible(True, Because.QUOTA_REFUGEE, _TARGET)
    if record.municipality is None:
        return Eligible(None, Because.MUNICIPALITY_UNKNOWN, _TARGET)
    if record.municipality in REGION:
        return Eligible(True, Because.IN_REGION, _TARGET)
    return Eligible(False, Because.OUTSIDE_REGION, _TARGET)


def for_orientation(
    record: Record, path: Path, today: date, recent_months: int = RECENT_MONTHS
) -> Eligible:
    """Whether the person may take part in society orientation (R-OR-1).

    An adult who moved to Finland recently, or whose first permit is at most three years old.
    """
    is_adult = adult(record, today)
    if not is_adult:
        because = Because.AGE_UNKNOWN if is_adult is None else Because.UNDER_18
        return Eligible(is_adult, because, _ORIENTATION)
    later = not is_integration_client(path, today, today)
    permit, arrived = record.permit_on, record.arrived_on
    if permit is not None and today <= (last := months_after(permit, RECENT_MONTHS)):
        return Eligible(True, Because.PERMIT_RECENT, _ORIENTATION, last, later)
    if arrived is not None and today <= (last := months_after(arrived, recent_months)):
        return Eligible(True, Because.RECENTLY_MOVED, _ORIENTATION, last, later)
    if permit is None or arrived is None:
        return Eligible(None, Because.DATES_UNKNOWN, _ORIENTATION)
    return Eligible(False, Because.NEITHER_RECENT, _ORIENTATION)


def for_training(record: Record, path: Path, today: date) -> Eligible:
    """Whether integration training is offered (R-TR-1).

    To unemployed jobseekers, and to others for whom an assessment found the need.
    """
    later = not is_integration_client(path, today, today)
    if record.labour is Labour.UNEMPLOYED_JOBSEEKER:
        source = _TRAINING
        return Eligible(True, Because.UNEMPLOYED_JOBSEEKER, source, first_client=later)
    completed = [one.step for one in path.of(Assessment) if one.step.is_completed]
    if any(one.training_need for one in completed):
        return Eligible(True, Because.ASSESSED_NEED, _TRAINING, first_client=later)
    if record.labour is None:
        return Eligible(None, Because.LABOUR_UNKNOWN, _TRAINING)
    return Eligible(False, Because.NO_ASSESSED_NEED, _TRAINING)


def adult(record: Record, day: date) -> bool | None:
    """Whether the person is 18 or older; by the year alone where that says it, else None."""
    if record.born is not None:
        return years_old(record.born, day) >= ADULT
    if record.birth_year is None or day.year - record.birth_year == ADULT:
        return None
    return day.year - record.birth_year > ADULT
