"""Which organisation reviews a plan, by what everybody who keeps clients is shown of them."""

from collections.abc import Mapping
from itertools import product
from typing import Final

from sqlalchemy import ColumnElement, and_, false, not_, or_

from app.domain.responsibility.values import Case, Duty, Group, Labour
from app.services.responsible import bundled_table, decided_rows, responsible
from app.services.unit import Unit
from app.store.clients import CLIENT
from app.store.queries.due import has_group

UNIT: Final = "org-kotoutumisyksikko"
Standing = tuple[str, Labour, bool]


class Reviewers:
    """Who reviews, in every case that there is (lines 97, 185 and 189), as the unit reads them.

    Groups that are shown on demand only are left out: a list must not tell of them.
    """

    def __init__(self, unit: Unit) -> None:
        table, decided = bundled_table(), decided_rows(unit)
        self.special = tuple(sorted(map(str, table.unit_groups)))
        groups: Mapping[bool, frozenset[Group]] = {
            False: frozenset(),
            True: frozenset(sorted(table.unit_groups)[:1]),
        }
        self._bodies: dict[Standing, str] = {}
        for municipality, labour, special in product(table.municipalities, Labour, groups):
            answer = responsible(Case(municipality, labour, groups[special]), decided)
            for body in answer.duties[Duty.REVIEW].bodies[:1]:
                self._bodies[municipality, labour, special] = body

    def of(self, municipality: str | None, labour: str | None, special: bool) -> str | None:
        """Who reviews the plan of somebody, None where that cannot be said."""
        if municipality is None or labour is None:
            return None
        return self._bodies.get((municipality, Labour(labour), special))

    def all(self) -> tuple[str, ...]:
        """All that review, the unit first."""
        return tuple(sorted(set(self._bodies.values()), key=lambda body: (body != UNIT, body)))

    def condition(self, body: str) -> ColumnElement[bool]:
        """Whether this body reviews; the unit has those of whom it is not known too."""
        if body == UNIT:
            others = (self._is(standing) for standing, of in self._bodies.items() if of != UNIT)
            known = and_(CLIENT.c.municipality.is_not(None), CLIENT.c.labour.is_not(None))
            return not_(and_(known, or_(false(), *others)))
        return or_(false(), *(self._is(one) for one, of in self._bodies.items() if of == body))

    def _is(self, standing: Standing) -> ColumnElement[bool]:
        municipality, labour, special = standing
        group = has_group(self.special)
        return and_(
            CLIENT.c.municipality == municipality,
            CLIENT.c.labour == str(labour),
            group if special else not_(group),
        )
