"""What joins a client with a visit or a slip, and the basis on which it may.

A person is linked by choice only (GDPR article 25): for a statutory task (act 681/2023), or with
the person's consent, which can be withdrawn.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from uuid import UUID


class Task(StrEnum):
    """A statutory task, which is a basis by itself."""

    ASSESSMENT = auto()
    PLAN = auto()
    REVIEW = auto()


class Way(StrEnum):
    """How a consent was given."""

    SPOKEN = auto()
    WRITTEN = auto()
    ELECTRONIC = auto()


@dataclass(frozen=True, slots=True)
class Agreed:
    """A consent that is given just now: how, and in which language it was asked."""

    way: Way
    language: str


Basis = Task | Agreed | None
"""None stands for the consent that is in force."""


@dataclass(frozen=True, slots=True, repr=False)
class Consent:
    """A client's consent to be linked; `withdrawn_on` is the day from which it is not in force."""

    id: UUID
    client: UUID
    given_on: date
    way: Way
    language: str
    recorded_by: UUID
    recorded_at: datetime
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Link:
    """A client's link to a visit or a slip: one of the two, for a `task` or by a `consent`.

    `municipality` is the one that the visit does not show while the client is under a
    non-disclosure order.
    """

    id: UUID
    client: UUID
    linked_by: UUID
    linked_at: datetime
    visit: UUID | None = None
    slip: UUID | None = None
    task: Task | None = None
    consent: UUID | None = None
    municipality: str | None = None
