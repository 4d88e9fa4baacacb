"""A list of plans by when their reviews are due: what is asked, and a line of the answer."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.clock.clock import Due, State


@dataclass(frozen=True, slots=True)
class DueQuestion:
    """Plans whose review is due on `on` or before, or within so many days of it; None for all.

    `body` is the organisation that reviews; that of the unit has those of whom it is not known.
    """

    on: date
    within: int | None = None
    body: str | None = None
    municipality: str | None = None
    language: str | None = None
    in_charge: UUID | None = None

    @property
    def until(self) -> date | None:
        """The last day by which a review is due that is asked for."""
        return None if self.within is None else self.on + timedelta(days=self.within)


@dataclass(frozen=True, slots=True, repr=False)
class DueLine:
    """One plan; `body` reviews it, None where that is not known or not shown."""

    plan: UUID
    client: UUID
    number: int
    name: str
    birth_year: int | None
    language: str | None
    in_charge: UUID | None
    due: Due
    state: State
    last_day: date
    on_leave: bool
    body: str | None
    is_protected: bool = False

    @property
    def place(self) -> tuple[date, date, UUID]:
        """Where it stands in the list: the soonest first, the longest since first."""
        return self.due.day, self.due.since, self.plan
