"""The life of a referral: from the slip that was handed over to what came of it.

What is kept of the target follows the Act on the Openness of Government Activities, s. 24(1)(25)
and (32): of a person only authorities and schools are named, and none that tells of health,
conviction, violence or origin.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum, auto
from typing import Final
from uuid import UUID

from app.domain.directory import Service
from app.domain.errors import Refused
from app.domain.slip_choices import Choices

REFERRED: Final = "referred"
EXPIRES_AFTER: Final = timedelta(days=90)
_NAMED_WITH_PERSON: Final = frozenset({"authority", "training_provider", "adult_education"})


class State(StrEnum):
    """How far a referral has come; `EXPIRED` follows from its day and is never entered."""

    ISSUED = auto()
    TAKEN_UP = auto()
    DID_NOT_GO = auto()
    TURNED_AWAY = auto()
    UNKNOWN = auto()
    EXPIRED = auto()


ENTERED: Final = tuple(state for state in State if state is not State.EXPIRED)


class Why(StrEnum):
    """Why somebody was turned away: of the service, never of the person."""

    NOT_THEIRS = auto()
    NO_APPOINTMENT = auto()
    PAPERS_MISSING = auto()
    NO_INTERPRETER = auto()
    NO_ROOM = auto()
    CLOSED = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it; `by` (a service's id) and `why` belong to `TURNED_AWAY`."""

    state: State = State.ISSUED
    by: str | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """One service of a slip, by its place there; `target` is None where only its kind is kept."""

    slip_id: UUID
    part: int
    category: str
    target: str | None
    outcome: Outcome = field(default_factory=Outcome)
    entered_at: datetime | None = None

    def state_on(self, issued: date, today: date) -> State:
        """The state as it stands `today`: nobody heard of it for long is expired."""
        if self.outcome.state is State.ISSUED and today - issued > EXPIRES_AFTER:
            return State.EXPIRED
        return self.outcome.state


@dataclass(frozen=True, slots=True)
class IssuedSlip:
    """A slip that was handed over: nothing of the person, perhaps the visit it belongs to.

    `marked`: the visit's outcome "referred" was set for it. `choices` is what else stood on it,
    None where that is not kept; `printed_at` is when it was last printed again.
    """

    id: UUID
    number: str
    location: str
    day: date
    issued_at: datetime
    issued_by: UUID
    visit: UUID | None
    marked: bool
    void_reason: str | None
    referrals: tuple[Referral, ...]
    choices: Choices | None = None
    printed_at: datetime | None = None

    @property
    def newest_paper(self) -> datetime:
        """When the paper that the visitor has was made."""
        return self.printed_at or self.issued_at

    def states(self, today: date) -> tuple[State, ...]:
        """The state of each of its referrals, in their order."""
        return tuple(one.state_on(self.day, today) for one in self.referrals)

    def chosen(self, part: int | None) -> Referral:
        """The referral of a place from 1 on; without one, the only one.

        Errors: `slip_part_missing`, `slip_part_unknown`.
        """
        if part is None and len(self.referrals) > 1:
            raise Refused("slip_part_missing", number=self.number, most=len(self.referrals))
        for one in self.referrals:
            if one.part == (1 if part is None else part):
                return one
        raise Refused("slip_part_unknown", number=self.number, most=len(self.referrals))


def check_outcome(outcome: Outcome) -> None:
    """Refuse an outcome that says too little or too much.

    Errors: `outcome_not_entered`, `turned_away_why`, `not_turned_away`.
    """
    if outcome.state is State.EXPIRED:
        raise Refused("outcome_not_entered")
    if outcome.state is State.TURNED_AWAY:
        if outcome.why is None:
            raise Refused("turned_away_why")
    elif outcome.why is not None or outcome.by is not None:
        raise Refused("not_turned_away")


def named_with_person(service: Service) -> bool:
    """Whether a referral of a known person may name this service, not only its kind."""
    return service.category in _NAMED_WITH_PERSON and service.sensitive is None
