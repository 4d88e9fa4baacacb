"""The invented links of a demonstration: clients with some visits, by consent or for a task."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from datetime import datetime
from random import Random
from typing import Final
from uuid import UUID

from app.domain.client import Client
from app.domain.days import local_day
from app.domain.invented.visits import identity
from app.domain.link import Consent, Link, Task, Way
from app.domain.place import LocationKind
from app.domain.referral import REFERRED
from app.domain.visit import Precision, Visit
from app.services import municipalities, places, referrals
from app.services.unit import Changes, Unit
from app.store import links

KEPT: Final = 5000
_COMES, _AGREES, _MOST = 0.4, 0.8, 4


class DemoLinks:
    """Hears of the visits in the order of their moments, then of the clients."""

    def __init__(self, unit: Unit, seed: int) -> None:
        self._unit, self._random = unit, Random(f"{seed} links")
        self._portals = frozenset(
            one.code for one in places.locations(unit) if one.kind is not LocationKind.ROMA_PORTAL
        )
        self._heard: defaultdict[str, deque[Visit]] = defaultdict(lambda: deque(maxlen=KEPT))
        self._waiting: dict[str, list[Visit]] = {}

    def hear(self, visits: Sequence[Visit]) -> None:
        """Visits that may have been those of clients: the last ones of each language."""
        for visit in visits:
            exact = visit.when.precision is Precision.EXACT and visit.location in self._portals
            if exact and visit.void_reason is None and visit.facts.language is not None:
                self._heard[visit.facts.language].append(visit)

    def begin(self) -> None:
        """All visits were heard of."""
        for language, heard in self._heard.items():
            self._waiting[language] = sorted(heard, key=_moment)

    def add(self, clients: Sequence[Client]) -> None:
        """The links of these clients, and what follows from them."""
        consents: list[Consent] = []
        made: list[Link] = []
        referred: list[UUID] = []
        for client in clients:
            visits = self._visits(client)
            made += self._links(client, visits, consents)
            referred += [one.id for one in visits if REFERRED in one.facts.outcomes]
        connection = self._unit.connection
        links.insert_consents(connection, consents)
        links.insert_links(connection, made)
        for visit_id in referred:
            referrals.of_a_person(self._unit, visit_id)
        hidden = {one.id for one in clients if one.protected_until is not None}
        of_hidden = [one.visit for one in made if one.client in hidden and one.visit is not None]
        municipalities.settle(self._unit, of_hidden)
        self._unit.changes |= Changes.CLIENTS

    def _visits(self, client: Client) -> list[Visit]:
        """Some visits in the language of a client, after the record was made; nobody else's."""
        random = self._random
        waiting = self._waiting.get(client.record.contact_language or "", [])
        later = range(bisect_left(waiting, client.recorded_at, key=_moment), len(waiting))
        if not later or random.random() > _COMES:
            return []
        at = sorted(random.sample(later, min(random.randint(1, _MOST), len(later))))
        found = [waiting[place] for place in at]
        for place in reversed(at):
            del waiting[place]
        return found

    def _links(
        self, client: Client, visits: Sequence[Visit], consents: list[Consent]
    ) -> Iterator[Link]:
        random, me = self._random, self._unit.actor.staff_id
        consent = self._consent(client, visits[0]) if visits and random.random() < _AGREES else None
        if consent is not None:
            consents.append(consent)
        for visit in visits:
            yield Link(
                identity(visit.when.moment, random),
                client.id,
                me,
                visit.recorded_at,
                visit.id,
                task=None if consent is not None else random.choice(list(Task)),
                consent=consent.id if consent is not None else None,
            )

    def _consent(self, client: Client, first: Visit) -> Consent:
        random, moment = self._random, first.recorded_at
        way = random.choice(list(Way))
        language = first.facts.language or "fi"
        me, own = self._unit.actor.staff_id, identity(moment, random)
        return Consent(own, client.id, local_day(moment), way, language, me, moment)


def _moment(visit: Visit) -> datetime:
    return visit.when.moment
