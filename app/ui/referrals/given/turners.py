"""Choosing who else has turned a visitor away, by typing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.directory import Service
from app.domain.reference import Item
from app.ui.check_in.pick_popup import PickPopup
from app.ui.referrals.given.referral_row import ReferralRow
from app.ui.referrals.given.slip_card import SlipCard
from app.ui.referrals.reading import Desk
from app.words.directory import in_use

_LANGUAGES = ("fi", "sv", "en")


class Turners(QObject):
    """Services that may be named; the one of the slip is offered whatever is typed."""

    def __init__(self, slip: SlipCard) -> None:
        super().__init__(slip)
        self.popup = PickPopup(slip)
        self._services: list[Service] = []
        self._row: ReferralRow | None = None
        slip.turner_asked.connect(self._ask)
        self.popup.picked.connect(self._pick)

    def load(self, desk: Desk) -> None:
        """What there is to choose from."""
        self._services = [one.service for one in desk.entries if one.service.sensitive is None]

    def _ask(self, row: ReferralRow) -> None:
        self._row = row
        named = sorted(self._services, key=lambda one: in_use(one.name).casefold())
        own = row.told.referral.target or ""
        self.popup.open([_item(one) for one in named], own, row.another)

    def _pick(self, service: str) -> None:
        if self._row is not None:
            self._row.set_turner(service)


def _item(service: Service) -> Item:
    names = {code: service.name.get(code) or in_use(service.name) for code in _LANGUAGES}
    return Item(service.id, names, names)
