"""A hand-over file read: as a whole before anything is taken in, then part by part."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final
from uuid import UUID

from app.domain.errors import Refused
from app.domain.handover import as_it_asks
from app.domain.handover_form import unpacked
from app.domain.visit import Visit, check_facts
from app.services import places
from app.services.chips import bundled_reference
from app.services.taking_in import LeftOut
from app.services.unit import Unit

Progress = Callable[[int, int], None]
PART: Final = 500


@dataclass(frozen=True, slots=True)
class Part:
    """Some visits in the order of their ids, and those among them that are left out."""

    size: int
    visits: list[Visit]
    left_out: LeftOut


class Reader:
    """Reads the lines of a file, which `lines` gives from the beginning each time.

    The unit tells who reads, and the locations; nothing more is asked of the store.
    """

    def __init__(self, unit: Unit, lines: Callable[[], Iterator[bytes]]) -> None:
        self._lines = lines
        self._staff_id = unit.actor.staff_id
        self._places = {place.code: as_it_asks(place) for place in places.locations(unit)}

    def check(self, progress: Progress) -> int:
        """How many visits are in the file, which is whole and in order.

        `progress` is told (done, whole). Errors: `handover_damaged`.
        """
        lines = self._lines()
        amount, done, last = _amount(lines), 0, UUID(int=0)
        for done, line in enumerate(lines, 1):
            visit_id = self._id(line)
            if visit_id is not None and visit_id <= last:
                raise Refused("handover_damaged")
            last = visit_id or last
            if done % PART == 0 or done == amount:
                progress(done, amount)
        if done != amount:
            raise Refused("handover_damaged")
        return amount

    def parts(self) -> Iterator[Part]:
        """The visits, checked as this store takes them. Errors: `handover_damaged`."""
        lines = self._lines()
        _amount(lines)
        while some := list(islice(lines, PART)):
            part = Part(len(some), [], LeftOut())
            for line in some:
                try:
                    part.visits.append(self._checked(line))
                except Refused as refused:
                    _demand_form(refused)
                    part.left_out.add(refused)
            yield part

    def _id(self, line: bytes) -> UUID | None:
        """None for a visit that only another edition of the program knows."""
        try:
            return self._visit(line).id
        except Refused as refused:
            _demand_form(refused)
            return None

    def _checked(self, line: bytes) -> Visit:
        visit = self._visit(line)
        if visit.location not in self._places:
            raise Refused("location_unknown", given=visit.location[:40])
        check_facts(visit.facts, bundled_reference(), self._places[visit.location])
        return visit

    def _visit(self, line: bytes) -> Visit:
        """The visit; what no edition of the program has written is damage."""
        try:
            return unpacked(_parsed(line), self._staff_id)
        except (KeyError, OverflowError, TypeError, ValueError):
            raise Refused("handover_damaged") from None


def _demand_form(refused: Refused) -> None:
    """Damage is of the whole file; all else is of one visit, which is left out."""
    if refused.code == "handover_damaged":
        raise refused


def _amount(lines: Iterator[bytes]) -> int:
    """What the first line says of how many follow."""
    head = _parsed(next(lines, b""))
    amount = head.get("visits") if isinstance(head, dict) else None
    if not isinstance(amount, int):
        raise Refused("handover_damaged")
    return amount


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (RecursionError, ValueError):
        raise Refused("handover_damaged") from None
