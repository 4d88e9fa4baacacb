"""A page that speaks of one location at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.domain.place import Location
from app.services.unit import Changes
from app.ui.settings.here import Here, HereField
from app.ui.settings.keeper import Keeper
from app.ui.settings.page import Page


class PlacePage(Page):
    """The location stands at the top and is the same on all such pages."""

    icon = "map-pin"

    def __init__(self, keeper: Keeper, here: Here) -> None:
        super().__init__(keeper)
        self.here = here
        self.place = HereField(here)
        self.place.asked.connect(lambda code: self.leave_asked.emit(partial(self._go, code)))
        self.column.addWidget(self.place)
        self.setFocusProxy(self.place)

    def concerns(self, changes: Changes) -> bool:
        return bool(changes & Changes.PLACES)

    def know(self, locations: Sequence[Location]) -> None:
        """These are the locations there are."""
        self.here.know(locations)
        self.place.show_here()

    def _go(self, code: str) -> None:
        self.here.code = code
        self.place.show_here()
        self.read()
