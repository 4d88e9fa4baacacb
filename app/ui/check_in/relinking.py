"""The client of a recorded visit, put in place of the one it had, and back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.link import Link
from app.localization import _, _n
from app.services import links
from app.services.links import Linked
from app.services.unit import Unit
from app.ui.check_in.client_row import Wish


@dataclass(frozen=True, slots=True)
class Relinking:
    """The visit of `earlier` becomes that of `wish`; None stands for nobody."""

    visit: UUID
    earlier: Link | None
    wish: Wish | None

    def __call__(self, unit: Unit) -> Linked | None:
        """Do it; the new link, by which that is taken back."""
        if self.wish is None:
            links.unlink(unit, self.visit)
            return None
        return links.link(unit, self.visit, self.wish.client, self.wish.basis)

    def back(self, unit: Unit, linked: Linked | None) -> None:
        """Whose it was."""
        links.put_back(unit, self.visit, linked, self.earlier)

    def done(self) -> str:
        """What was done, for the toast."""
        return _("Client linked") if self.wish is not None else _("Link removed")

    def about(self, linked: Linked | None) -> str:
        """What no undo brings back."""
        forgotten = linked.forgotten if linked is not None else 0
        if not forgotten:
            return ""
        return _n(
            "Of {n} referral only the kind is kept now; that stays so.",
            "Of {n} referrals only the kind is kept now; that stays so.",
            forgotten,
        )
