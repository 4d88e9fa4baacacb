"""An import of clients taken back: those of whom nothing has come since are deleted again."""

from collections.abc import Sequence
from uuid import UUID

from app.domain.errors import Refused
from app.domain.roles import Right, demand
from app.services.client_import import PART
from app.services.clients import take_back
from app.services.unit import Desk, Unit
from app.store.trouble import told


@told()
def take_import_back(desk: Desk, clients: Sequence[UUID]) -> int:
    """Take clients that were recorded today back, in parts; how many of them stay.

    Who has been changed, put under an order, or has visits and the like stays. Errors: `no_right`.
    """
    demand(desk.actor.roles, Right.KEEP_CLIENTS)
    gone = 0
    for start in range(0, len(clients), PART):
        with desk.write() as unit:
            gone += sum(_is_gone(unit, one) for one in clients[start : start + PART])
            unit.log("clients.import_undo")
    return len(clients) - gone


def _is_gone(unit: Unit, client_id: UUID) -> bool:
    try:
        take_back(unit, client_id)
    except Refused:
        return False
    return True
