"""Integration training and the final test of language skills (lines 217-241, section 26)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum, auto
from typing import Final

from app.domain.client import INTEGRATION_LANGUAGES
from app.domain.errors import Refused
from app.domain.path.days import check_likely, check_order, check_past


class Skill(StrEnum):
    """What the final test tests."""

    LISTENING = auto()
    READING = auto()
    SPEAKING = auto()
    WRITING = auto()


class Level(StrEnum):
    """The levels of the language scale, the lowest first."""

    BELOW_A1_1 = auto()
    A1_1 = auto()
    A1_2 = auto()
    A1_3 = auto()
    A2_1 = auto()
    A2_2 = auto()
    B1_1 = auto()
    B1_2 = auto()
    B2_1 = auto()
    B2_2 = auto()
    C1_1 = auto()


LEVELS: Final = tuple(Level)


@dataclass(frozen=True, slots=True, repr=False)
class Training:
    """Integration training, to come, going on or ended, with its final test.

    `provider` is a service of the directory. `follow_up`: the plan that leads on to work or study
    was made (line 231). `levels` has the test's result by skill.
    """

    language: str | None = None
    provider: str | None = None
    started_on: date | None = None
    ended_on: date | None = None
    follow_up: bool = False
    test_on: date | None = None
    test_language: str | None = None
    levels: Mapping[Skill, Level] = field(default_factory=dict)

    @property
    def day(self) -> date | None:
        """The last day that is known of it."""
        return self.test_on or self.ended_on or self.started_on

    @property
    def has_reached(self) -> bool:
        """Whether every tested skill is B1.1 or better, in Finnish or Swedish (line 221)."""
        goal = LEVELS.index(Level.B1_1)
        known = self.test_language in INTEGRATION_LANGUAGES
        high = [LEVELS.index(level) >= goal for level in self.levels.values()]
        return known and bool(high) and all(high)

    def check(self, today: date) -> None:
        """Refuse what training cannot be.

        Errors: those of the days, `training_language_missing`, `start_missing`,
        `test_incomplete` where a level has no date or no language.
        """
        check_likely(today, self.started_on)
        check_past(today, self.ended_on, self.test_on)
        check_order(self.started_on, self.ended_on)
        check_order(self.started_on, self.test_on)
        if self.language not in INTEGRATION_LANGUAGES:
            raise Refused("training_language_missing")
        if self.started_on is None:
            raise Refused("start_missing")
        tested = self.test_on is not None and self.test_language in INTEGRATION_LANGUAGES
        if (self.levels or self.test_on) and not tested:
            raise Refused("test_incomplete")
