"""The slips that were given out, as they may be told at the desk: newest first, by number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select

from app.domain.directory import Address, Service
from app.domain.errors import Refused
from app.domain.referral import EXPIRES_AFTER, IssuedSlip, Referral, State
from app.domain.roles import Right
from app.domain.service_form import unpacked
from app.domain.visit import Visit
from app.services import directory, referrals
from app.services.slips_again import wish_again
from app.services.unit import Unit
from app.store import referrals as store
from app.store import visits as stored_visits
from app.store.models import ServiceChangeRow
from app.words.directory import Names

PAGE: Final = 40


@dataclass(frozen=True, slots=True)
class Told:
    """One service of a slip: of a sensitive one, or one that is not kept, only its kind.

    `named` says that it is not only the kind; `by` is who turned the visitor away.
    """

    referral: Referral
    names: Names
    named: bool
    state: State
    by: Names | None


@dataclass(frozen=True, slots=True)
class Given:
    """A slip with what may be told of it.

    `again` are the services that may stand on a new one, `whole` says that the very slip can be
    printed again, `moved` that one of its services is not where it says. `visit` is read for one
    slip alone.
    """

    slip: IssuedSlip
    told: tuple[Told, ...]
    again: tuple[str, ...]
    whole: bool
    moved: bool
    may_change: bool
    visit: Visit | None = None

    @property
    def number(self) -> str:
        return self.slip.number


def lately(unit: Unit, location: str, after: Given | None = None) -> list[Given]:
    """A page of the slips of a location, from the newest on or `after` one. Errors: `no_right`."""
    unit.demand(Right.RECORD_VISITS)
    last = after.slip if after is not None else None
    where = store.SLIP.c.location == location
    found = store.newest_first(unit.connection, where, after=last, most=PAGE)
    return told(unit, found)


def one(unit: Unit, number: str) -> Given:
    """A slip of any location by its number, with its visit. Errors: those of `referrals.find`."""
    slip = referrals.find(unit, number)
    visit = stored_visits.find(unit.connection, slip.visit) if slip.visit else None
    return told(unit, [slip], visit)[0]


def moved_since(unit: Unit, location: str) -> list[Given]:
    """The slips in people's hands that say a place where a service is no more, newest first.

    Errors: `no_right`.
    """
    changed = _Moves(unit)
    found = referrals.to_reprint(unit, changed.services)
    own = [slip for slip in found if slip.location == location and changed.since(slip)]
    return told(unit, own[::-1])


class _Moves:
    """Where services that were changed lately have been before."""

    def __init__(self, unit: Unit) -> None:
        self._now = {one.id: one for one in directory.services(unit)}
        self._today = unit.today
        self._before: dict[str, list[tuple[datetime, Address | None]]] = {}
        row = ServiceChangeRow
        since = unit.now - EXPIRES_AFTER * 2
        changes = select(row.service, row.at, row.before).where(row.at >= since)
        for service, at, before in unit.session.execute(changes.order_by(row.at, row.id)):
            if before is not None:
                self._before.setdefault(service, []).append((at, unpacked(before).address))

    @property
    def services(self) -> Sequence[str]:
        return list(self._before)

    def since(self, slip: IssuedSlip) -> bool:
        """Whether a service of which nothing was heard yet is elsewhere than the slip says."""
        waiting = zip(slip.referrals, slip.states(self._today), strict=True)
        return any(
            state is State.ISSUED and one.target is not None and self._moved(one.target, slip)
            for one, state in waiting
        )

    def _moved(self, service: str, slip: IssuedSlip) -> bool:
        later = (at for changed, at in self._before.get(service, ()) if changed > slip.newest_paper)
        now = self._now[service].address
        return next(later, now) != now


def told(unit: Unit, slips: Sequence[IssuedSlip], visit: Visit | None = None) -> list[Given]:
    """Slips with what may be told of them. Errors: `no_right`."""
    unit.demand(Right.RECORD_VISITS)
    services = {one.id: one for one in directory.services(unit)}
    moves = _Moves(unit)
    again = [tuple(_again(unit, services, slip)) for slip in slips]
    return [
        Given(
            slip,
            tuple(
                _one(services, referral, state)
                for referral, state in zip(slip.referrals, slip.states(unit.today), strict=True)
            ),
            may_stand,
            _whole(unit, slip, may_stand),
            slip.void_reason is None and moves.since(slip),
            referrals.may_change(unit, slip),
            visit,
        )
        for slip, may_stand in zip(slips, again, strict=True)
    ]


def _one(services: Mapping[str, Service], referral: Referral, state: State) -> Told:
    shown = _shown(services, referral.target)
    kind = directory.category_names().get(referral.category, {})
    by = referral.outcome.by
    turner = _shown(services, by)
    kind_of_turner = directory.category_names()[services[by].category] if by else None
    return Told(
        referral,
        shown.name if shown else kind,
        shown is not None,
        state,
        turner.name if turner else kind_of_turner,
    )


def _shown(services: Mapping[str, Service], service_id: str | None) -> Service | None:
    """The service where it may be named."""
    found = services[service_id] if service_id else None
    return found if found is not None and found.sensitive is None else None


def _again(unit: Unit, services: Mapping[str, Service], slip: IssuedSlip) -> list[str]:
    found = []
    for referral in slip.referrals:
        service = _shown(services, referral.target)
        if service is not None and _may_stand(unit, service):
            found.append(service.id)
    return found


def _whole(unit: Unit, slip: IssuedSlip, again: Sequence[str]) -> bool:
    """Whether all that stood on a slip is kept and may stand on it today."""
    wish = wish_again(slip)
    if wish is None or list(wish.services) != list(again):
        return False
    return wish.appointment is None or wish.appointment.date() >= unit.today


def _may_stand(unit: Unit, service: Service) -> bool:
    try:
        service.check_for_slip(unit.today)
    except Refused:
        return False
    return True
