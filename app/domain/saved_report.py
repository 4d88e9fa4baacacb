"""A question about visits that is asked again and again, under a name."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.errors import Refused
from app.domain.figures import Dimension, Question
from app.domain.line import clean_line
from app.domain.periods import Period
from app.domain.presets import Preset, presets
from app.domain.public import until_ended

NAME_MAX: Final = 30
_NOT_IN_FILE_NAMES: Final = frozenset('<>:"/\\|?*')


@dataclass(frozen=True, slots=True)
class SavedReport:
    """`days` are a named period that goes with the calendar, or days that stay as they are.

    `form` is the kind of file or print that is made of it: a word of the command line. `internal`
    says that the numbers are exact, for use within the unit only.
    """

    name: str
    days: Preset | Period
    by: tuple[Dimension, ...] = ()
    locations: tuple[str, ...] = ()
    form: str = "pdf"
    internal: bool = False

    def question(self, today: date) -> Question:
        """What it asks on this day: in public, of a named period the months that have ended."""
        if isinstance(self.days, Period):
            return Question(self.days, self.by, self.locations)
        days = presets(today)[self.days]
        if not self.internal:
            days = until_ended(days, today) or days
        return Question(days, self.by, self.locations)


def checked_name(name: str) -> str:
    """The name in one clean line; it becomes a part of file names.

    Errors: `name_missing`, `name_too_long` (most), `report_name_signs`.
    """
    name = clean_line(name)
    if not name:
        raise Refused("name_missing")
    if len(name) > NAME_MAX:
        raise Refused("name_too_long", most=NAME_MAX)
    if _NOT_IN_FILE_NAMES & set(name) or name.strip(".") == "":
        raise Refused("report_name_signs")
    return name
