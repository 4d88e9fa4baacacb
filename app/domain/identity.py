"""The Finnish identity code (henkilötunnus): what it is for, and whether one can be somebody's."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Final

from stdnum.exceptions import ValidationError
from stdnum.fi import hetu

from app.domain.client import Record
from app.domain.errors import Refused

_CENTURIES: Final = {"+": 1800} | dict.fromkeys("-UVWXY", 1900) | dict.fromkeys("ABCDEF", 2000)


class Need(StrEnum):
    """What an identity code is needed for."""

    ASSESSMENT = auto()
    PLAN = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """A code as it is kept, and for what."""

    code: str
    need: Need


def checked_code(code: str, record: Record) -> str:
    """The code as it is kept, of the client with this record.

    Errors: `identity_wrong`, `identity_other_birth`.
    """
    try:
        checked = str(hetu.validate(code.strip().upper()))
    except ValidationError:
        raise Refused("identity_wrong") from None
    born = _born(checked)
    if record.born not in (None, born) or record.birth_year not in (None, born.year):
        raise Refused("identity_other_birth")
    return checked


def _born(code: str) -> date:
    year = _CENTURIES[code[6]] + int(code[4:6])
    return date(year, int(code[2:4]), int(code[:2]))
