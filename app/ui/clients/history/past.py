"""All that the card's history shows, read at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.domain.client import Client, Relative
from app.domain.link import Consent
from app.domain.reference import Reference
from app.services import consents, history, relatives
from app.services.chips import bundled_reference
from app.services.given import Given
from app.services.history import PastVisit
from app.services.relatives import Kin
from app.services.unit import Unit


@dataclass(frozen=True, slots=True, repr=False)
class Past:
    """What was done with a client, newest first; `kin` are those relatives who are clients."""

    visits: tuple[PastVisit, ...]
    referrals: tuple[Given, ...]
    consents: tuple[Consent, ...]
    family: tuple[Relative, ...]
    kin: Mapping[UUID, Kin]
    reference: Reference


def read(unit: Unit, client: Client) -> Past:
    """The past of a client. Errors: `no_right`, `client_unknown`."""
    family = client.record.relatives
    known = relatives.known(unit, [one.client for one in family if one.client is not None])
    return Past(
        tuple(history.visits_of(unit, client.id)),
        tuple(history.referrals_of(unit, client.id)),
        tuple(consents.of_client(unit, client.id)),
        tuple(one for one in family if one.client is None or one.client in known),
        known,
        bundled_reference(),
    )
