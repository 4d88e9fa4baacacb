"""Multilingual society orientation (lines 193-213, section 25): free of charge."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Final

from app.domain.errors import Refused
from app.domain.path.days import check_likely, check_order, check_past

LEAST_HOURS: Final = 70
MOST_HOURS: Final = 2000
TEXT_MAX: Final = 200


class Content(StrEnum):
    """What the course is about at least (line 207)."""

    LIVING_AND_WORKING = auto()
    SOCIETY = auto()
    RIGHTS_AND_DUTIES = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Orientation:
    """A course, to come (`started_on` later than today), going on, or ended.

    `language` is the mother tongue or one that the person knows well. `organiser` is an
    organisation of the table of who is responsible. `hours` are of teaching and own study.
    """

    language: str | None = None
    course: str = ""
    organiser: str | None = None
    hours: int | None = None
    started_on: date | None = None
    ended_on: date | None = None
    contents: frozenset[Content] = frozenset()

    @property
    def day(self) -> date | None:
        """The last day that is known of it."""
        return self.ended_on or self.started_on

    def is_completed(self, least: int = LEAST_HOURS) -> bool:
        """Whether it ended with enough hours (decree 576/2024, section 2) and all contents."""
        enough = self.hours is not None and self.hours >= least
        return self.ended_on is not None and enough and self.contents == frozenset(Content)

    def check(self, today: date) -> None:
        """Refuse what a course cannot be.

        Errors: those of the days, `course_language_missing`, `start_missing`,
        `hours_out_of_range`, `text_too_long`.
        """
        check_likely(today, self.started_on)
        check_past(today, self.ended_on)
        check_order(self.started_on, self.ended_on)
        if not self.language:
            raise Refused("course_language_missing")
        if self.started_on is None:
            raise Refused("start_missing")
        if self.hours is not None and not 0 <= self.hours <= MOST_HOURS:
            raise Refused("hours_out_of_range", most=MOST_HOURS)
        if len(self.course) > TEXT_MAX:
            raise Refused("text_too_long", given=self.course[:20], most=TEXT_MAX)
