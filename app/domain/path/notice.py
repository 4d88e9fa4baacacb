"""What a client told between two reviews, so that the plan is reviewed at once (line 189)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from app.domain.path.days import check_order, check_past


class NoticeKind(StrEnum):
    """What was told; what exactly stands nowhere here."""

    SERVICE_NEED = auto()
    LIFE_SITUATION = auto()
    REQUEST = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Notice:
    """A change that was reported, or a review that was asked for; open until it is handled."""

    kind: NoticeKind
    on: date
    handled_on: date | None = None

    @property
    def day(self) -> date:
        return self.on

    def check(self, today: date) -> None:
        """Refuse days that cannot be. Errors: those of `check_past`, `days_out_of_order`."""
        check_past(today, self.on, self.handled_on)
        check_order(self.on, self.handled_on)
