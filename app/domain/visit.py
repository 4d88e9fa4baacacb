"""A visit: one encounter at a portal location, counted without a name.

Programme lines 396-401 (who is served, where) and 413 (visitor statistics); what may be recorded
follows the principle of data minimisation: no age, sex, permit or duration (domain rule R-CL-2).
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from app.domain.errors import Refused
from app.domain.place import Ask, Location
from app.domain.reference import Kind, Reference

TOPICS_MAX: Final = 3
OUTCOMES_MAX: Final = 3
PERSONS_MAX: Final = 60
NOTE_MAX: Final = 200
REASON_MAX: Final = 200
WALK_IN: Final = "walk_in"


class Interpreter(StrEnum):
    """Whether an interpreter was needed, and whether one was there."""

    NOT_NEEDED = "not_needed"
    USED = "used"
    NOT_GOT = "not_got"


class FirstVisit(StrEnum):
    """Whether the visitor was here for the first time, where that was asked."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"


class Precision(StrEnum):
    """How exactly the time of a visit is known."""

    EXACT = "exact"
    DAY = "day"


class Source(StrEnum):
    """How a visit came into the store."""

    DESK = "desk"
    TALLY = "tally"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a clerk records of a visit: 1 to 3 topics (the first is main) and little else."""

    topics: tuple[str, ...]
    outcomes: tuple[str, ...] = ()
    language: str | None = None
    municipality: str | None = None
    channel: str = WALK_IN
    interpreter: Interpreter = Interpreter.NOT_NEEDED
    first_visit: FirstVisit = FirstVisit.NOT_ASKED
    persons: int = 1
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class When:
    """The time of a visit: the UTC moment and its local day and hour.

    With precision `DAY` only the day is known: `hour` is None and `moment` is the day's noon.
    """

    moment: datetime
    day: date
    hour: int | None
    precision: Precision = Precision.EXACT


@dataclass(frozen=True, slots=True)
class Visit:
    """A recorded visit as it is shown and counted.

    `arrived_at`, `served_at` and `done_at` are known for visits from the waiting line;
    `closed_by_day_end` says that nobody closed the visit, so that they are not to be counted.
    `revision` counts the changes since it was recorded, the last one at `changed_at`.
    """

    id: UUID
    location: str
    when: When
    source: Source
    facts: Facts
    recorded_by: UUID
    recorded_at: datetime
    arrived_at: datetime | None = None
    served_at: datetime | None = None
    done_at: datetime | None = None
    closed_by_day_end: bool = False
    amended: bool = False
    void_reason: str | None = None
    revision: int = 0
    changed_at: datetime | None = None


def changed(visit: Visit, now: datetime, **parts: Any) -> Visit:
    """The visit with other `parts`, as its next revision."""
    return replace(visit, revision=visit.revision + 1, changed_at=now, **parts)


def check_facts(
    facts: Facts, reference: Reference, location: Location, *, of_person: bool = False
) -> None:
    """Refuse what cannot be recorded at this location, with the first reason found.

    `of_person`: the visit is not anonymous, so that it may have a note wherever it is.

    Errors: `topic_missing`, `topics_too_many`, `outcomes_too_many`, `chosen_twice`,
    `code_unknown`, `persons_out_of_range`, `not_asked_here`, `note_too_long`, `note_not_here`.
    """
    _check_amounts(facts)
    _check_codes(facts, reference)
    _check_place(facts, location, of_person=of_person)
    if len(facts.note) > NOTE_MAX:
        raise Refused("note_too_long", most=NOTE_MAX, length=len(facts.note))


def _check_amounts(facts: Facts) -> None:
    if not facts.topics:
        raise Refused("topic_missing")
    if len(facts.topics) > TOPICS_MAX:
        raise Refused("topics_too_many", most=TOPICS_MAX)
    if len(facts.outcomes) > OUTCOMES_MAX:
        raise Refused("outcomes_too_many", most=OUTCOMES_MAX)
    if len(set(facts.topics)) < len(facts.topics) or len(set(facts.outcomes)) < len(facts.outcomes):
        raise Refused("chosen_twice")
    if not 1 <= facts.persons <= PERSONS_MAX:
        raise Refused("persons_out_of_range", most=PERSONS_MAX)


def _check_codes(facts: Facts, reference: Reference) -> None:
    chosen = [(Kind.TOPIC, code) for code in facts.topics]
    chosen += [(Kind.OUTCOME, code) for code in facts.outcomes]
    chosen.append((Kind.CHANNEL, facts.channel))
    if facts.language is not None:
        chosen.append((Kind.LANGUAGE, facts.language))
    if facts.municipality is not None:
        chosen.append((Kind.MUNICIPALITY, facts.municipality))
    for kind, code in chosen:
        if code not in reference[kind]:
            raise Refused("code_unknown", kind=kind, given=code[:40])


def _check_place(facts: Facts, location: Location, *, of_person: bool) -> None:
    for ask, given in ((Ask.LANGUAGE, facts.language), (Ask.MUNICIPALITY, facts.municipality)):
        if given is not None and ask not in location.asks:
            raise Refused("not_asked_here")
    if facts.note and Ask.NOTE not in location.asks and not of_person:
        raise Refused("note_not_here")
