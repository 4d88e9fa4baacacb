"""Clients as a table: the columns that it may have, named as the fields of the record."""

from collections.abc import Mapping, Sequence
from enum import StrEnum, auto
from typing import Final

from app.domain.errors import Refused

Cells = Mapping["Column", str]


class Column(StrEnum):
    """A column; its value is the heading."""

    GIVEN_NAMES = auto()
    FAMILY_NAME = auto()
    SPELLINGS = auto()
    SCRIPTS = auto()
    FORMER_NAMES = auto()
    BIRTH_DATE = auto()
    BIRTH_YEAR = auto()
    CONTACT_LANGUAGE = auto()
    INTERPRETING = auto()
    INTEGRATION_LANGUAGE = auto()
    MUNICIPALITY = auto()
    LABOUR = auto()
    GROUPS = auto()
    ARRIVED_ON = auto()
    PERMIT_ON = auto()
    PHONE = auto()
    EMAIL = auto()
    ADDRESS = auto()
    KOTO_AJ = auto()
    IN_CHARGE = auto()
    RELATIVES = auto()
    ORIGIN = auto()
    PROTECTED_UNTIL = auto()


_BY_HEADING: Final = {str(column): column for column in Column}


def column_of(heading: str) -> Column | None:
    """The column with this heading, however it is written: Given names, GIVEN_NAMES."""
    return _BY_HEADING.get("_".join(heading.casefold().replace("_", " ").split()))


def columns_of(headings: Sequence[str]) -> tuple[Column | None, ...]:
    """The columns of a table; None where there is no heading.

    Errors: `column_unknown`, `column_twice` (given), `column_missing` (column).
    """
    found = []
    for heading in headings:
        column = column_of(heading)
        if column is None and heading.strip():
            raise Refused("column_unknown", given=heading.strip()[:40])
        if column is not None and column in found:
            raise Refused("column_twice", given=column)
        found.append(column)
    if Column.GIVEN_NAMES not in found:
        raise Refused("column_missing", column=Column.GIVEN_NAMES)
    return tuple(found)


def cells_of(columns: Sequence[Column | None], line: Sequence[str]) -> Cells:
    """What a line says in each of its columns; an empty cell says nothing.

    Errors: `line_too_long` where a cell stands under no heading.
    """
    found = {}
    for place, text in enumerate(line):
        column = columns[place] if place < len(columns) else None
        if text.strip() and column is None:
            raise Refused("line_too_long")
        if text.strip() and column is not None:
            found[column] = text.strip()
    return found
