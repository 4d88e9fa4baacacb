"""Doing a sequence, and what must hold of it at every moment and at its end."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from app.domain.client import ClientName, NameKind, Record, Relation, Relative, Why
from app.domain.errors import Refused
from app.domain.link import Task
from app.domain.names.keys import number_key
from app.services import clients, links, merging, protection, visits
from app.services.lookup import look_up
from app.services.merging import Merge
from app.services.unit import Desk, Unit
from app.store import links as store
from app.store.clients import KEY, current, sensitive_groups
from app.store.links import LINK
from app.store.merging import moving
from app.store.visits import find
from tests.desks import visit
from tests.merges.acts import Act, Apart, Entry, Merging, Order

_KNOWN = frozenset({"merge_newer_first", "names_too_many", "relatives_too_many"})


@dataclass
class Person:
    """A client as it must be without any merge, and who stands for it now."""

    id: UUID
    number: int
    record: Record
    stands: UUID
    hidden: date | None = None
    visits: set[UUID] = field(default_factory=set)


@dataclass(frozen=True)
class Standing:
    """A merge that was not taken apart, with the orders that held before it."""

    merge: Merge
    kept: UUID
    kept_hidden: date | None
    gone_hidden: date | None


def assert_whole_after(desk: Desk, records: Sequence[Record], acts: Sequence[Act]) -> None:
    """Do `acts` with new clients; all is whole after each, and at the end as without merges.

    The person at the desk may know of protected clients.
    """
    with desk.write() as unit:
        made = [clients.record(unit, record) for record in records]
        told = {one.id: one.record.origins for one in made}
        sequence = _Sequence(
            unit,
            [
                Person(one.id, one.number, replace(record, origins=told[one.id]), one.id)
                for one, record in zip(made, records, strict=True)
            ],
        )
        for act in acts:
            sequence.do(act)
        sequence.take_all_apart()
        for person in sequence.people:
            _assert_as_without_merges(unit, person)


class _Sequence:
    def __init__(self, unit: Unit, people: list[Person]) -> None:
        self.unit = unit
        self.people = people
        self.by_id = {person.id: person for person in people}
        self.merges: list[Standing] = []
        self.entries = 0

    def do(self, act: Act) -> None:
        try:
            with self.unit.connection.begin_nested():
                self._do(act)
        except Refused as refused:
            if refused.code not in _KNOWN:
                raise
        self._assert_whole()

    def take_all_apart(self) -> None:
        """From the newest merge to the oldest, as is always possible."""
        while self.merges:
            self._take_apart(self.merges[-1])
            self._assert_whole()

    def _do(self, act: Act) -> None:
        if isinstance(act, Merging):
            self._merge(act)
        elif isinstance(act, Apart) and self.merges:
            self._take_apart(self.merges[act.which % len(self.merges)])
        elif isinstance(act, Entry):
            self._enter(self._standing_for(act.client), act.what)
        elif isinstance(act, Order):
            self._order(self._standing_for(act.client), act.until)

    def _standing_for(self, place: int) -> Person:
        return self.by_id[self.people[place].stands]

    def _merge(self, act: Merging) -> None:
        kept, other = self._standing_for(act.kept), self._standing_for(act.other)
        if kept is other:
            return
        seen = merging.compare(self.unit, kept.id, other.id)
        revisions = (seen.kept.revision, seen.other.revision)
        done = merging.merge(self.unit, kept.id, other.id, act.choices(), revisions)
        self.merges.append(Standing(done, kept.id, kept.hidden, other.hidden))
        kept.hidden = _later(kept.hidden, other.hidden)
        for person in self.people:
            if person.stands == other.id:
                person.stands = kept.id

    def _take_apart(self, standing: Standing) -> None:
        merging.take_apart(self.unit, standing.merge.id)
        self.merges.remove(standing)
        kept, gone = self.by_id[standing.kept], self.by_id[standing.merge.gone]
        now, merged = kept.hidden, _later(standing.kept_hidden, standing.gone_hidden)
        kept.hidden = standing.kept_hidden if now == merged else now
        gone.hidden = standing.gone_hidden if now == merged else _later(standing.gone_hidden, now)
        for person in self.people:
            person.stands = self._stands(person)

    def _stands(self, person: Person) -> UUID:
        stands = person.id
        into = {one.merge.gone: one.kept for one in self.merges}
        while stands in into:
            stands = into[stands]
        return stands

    def _enter(self, person: Person, what: str) -> None:
        """Enter something that nobody has; it belongs to who stands there now, for good."""
        self.entries += 1
        if what == "visit":
            made = visits.record(self.unit, visit(municipality="luoto"))
            links.link(self.unit, made.id, person.id, Task.PLAN)
            person.visits.add(made.id)
            return
        client = clients.open_record(self.unit, person.id, Why.VISIT)
        client = clients.amend(
            self.unit, client.id, _entered(client.record, what, self.entries), client.revision
        )
        person.record = _entered(person.record, what, self.entries)

    def _order(self, person: Person, until: date | None) -> None:
        if until is None:
            protection.lift(self.unit, person.id)
        else:
            protection.protect(self.unit, person.id, until)
        person.hidden = until

    def _assert_whole(self) -> None:
        """Nothing belongs to a record that was merged, whose id and number lead to another one."""
        merged = [one.id for one in self.people if current(self.unit.connection, one.id) != one.id]
        for column in moving():
            orphans = select(column).where(column.in_(merged))
            assert self.unit.connection.execute(orphans).first() is None, column
        for person in self.people:
            assert current(self.unit.connection, person.id) == person.stands
            stands = self.by_id[person.stands]
            found = select(KEY.c.number).where(KEY.c.key == number_key(person.number))
            assert self.unit.connection.scalars(found).all() == [stands.number]


def _assert_as_without_merges(unit: Unit, person: Person) -> None:
    assert [one.id for one in look_up(unit, str(person.number)).found] == [person.id]
    client = clients.open_number(unit, person.number, Why.VISIT)
    assert client.id == person.id
    record, sensitive = client.record, sensitive_groups(unit.connection, person.id)
    assert sensitive == person.record.sensitive
    assert client.protected_until == person.hidden
    assert record.names[0] == person.record.names[0]
    assert _sorted(record.names) == _sorted(person.record.names)
    assert set(record.relatives) == set(person.record.relatives)
    assert _plain(record, person) == _plain(person.record, person)
    linked = store.links(unit.connection, LINK.c.client_id == person.id)
    assert {link.visit for link in linked} == person.visits
    shown = None if person.hidden else "luoto"
    assert all(find(unit.connection, one).facts.municipality == shown for one in person.visits)  # type: ignore[union-attr]


def _plain(record: Record, person: Person) -> Record:
    """What is compared whole; of a protected person two fields are never shown."""
    bare = replace(record, names=(), relatives=(), sensitive=None)
    return replace(bare, municipality=None, address="") if person.hidden else bare


def _entered(record: Record, what: str, number: int) -> Record:
    if what == "phone":
        return replace(record, phone=f"050 700 {number:04}")
    if what == "relative":
        new = Relative(Relation.OTHER, f"Relative {number}")
        return replace(record, relatives=(*record.relatives, new))
    if what == "name":
        name = ClientName(f"Name{'x' * number}", "Later", NameKind.SPELLING)
        return replace(record, names=(*record.names, name))
    return record


def _sorted(names: tuple[ClientName, ...]) -> list[ClientName]:
    return sorted(names, key=lambda name: (name.whole, name.kind))


def _later(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)
