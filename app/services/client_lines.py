"""The lines of a table of clients, one after the other: who is new, known, or refused."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from app.domain.client import Record
from app.domain.client_check import cleaned
from app.domain.client_columns import Column, cells_of
from app.domain.client_form import Entry, entry_from
from app.domain.errors import Refused
from app.domain.names.asked import reference_key
from app.domain.roles import Right
from app.domain.table_lines import Came, LineTold
from app.services import clients, protection, staff
from app.services.chips import bundled_reference
from app.services.known_client import Birth, birth_of, name_key, same_client
from app.services.unit import Unit
from app.services.visits import new_id


class Lines:
    """Goes through the lines of a table; a line that stands there twice is taken once.

    With `dry` nothing is recorded, and what would be is told as `Came.NEW`.
    """

    def __init__(self, columns: Sequence[Column | None], *, dry: bool) -> None:
        self._columns, self._dry = columns, dry
        self._references: dict[str, int] = {}
        self._names: dict[tuple[str, Birth], list[tuple[int, str]]] = {}

    def take(self, unit: Unit, lines: Sequence[tuple[int, Sequence[str]]]) -> list[LineTold]:
        """Take some lines, each of them whole or not at all. Errors: `no_right`."""
        unit.demand(Right.KEEP_CLIENTS)
        people = {person.login: person.id for person in staff.everyone(unit)}
        return [self._told(unit, number, cells, people) for number, cells in lines]

    def _told(
        self, unit: Unit, number: int, cells: Sequence[str], people: Mapping[str, UUID]
    ) -> LineTold:
        try:
            entry = _with_person(
                entry_from(cells_of(self._columns, cells), bundled_reference()), people
            )
            record = cleaned(entry.record)
            clients.check(unit, record)
            _check_order(unit, entry)
            self._demand_once(record)
            known = same_client(unit, record)
        except Refused as refused:
            return LineTold(number, Came.NOT_TAKEN, refused=refused)
        self._remember(number, record)
        if known is not None:
            return LineTold(number, Came.KNOWN, known)
        return LineTold(number, Came.NEW) if self._dry else _recorded(unit, number, entry)

    def _demand_once(self, record: Record) -> None:
        """Errors: `line_twice` (line) with the number of the earlier line."""
        reference = reference_key(record.koto_aj) if record.koto_aj else ""
        if reference in self._references:
            raise Refused("line_twice", line=self._references[reference])
        for line, other in self._names.get((name_key(record.name), birth_of(record)), ()):
            if not (reference and other):
                raise Refused("line_twice", line=line)

    def _remember(self, number: int, record: Record) -> None:
        reference = reference_key(record.koto_aj) if record.koto_aj else ""
        if reference:
            self._references[reference] = number
        person = name_key(record.name), birth_of(record)
        self._names.setdefault(person, []).append((number, reference))


def _with_person(entry: Entry, people: Mapping[str, UUID]) -> Entry:
    """The entry with the person in charge. Errors: `cell_not_on_list`."""
    if not entry.in_charge:
        return entry
    person = people.get(entry.in_charge.casefold())
    if person is None:
        raise Refused("cell_not_on_list", column=Column.IN_CHARGE)
    return replace(entry, record=replace(entry.record, in_charge=person))


def _check_order(unit: Unit, entry: Entry) -> None:
    """Errors: `not_named`, `order_past`: what could not be protected is not recorded."""
    until = entry.protected_until
    if until is None:
        return
    if not protection.may_know(unit):
        raise Refused("not_named")
    if until < unit.today:
        raise Refused("order_past", day=until)


def _recorded(unit: Unit, number: int, entry: Entry) -> LineTold:
    client = clients.record(unit, entry.record, new_id())
    if entry.protected_until is not None:
        protection.protect(unit, client.id, entry.protected_until)
    return LineTold(number, Came.NEW, client.number, client.id)
