"""Likely duplicates among many: who is found, how many others are shown, and how fast.

Each person of `tests/data/spellings.json` is typed anew in each spelling, with the birth as it may
come: whole, by its year, with day and month exchanged, a digit mistyped, or not at all.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter
from typing import Final
from uuid import UUID

from app.domain.client import Client, ClientName, Record
from app.domain.duplicates import swapped
from app.services import clients
from app.services.duplicates import of_record
from app.services.unit import Desk
from tests.bench.recall import fill, spellings
from tests.desks import SetClock, file_desk

FOUND_LEAST: Final = 0.85
WRONG_MOST: Final = 1
_SEED: Final = 11
_FIRST_DAY: Final = date(1950, 2, 2)
_DAYS: Final = 22_000


class Found:
    """How often the right person was told, and how many others with it, by what was typed."""

    def __init__(self, desk: Desk, meant: dict[str, UUID]) -> None:
        self.asked: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.most_wrong = 0
        self.missed: list[tuple[str, str, str]] = []
        self.seconds: list[float] = []
        random = Random(_SEED)
        stored = _with_births(desk, meant, random)
        with desk.read() as unit:
            for query, name in _queries():
                kind, typed = _typed(query, stored[name].record, random)
                began = perf_counter()
                told = [one.id for one in of_record(unit, typed)]
                self.seconds.append(perf_counter() - began)
                right = stored[name].id in told
                wrong = len(told) - right
                self.asked[kind] += 1
                self.right[kind] += right
                self.wrong[kind] += wrong
                self.most_wrong = max(self.most_wrong, wrong)
                if not right:
                    self.missed.append((kind, query, name))

    @property
    def share(self) -> float:
        return self.right.total() / self.asked.total()

    def lines(self) -> Iterator[str]:
        """The figures, a line for each way to type the birth and one for all."""
        yield f"{'birth':14} {'asked':>6} {'found':>6} {'wrong':>6}"
        for kind, asked in self.asked.items():
            yield f"{kind:14} {asked:6} {self.right[kind]:6} {self.wrong[kind]:6}"
        right, wrong = self.right.total(), self.wrong.total()
        yield f"{'all':14} {self.asked.total():6} {right:6} {wrong:6}"
        half, most = (1000 * quantiles(self.seconds, n=20)[place] for place in (9, 18))
        yield f"at most {self.most_wrong} wrong at once; p50 {half:.1f} ms, p95 {most:.1f} ms"


def _with_births(desk: Desk, meant: dict[str, UUID], random: Random) -> dict[str, Client]:
    """The people of the list, each with a birth date and a telephone."""
    found = {}
    for name, client_id in meant.items():
        born = _FIRST_DAY + timedelta(random.randrange(_DAYS))
        phone = f"+358 50 {random.randrange(1_000_000, 9_999_999)}"
        with desk.write() as unit:
            client = clients.open_record(unit, client_id)
            record = replace(client.record, born=born, birth_year=born.year, phone=phone)
            found[name] = clients.amend(unit, client_id, record, client.revision)
    return found


def _queries() -> Iterator[tuple[str, str]]:
    for person in spellings()["people"]:
        for queries in person["as"].values():
            yield from ((query, person["name"]) for query in queries)


def _typed(query: str, stored: Record, random: Random) -> tuple[str, Record]:
    """What somebody may type of a person whose name is heard as `query`."""
    given, _space, family = query.rpartition(" ")
    names = (ClientName(given or family, family if given else ""),)
    born = stored.born
    assert born is not None
    mistyped = born.replace(day=born.day % 10 + 10 if born.day % 10 else 20)
    ways: dict[str, date | int | None] = {
        "whole": born,
        "year": born.year,
        "exchanged": swapped(born) or born,
        "mistyped": mistyped,
        "unknown": None,
    }
    kind = random.choices(list(ways), (50, 15, 10, 5, 20))[0]
    birth = ways[kind]
    day = birth if isinstance(birth, date) else None
    year = day.year if day else birth if isinstance(birth, int) else None
    phone = stored.phone if random.random() < 0.2 else ""
    return kind, Record(names, born=day, birth_year=year, phone=phone)


def measured(folder: Path, number: int) -> bool:
    """Print who is found among `number` others; whether that is enough."""
    print(f"Writing {number:,} clients", file=sys.stderr, flush=True)
    desk = file_desk(folder, SetClock())
    found = Found(desk, fill(desk, number))
    print(f"Likely duplicates among {number:,}", *found.lines(), sep="\n")
    desk.store.close()
    return found.share >= FOUND_LEAST and found.most_wrong <= WRONG_MOST
