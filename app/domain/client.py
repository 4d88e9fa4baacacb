"""A client: the light record that section 73 of act 681/2023 allows and the desk needs.

Dates and references, not contents: plans, health and work history stand elsewhere. What is known
of a person is never part of a text that the program writes about itself, hence no `repr`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, auto
from typing import Final
from uuid import UUID

from app.domain.responsibility.values import Group, Labour

SENSITIVE: Final = frozenset(
    {
        Group.TRAFFICKING_VICTIM,
        Group.SOCIAL_ASSISTANCE_LONGTERM,
        Group.SOCIAL_ASSISTANCE_TEMPORARY,
    }
)
INTEGRATION_LANGUAGES: Final = ("fi", "sv")


class NameKind(StrEnum):
    """What a name is to its person; the first one is always the person's own."""

    OWN = auto()
    SPELLING = auto()
    SCRIPT = auto()
    FORMER = auto()


class Interpreting(StrEnum):
    """Whether the client needs an interpreter."""

    NOT_ASKED = auto()
    NEEDED = auto()
    NOT_NEEDED = auto()


class Relation(StrEnum):
    """What somebody is to the client."""

    GUARDIAN = auto()
    REPRESENTATIVE = auto()
    SPOUSE = auto()
    CHILD = auto()
    PARENT = auto()
    SIBLING = auto()
    OTHER = auto()


class Origin(StrEnum):
    """From where a datum came, if not from the client (section 73, subsection 2)."""

    AUTHORITY = auto()
    DOCUMENT = auto()
    FAMILY = auto()
    INTERPRETER = auto()
    KOTO_AJ = auto()
    OTHER = auto()


class Why(StrEnum):
    """For what a client's record is opened; it stands in the log."""

    VISIT = auto()
    ASSESSMENT = auto()
    PLAN = auto()
    REVIEW = auto()
    REFERRAL = auto()
    CONTACT = auto()
    CORRECTION = auto()
    OWN_REQUEST = auto()


@dataclass(frozen=True, slots=True, repr=False)
class ClientName:
    """A name; who has one name only has no family name."""

    given: str
    family: str = ""
    kind: NameKind = NameKind.OWN

    @property
    def whole(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True, repr=False)
class Relative:
    """A guardian, representative or member of the family: by name, or as a client."""

    relation: Relation
    name: str = ""
    phone: str = ""
    client: UUID | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Who told a datum, and which of the staff entered it, when; those two are filled in."""

    origin: Origin
    by: UUID | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Record:
    """What is recorded of a client.

    `birth_year` is that of `born` where the day is known; without both the birth is unknown.
    `sensitive` groups are None where they are not shown; amended with None they stay.
    `origins` has the fields that somebody else than the client told, by their names here.
    """

    names: tuple[ClientName, ...]
    born: date | None = None
    birth_year: int | None = None
    contact_language: str | None = None
    interpreting: Interpreting = Interpreting.NOT_ASKED
    integration_language: str | None = None
    municipality: str | None = None
    labour: Labour | None = None
    groups: frozenset[Group] = frozenset()
    sensitive: frozenset[Group] | None = None
    arrived_on: date | None = None
    permit_on: date | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    koto_aj: str = ""
    in_charge: UUID | None = None
    relatives: tuple[Relative, ...] = ()
    origins: Mapping[str, Told] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The person's own name as one line."""
        return self.names[0].whole


@dataclass(frozen=True, slots=True, repr=False)
class Client:
    """A client as the record is shown; `revision` counts its changes.

    A person under a non-disclosure order has `protected_until`, the order's last day, and neither
    municipality nor address is shown.
    """

    id: UUID
    number: int
    record: Record
    revision: int
    recorded_by: UUID
    recorded_at: datetime
    changed_at: datetime | None = None
    protected_until: date | None = None

    def is_protected(self, today: date) -> bool:
        """Whether a non-disclosure order holds."""
        return self.protected_until is not None and self.protected_until >= today


@dataclass(frozen=True, slots=True, repr=False)
class Glance:
    """Who a client is, and no more: for those who do not keep the records."""

    id: UUID
    number: int
    name: str
    birth_year: int | None
    protected_until: date | None = None
