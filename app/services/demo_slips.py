"""The invented slips of a demonstration, in the store."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.invented.chance import Chance
from app.domain.invented.slips import SlipInventor, SlipPattern
from app.domain.place import LocationKind
from app.domain.referral import IssuedSlip
from app.domain.slip_choices import Choices
from app.domain.visit import Visit
from app.services import directory, places
from app.services.demo_data import demonstration
from app.services.unit import Changes, Unit
from app.store import referrals
from app.store.models import SlipCounterRow


class DemoSlips:
    """Takes the visits page by page, in the order of their days."""

    def __init__(self, unit: Unit, until: datetime, seed: int) -> None:
        data = demonstration()
        pattern = SlipPattern(
            {topic: Chance(weights) for topic, weights in data["slips"].items()},
            Chance(data["slip_outcomes"]),
            Chance(data["slip_whys"]),
            {one.id: one.category for one in directory.services(unit)},
        )
        # A server lets nobody hand a slip over in another's name.
        self._inventor = SlipInventor(pattern, unit.actor.staff_id, until, seed)
        self._unit = unit
        self._discreet = {one.id for one in directory.services(unit) if one.discreet}
        self._portals = frozenset(
            one.code for one in places.locations(unit) if one.kind is not LocationKind.ROMA_PORTAL
        )

    def add(self, visits: Sequence[Visit]) -> None:
        """The slips of these visits."""
        languages = {visit.id: visit.facts.language or "fi" for visit in visits}
        found = [
            replace(slip, choices=self._choices(slip, languages))
            for slip in self._inventor.slips(visits, self._portals)
        ]
        referrals.insert_slips(self._unit.connection, found)
        self._unit.changes |= Changes.REFERRALS

    def _choices(self, slip: IssuedSlip, languages: Mapping[UUID, str]) -> Choices | None:
        """What else stood on a slip; of a discreet one nothing is kept."""
        if slip.visit is None or any(one.target in self._discreet for one in slip.referrals):
            return None
        return Choices(languages[slip.visit], "fi")

    def finish(self) -> None:
        """The next slip has the next number."""
        for letter, last in self._inventor.last.items():
            self._unit.session.add(SlipCounterRow(letter=letter, last=last))
