"""What the tab reads of the store in one go: the place, its lists, the order of its keys."""

from app.domain.reference import Kind
from app.services import chips, places
from app.services.unit import Unit
from app.ui.check_in.lists import Desk


def read_desk(unit: Unit, code: str) -> Desk:
    """All that the form of the location `code` needs to know."""
    return Desk(
        places.location(unit, code),
        chips.reference(unit),
        chips.order(unit, code, Kind.LANGUAGE),
        chips.order(unit, code, Kind.MUNICIPALITY),
    )
