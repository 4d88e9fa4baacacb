"""The unit's own names for what statistics count: its locations and its lists."""

from app.documents.statistics.lists import Lists
from app.services import chips, places
from app.services.unit import Unit


def read_lists(unit: Unit) -> Lists:
    """All of them in one unit."""
    return Lists(tuple(places.locations(unit)), chips.reference(unit))
