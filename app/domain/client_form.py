"""A client's record from the cells of one line of a table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.domain.client import (
    INTEGRATION_LANGUAGES,
    SENSITIVE,
    ClientName,
    Interpreting,
    NameKind,
    Origin,
    Record,
    Relation,
    Relative,
    Told,
)
from app.domain.client_cells import Reader, year_of
from app.domain.client_columns import Cells, Column
from app.domain.errors import Refused
from app.domain.reference import Kind, Reference
from app.domain.responsibility.values import Group, Labour

PARTS: Final = "|"
NO_END: Final = "no_end"
_NAMES: Final = {
    Column.SPELLINGS: NameKind.SPELLING,
    Column.SCRIPTS: NameKind.SCRIPT,
    Column.FORMER_NAMES: NameKind.FORMER,
}


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """What a line says: a record, who is in charge by user name, the last day of an order."""

    record: Record
    in_charge: str = ""
    protected_until: date | None = None


def entry_from(cells: Cells, reference: Reference) -> Entry:
    """The entry of a line; what a record may hold beyond that is checked where it is recorded.

    Errors: those of `client_cells.Reader`, `cell_relative`.
    """
    reader, until = Reader(cells), Column.PROTECTED_UNTIL
    endless = reader.text(until).casefold() == NO_END
    return Entry(
        _told_by(_record(reader, reference), reader.code(Column.ORIGIN, Origin)),
        reader.text(Column.IN_CHARGE),
        date.max if endless else reader.day(until),
    )


def _record(reader: Reader, reference: Reference) -> Record:
    born, year = _birth(reader)
    groups = reader.codes(Column.GROUPS, Group)
    return Record(
        tuple(_names(reader)),
        born,
        year,
        contact_language=reader.listed(Column.CONTACT_LANGUAGE, reference[Kind.LANGUAGE]),
        interpreting=reader.code(Column.INTERPRETING, Interpreting) or Interpreting.NOT_ASKED,
        integration_language=reader.listed(Column.INTEGRATION_LANGUAGE, INTEGRATION_LANGUAGES),
        municipality=reader.listed(Column.MUNICIPALITY, reference[Kind.MUNICIPALITY]),
        labour=reader.code(Column.LABOUR, Labour),
        groups=groups - SENSITIVE,
        sensitive=groups & SENSITIVE,
        arrived_on=reader.day(Column.ARRIVED_ON),
        permit_on=reader.day(Column.PERMIT_ON),
        phone=reader.text(Column.PHONE),
        email=reader.text(Column.EMAIL),
        address=reader.text(Column.ADDRESS),
        koto_aj=reader.text(Column.KOTO_AJ),
        relatives=tuple(_relatives(reader)),
    )


def _told_by(record: Record, origin: Origin | None) -> Record:
    """The record, with who told all that stands in the line, if that was not the client."""
    if origin is None:
        return record
    filled = (name for name in Record.__dataclass_fields__ if name != "origins")
    told = {name: Told(origin) for name in filled if _says(record, name)}
    return replace(record, origins=told)


def _says(record: Record, name: str) -> bool:
    return getattr(record, name) not in (None, "", (), frozenset(), Interpreting.NOT_ASKED)


def _names(reader: Reader) -> Iterator[ClientName]:
    yield ClientName(reader.text(Column.GIVEN_NAMES), reader.text(Column.FAMILY_NAME))
    for column, kind in _NAMES.items():
        for text in reader.several(column):
            given, _bar, family = text.partition(PARTS)
            yield ClientName(given, family, kind)


def _birth(reader: Reader) -> tuple[date | None, int | None]:
    """The birth date, which may be a year alone, and the year."""
    year = reader.year(Column.BIRTH_YEAR)
    alone = year_of(reader.text(Column.BIRTH_DATE))
    born = None if alone else reader.day(Column.BIRTH_DATE)
    told = {one for one in (year, alone, born and born.year) if one}
    if len(told) > 1:
        raise Refused("cell_not_a_year", column=Column.BIRTH_YEAR)
    return born, next(iter(told), None)


def _relatives(reader: Reader) -> Iterator[Relative]:
    for text in reader.several(Column.RELATIVES):
        relation, name, phone, *more = *(part.strip() for part in text.split(PARTS)), "", ""
        if relation.casefold() not in list(Relation) or not name or any(more):
            raise Refused("cell_relative", column=Column.RELATIVES)
        yield Relative(Relation(relation.casefold()), name, phone)
