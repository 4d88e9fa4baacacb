"""A consent withdrawn: all that rests on it is unlinked, what was done for a task stays."""

from dataclasses import dataclass, replace
from uuid import UUID

from app.domain.errors import Refused
from app.domain.link import Consent, Link
from app.domain.roles import Right
from app.services import consents, links
from app.services.unit import Changes, Unit
from app.store import links as store
from app.store.links import LINK


@dataclass(frozen=True, slots=True, repr=False)
class Withdrawn:
    """A consent that is not in force any more, and the links that are gone with it."""

    consent: Consent
    gone: tuple[Link, ...]


def withdraw(unit: Unit, consent_id: UUID) -> Withdrawn:
    """End a consent today, and with it the links that rest on it. Errors: `no_right`,
    `consent_unknown`, `consent_withdrawn`.
    """
    consent = _find(unit, consent_id)
    if consent.withdrawn_on is not None:
        raise Refused("consent_withdrawn", day=consent.withdrawn_on)
    store.hold(unit.connection, consent.client)
    gone = store.links(unit.connection, LINK.c.consent_id == consent_id)
    links.part(unit, gone)
    _set(unit, consent, "consent.withdraw", withdrawn=True)
    return Withdrawn(replace(consent, withdrawn_on=unit.today), tuple(gone))


def restore(unit: Unit, withdrawn: Withdrawn) -> None:
    """Undo: the consent is in force again, and links again what nobody has linked since.

    Errors: `no_right`, `consent_unknown`.
    """
    consent = _find(unit, withdrawn.consent.id)
    if consent.withdrawn_on is None:
        return
    _set(unit, consent, "consent.restore", withdrawn=False)
    links.relink(unit, withdrawn.gone)


def _find(unit: Unit, consent_id: UUID) -> Consent:
    unit.demand(Right.KEEP_CLIENTS)
    found = consents.find(unit, consent_id)
    if found is None:
        raise Refused("consent_unknown")
    return found


def _set(unit: Unit, consent: Consent, action: str, *, withdrawn: bool) -> None:
    store.set_withdrawn(unit.connection, consent.id, unit.today if withdrawn else None)
    unit.log(action, consent.client)
    unit.changes |= Changes.CLIENTS
