"""Whether a person who is about to be recorded is here already, as far as one may know of them.

Certain is the same Koto-AJ reference, or the same name and birth. Who is only likely to be the same
person is no matter of this: that is for somebody to judge.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from app.domain.client import Record
from app.domain.errors import Refused
from app.domain.names.asked import Asked, Mark, birth_key, reference_key
from app.domain.names.letters import plain
from app.domain.names.parts import parts_of
from app.domain.roles import Right
from app.services.unit import Unit
from app.store.queries.clients import described, visible
from app.store.queries.lookup import Reader, spelt

_MOST: Final = 400

Birth = date | int | None


@dataclass(frozen=True, slots=True, repr=False)
class Known:
    """A client with all names, each as `name_key` has it."""

    number: int
    names: frozenset[str]
    born: date | None
    birth_year: int | None
    reference: str

    @property
    def birth(self) -> Birth:
        return self.born or self.birth_year


def same_client(unit: Unit, record: Record) -> int | None:
    """The number of the client that a record is of, None where nobody is surely the same.

    Errors: `no_right`, `reference_of_other` (number) where the reference is that of somebody born
    otherwise, `client_likely` (number) where name and birth are those of a client without it.
    """
    unit.demand(Right.KEEP_CLIENTS)
    for known in _with_reference(unit, record):
        if _born_otherwise(record, known):
            raise Refused("reference_of_other", number=known.number)
        return known.number
    namesakes = [one for one in _named(unit, record) if _may_be(record, one)]
    if not namesakes:
        return None
    if record.koto_aj:
        raise Refused("client_likely", number=namesakes[0].number)
    return namesakes[0].number


def name_key(name: str) -> str:
    """A name in small letters, its parts in one order, to be compared with others."""
    return " ".join(sorted(plain(name).split()))


def birth_of(record: Record) -> Birth:
    """The birth date, else the year, None where neither is known."""
    return record.born or record.birth_year


def _with_reference(unit: Unit, record: Record) -> Iterator[Known]:
    if not record.koto_aj:
        return
    key = reference_key(record.koto_aj)
    for known in _found(unit, Asked((), ((key,),))):
        if known.reference == key:
            yield known


def _named(unit: Unit, record: Record) -> Iterator[Known]:
    """Who has the same birth and, as own or as another name, the same name."""
    birth = birth_of(record)
    marks = ((birth_key(birth) if isinstance(birth, date) else f"{Mark.BIRTH}{birth}",),)
    asked = Asked(parts_of(record.name), marks if birth else ())
    if asked.is_empty:
        return
    for known in _found(unit, asked):
        if known.birth == birth and name_key(record.name) in known.names:
            yield known


def _may_be(record: Record, known: Known) -> bool:
    """Two references are of two people."""
    return not record.koto_aj or not known.reference


def _born_otherwise(record: Record, known: Known) -> bool:
    born = record.born and known.born and record.born != known.born
    years = record.birth_year, known.birth_year
    return bool(born or (all(years) and years[0] != years[1]))


def _found(unit: Unit, asked: Asked) -> Iterator[Known]:
    reader = Reader(unit.connection, unit.today, unit.actor.staff_id)
    clients, _more = spelt(reader, asked, _MOST)
    numbers = [rows[0].number for rows in clients]
    if not numbers:
        return
    rule = visible(unit.today, unit.actor.staff_id)
    rows = unit.connection.execute(described(rule), {"numbers": numbers}).all()
    for _number, of_client in groupby(rows, lambda row: row.number):
        yield _known(list(of_client))


def _known(rows: list[Any]) -> Known:
    first = rows[0]
    return Known(
        first.number,
        frozenset(name_key(f"{row.given} {row.family}") for row in rows),
        first.born,
        first.birth_year,
        reference_key(first.koto_aj) if first.koto_aj else "",
    )
