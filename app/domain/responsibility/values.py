"""What is asked and what is answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto


class Labour(StrEnum):
    """A person's standing on the labour market."""

    UNEMPLOYED_JOBSEEKER = auto()
    OTHER_JOBSEEKER = auto()
    NOT_JOBSEEKER = auto()


class Group(StrEnum):
    """The groups that line 148 speaks of."""

    OTHER_INTERNATIONAL_PROTECTION = auto()
    QUOTA_REFUGEE = auto()
    UNACCOMPANIED_MINOR = auto()
    TRAFFICKING_VICTIM = auto()
    CHILD_HOME_CARE_ALLOWANCE = auto()
    SOCIAL_ASSISTANCE_LONGTERM = auto()
    SOCIAL_ASSISTANCE_TEMPORARY = auto()
    NEEDS_COORDINATED_SERVICES = auto()


class Duty(StrEnum):
    """What somebody is responsible for."""

    ASSESSMENT = auto()
    PLAN = auto()
    REVIEW = auto()
    ORIENTATION = auto()
    TRAINING = auto()


class Reading(StrEnum):
    """How the unit reads a row that the programme leaves open: who assesses."""

    EMPLOYMENT_AREA = auto()
    UNIT = auto()


class Flag(StrEnum):
    """Where the programme is unclear, so that a person must judge."""

    CONTRADICTION = auto()
    NOT_UNEMPLOYED = auto()
    NO_ASSESSOR = auto()
    TEMPORARY_ASSISTANCE = auto()


class Note(StrEnum):
    """What belongs to an answer beside the names."""

    ON_REQUEST = auto()
    TRAINING_ONE_BODY = auto()
    OWN_MUNICIPALITY = auto()
    GUIDANCE_ONLY = auto()
    ADULTS_ONLY = auto()
    COMPULSORY_EDUCATION = auto()
    OTHER_CLIENT_PLAN = auto()
    IF_COORDINATED = auto()
    UNIT_DECIDED = auto()


@dataclass(frozen=True, slots=True)
class Case:
    """What is asked of a person: no name, no permit.

    `out_of_scope`: an asylum seeker, somebody without a permit, or no immigrant.
    """

    municipality: str
    labour: Labour
    groups: frozenset[Group] = frozenset()
    under_18: bool = False
    out_of_scope: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Lines of the programme, and sections of act 681/2023 as (section, subsection, item)."""

    lines: tuple[int, ...]
    law: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Charge:
    """The organisations that are responsible for a duty, none or more, and why."""

    bodies: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Answer:
    """Who is responsible, by the rows of the table that say so.

    `wellbeing` is what the wellbeing services county's part is read from, None where it has none.
    """

    rows: tuple[str, ...]
    duties: Mapping[Duty, Charge]
    wellbeing: Charge | None
    informed: tuple[str, ...]
    notes: tuple[Note, ...]
    flags: tuple[Flag, ...]

    @property
    def first(self) -> str | None:
        """Whom to see first: the organisation that assesses."""
        return next(iter(self.duties[Duty.ASSESSMENT].bodies), None)
