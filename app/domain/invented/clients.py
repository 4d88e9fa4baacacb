"""Invented clients: names of many origins and scripts, the same for the same seed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from app.domain.client import (
    Client,
    ClientName,
    Interpreting,
    NameKind,
    Origin,
    Record,
    Relation,
    Relative,
    Told,
)
from app.domain.client_number import draw_number
from app.domain.days import from_local
from app.domain.invented.chance import Chance
from app.domain.invented.visits import identity
from app.domain.moment import NOON
from app.domain.names.letters import script_of
from app.domain.responsibility.values import Group, Labour

_SCRIPT_TOO, _SCRIPT_ONLY, _FORMER, _FAMILY = 0.3, 0.12, 0.04, 0.5
_PROTECTED, _YEAR_ONLY, _UNKNOWN, _PHONE, _REFERENCE = 0.012, 0.06, 0.03, 0.6, 0.5
_FIRST_PROTECTED: Final = (3, 11, 23)
_BIRTHS: Final = (1945, 2018)
_YEARS_HERE: Final = 4
_DAYS: Final = 365


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many clients, up to which day, recorded by whom, from which seed."""

    clients: int
    last: date
    people: Mapping[str, UUID]
    seed: int


class Namer:
    """Draws names of one origin."""

    def __init__(self, origin: Mapping[str, Any]) -> None:
        self.languages = Chance(origin["languages"])
        self._given: Sequence[str] = origin["given"]
        self._family: Sequence[str] = origin["family"]
        self._middle: Sequence[str] = origin.get("middle", ())
        self._three: bool = origin.get("three", False)

    def names(self, random: Random) -> tuple[ClientName, ...]:
        """The names of one person: in Latin letters, in the own script, or both."""
        given, family = random.choice(self._given), ""
        if self._family:
            family = random.choice(self._family)
        if self._middle:
            given = f"{random.choice(self._middle)} {given}"
        if self._three:
            given = f"{given} {random.choice(self._given)}"
        return tuple(self._scripts(given, family, random))

    def _scripts(self, given: str, family: str, random: Random) -> Iterator[ClientName]:
        latin = ClientName(_latin(given), _latin(family))
        own = ClientName(_own(given), _own(family))
        chance = random.random()
        if own == latin or chance > _SCRIPT_ONLY + _SCRIPT_TOO:
            yield latin
        elif chance < _SCRIPT_ONLY:
            yield own
        else:
            yield latin
            yield replace(own, kind=NameKind.SCRIPT)
        if family and random.random() < _FORMER:
            former = _latin(random.choice(self._family))
            yield ClientName(latin.given, former, NameKind.FORMER)


class Inventor:
    """Draws records after the proportions of `invented_clients.json`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        origins = data["origins"]
        self._origins = Chance({name: origin["weight"] for name, origin in origins.items()})
        self._namers = {name: Namer(origin) for name, origin in origins.items()}
        self._municipalities = Chance(data["municipalities"])
        self._labour = Chance(data["labour"])
        self._groups: Mapping[str, float] = data["groups"]
        self._sensitive: Mapping[str, float] = data["sensitive"]

    def record(self, random: Random, last: date) -> Record:
        """One person's record; nobody was born or came after `last`."""
        namer = self._namers[self._origins.draw(random)]
        born = date(random.randint(*_BIRTHS), random.randint(1, 12), random.randint(1, 28))
        arrived = last - timedelta(days=random.randrange(30, _YEARS_HERE * _DAYS))
        known = random.random()
        return Record(
            names=namer.names(random),
            born=born if known > _YEAR_ONLY + _UNKNOWN else None,
            birth_year=born.year if known > _UNKNOWN else None,
            contact_language=namer.languages.draw(random),
            interpreting=random.choice(list(Interpreting)),
            integration_language=random.choice(("fi", "sv", None)),
            municipality=self._municipalities.draw(random),
            labour=Labour(self._labour.draw(random)),
            groups=_drawn(self._groups, random),
            sensitive=_drawn(self._sensitive, random),
            arrived_on=arrived,
            permit_on=arrived + timedelta(days=random.randrange(30)),
            phone=_phone(random) if random.random() < _PHONE else "",
            koto_aj=f"KA-{random.randrange(10**7):07}" if random.random() < _REFERENCE else "",
        )


def invent_clients(data: Mapping[str, Any], wanted: Wanted) -> Iterator[Client]:
    """`wanted.clients` clients; some are of one family, some under a non-disclosure order."""
    inventor, numbers = Inventor(data), set[int]()
    recorders = [wanted.people["adviser"], wanted.people["supervisor"]]
    before: Client | None = None
    for place in range(wanted.clients):
        random = Random(f"{wanted.seed} client {place}")
        record = inventor.record(random, wanted.last)
        by = random.choice(recorders)
        on = wanted.last - timedelta(days=random.randrange(3 * _DAYS))
        if before is not None and _may_be_family(record, before) and random.random() < _FAMILY:
            record = _of_family(record, before)
        if random.random() < _FORMER:
            told = Told(random.choice(list(Origin)), by, on)
            record = replace(record, origins={"arrived_on": told})
        at = from_local(on, NOON)
        number = _number(random, numbers)
        client = Client(identity(at, random), number, replace(record, in_charge=by), 0, by, at)
        before = replace(client, protected_until=_order(place, random, wanted.last))
        yield before


def _may_be_family(record: Record, other: Client) -> bool:
    """Whether the language is the same, and a family name written as theirs is not strange."""
    one, another = record.names[0].family, other.record.names[0].family
    return (
        record.contact_language == other.record.contact_language
        and bool(one and another)
        and script_of(one) == script_of(another)
    )


def _of_family(record: Record, other: Client) -> Record:
    """The same family name, as it is written there, and the other one as a relative."""
    names = (replace(record.names[0], family=other.record.names[0].family),)
    return replace(record, names=names, relatives=(Relative(Relation.SIBLING, client=other.id),))


def _order(place: int, random: Random, last: date) -> date | None:
    if place not in _FIRST_PROTECTED and random.random() >= _PROTECTED:
        return None
    return last + timedelta(days=random.randrange(20, 2 * _DAYS))


def _number(random: Random, numbers: set[int]) -> int:
    number = draw_number(random)
    while number in numbers:
        number = draw_number(random)
    numbers.add(number)
    return number


def _drawn(shares: Mapping[str, float], random: Random) -> frozenset[Group]:
    """Each group as often as its share in a hundred says."""
    return frozenset(Group(name) for name, share in shares.items() if random.random() * 100 < share)


def _phone(random: Random) -> str:
    """A number that nobody has: 050 000 and four digits."""
    return f"050 000 {random.randrange(10**4):04}"


def _latin(name: str) -> str:
    return name.partition("=")[0].replace("_", " ")


def _own(name: str) -> str:
    latin, _sign, own = name.partition("=")
    return (own or latin).replace("_", " ")
