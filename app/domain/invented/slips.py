"""The invented slips of visits that were referred, and what came of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final
from uuid import UUID

from app.domain.invented.chance import Chance
from app.domain.invented.visits import identity
from app.domain.referral import REFERRED, IssuedSlip, Outcome, Referral, State, Why
from app.domain.slip_number import LAST, LETTERS, slip_number
from app.domain.visit import Precision, Visit

SINCE: Final = timedelta(days=180)
_ANY: Final = "any"
_TWO, _VOID = 0.15, 0.02
_HEARD: Final = ((3, 0.1), (10, 0.35), (30, 0.6), (SINCE.days, 0.8))


@dataclass(frozen=True, slots=True)
class SlipPattern:
    """To which services a topic leads, what comes of a slip, the kinds of the services."""

    services: Mapping[str, Chance]
    outcomes: Chance
    whys: Chance
    categories: Mapping[str, str]


class SlipInventor:
    """All slips are `by` one person. Numbers go on from page to page; `last` has those of each
    letter.
    """

    def __init__(self, pattern: SlipPattern, by: UUID, until: datetime, seed: int) -> None:
        self._pattern, self._by, self._until = pattern, by, until
        self._random = Random(f"{seed} slips")
        self.last: Counter[str] = Counter()

    def slips(self, visits: Iterable[Visit], portals: frozenset[str]) -> Iterator[IssuedSlip]:
        """A slip for each late visit at one of the portals that was referred."""
        for visit in visits:
            told = REFERRED in visit.facts.outcomes and visit.void_reason is None
            exact = visit.when.precision is Precision.EXACT and visit.location in portals
            if told and exact and self._until - visit.when.moment <= SINCE:
                yield self._slip(visit)

    def _slip(self, visit: Visit) -> IssuedSlip:
        random, letter = self._random, LETTERS[visit.location]
        self.last[letter] = self.last[letter] % LAST + 1
        number, slip_id = self.last[letter], identity(visit.when.moment, random)
        return IssuedSlip(
            slip_id,
            slip_number(letter, number),
            visit.location,
            visit.when.day,
            visit.when.moment,
            self._by,
            visit.id,
            marked=False,
            void_reason="wrong_service" if random.random() < _VOID else None,
            referrals=tuple(self._referrals(visit, slip_id)),
        )

    def _referrals(self, visit: Visit, slip_id: UUID) -> Iterator[Referral]:
        random, chances = self._random, self._pattern.services
        topic = visit.facts.topics[0]
        first = chances.get(topic, chances[_ANY]).draw(random)
        second = chances[_ANY].draw(random) if random.random() < _TWO else first
        for part, target in enumerate(dict.fromkeys((first, second)), 1):
            category = self._pattern.categories[target]
            outcome, at = self._outcome(visit.when.moment, target)
            yield Referral(slip_id, part, category, target, outcome, at)

    def _outcome(self, issued: datetime, target: str) -> tuple[Outcome, datetime | None]:
        random, age = self._random, self._until - issued
        heard = next(chance for days, chance in _HEARD if age <= timedelta(days=days))
        if random.random() >= heard:
            return Outcome(), None
        state = State(self._pattern.outcomes.draw(random))
        at = issued + age * random.random()
        if state is not State.TURNED_AWAY:
            return Outcome(state), at
        return Outcome(state, target, Why(self._pattern.whys.draw(random))), at
