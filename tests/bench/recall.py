"""The people of the list of spellings among invented ones, and how many of them are found."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from app.domain.client import Client, ClientName, Record
from app.domain.invented.clients import Wanted, invent_clients
from app.domain.names.letters import folded, plain
from app.services.demo_data import client_names
from app.services.lookup import look_up
from app.services.unit import Desk
from app.services.visits import new_id
from app.store.clients import insert_clients
from tests.desks import NOON

SPELLINGS: Final = Path(__file__).parent.parent / "data" / "spellings.json"
_PAGE: Final = 5000
_FIRST: Final = 10


def spellings() -> dict[str, Any]:
    """The people and how they may be asked for, and pairs of strangers."""
    data: dict[str, Any] = json.loads(SPELLINGS.read_text("utf-8"))
    return data


def fill(desk: Desk, number: int) -> dict[str, UUID]:
    """Put the people of the list among `number` invented clients; their ids by their names."""
    staff_id = desk.actor.staff_id
    people = {"adviser": staff_id, "supervisor": staff_id}
    invented = invent_clients(client_names(), Wanted(number, NOON.date(), people, 5))
    taken = set(_spelt())
    others = (
        replace(one, protected_until=None, record=replace(one.record, relatives=()))
        for one in invented
        if taken.isdisjoint(_spelling(name.whole) for name in one.record.names)
    )
    while page := list(islice(others, _PAGE)):
        with desk.write() as unit:
            insert_clients(unit.connection, page)
    names = [one["name"] for one in spellings()["people"]]
    meant = {name: _client(name, place, staff_id) for place, name in enumerate(names)}
    with desk.write() as unit:
        insert_clients(unit.connection, list(meant.values()))
    return {name: client.id for name, client in meant.items()}


def _spelt() -> Iterator[frozenset[str]]:
    """All spellings of the list: who is called so as well is no other person by name."""
    for person in spellings()["people"]:
        for spelling in (person["name"], *(one for some in person["as"].values() for one in some)):
            yield _spelling(spelling)


def _spelling(name: str) -> frozenset[str]:
    return frozenset(folded(plain(word)) for word in name.split())


def _client(name: str, number: int, staff_id: UUID) -> Client:
    """A client of this name alone, with a number that nobody draws."""
    given, _space, family = name.rpartition(" ")
    names = (ClientName(given or family, family if given else ""),)
    return Client(new_id(), number, Record(names), 0, staff_id, NOON)


class Recall:
    """How often the right person was found, by the kind of spelling."""

    def __init__(self, desk: Desk, meant: dict[str, UUID]) -> None:
        self.asked: Counter[str] = Counter()
        self.first: Counter[str] = Counter()
        self.among: Counter[str] = Counter()
        self.missed: list[tuple[str, str]] = []
        with desk.read() as unit:
            for kind, query, name in queries():
                found = [one.id for one in look_up(unit, query).found[:_FIRST]]
                self.asked[kind] += 1
                self.first[kind] += found[:1] == [meant[name]]
                self.among[kind] += meant[name] in found
                if meant[name] not in found:
                    self.missed.append((query, name))

    def share(self, of: Counter[str]) -> float:
        return of.total() / self.asked.total()

    def lines(self) -> Iterator[str]:
        """The figures, a line for each kind and one for all."""
        yield f"{'spelling':12} {'asked':>6} {'first':>6} {'of ten':>6}"
        for kind, asked in self.asked.items():
            yield f"{kind:12} {asked:6} {self.first[kind]:6} {self.among[kind]:6}"
        first, among = self.first.total(), self.among.total()
        yield f"{'all':12} {self.asked.total():6} {first:6} {among:6}"


def queries() -> Iterator[tuple[str, str, str]]:
    """The kind of each spelling, the spelling, and the name that is meant."""
    for person in spellings()["people"]:
        for kind, queries in person["as"].items():
            for query in queries:
                yield kind, query, person["name"]
