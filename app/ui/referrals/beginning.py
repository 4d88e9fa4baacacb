"""How a slip begins: empty, for a visit or a client, or as another of the same services."""

from __future__ import annotations

from dataclasses import replace

from app.domain.client import Client
from app.domain.reference import Kind
from app.domain.visit import Visit
from app.localization import _
from app.services.given import Given
from app.services.slips import Issued, SlipWish
from app.services.slips_again import wish_of
from app.ui.referrals.making import Making
from app.ui.referrals.reading import Desk
from app.ui.tab import Workplace


class Beginning:
    """Puts the first answers; those that stood there before come back by Undo."""

    def __init__(self, making: Making, workplace: Workplace) -> None:
        self._making, self._undo = making, workplace.undo
        self._location = workplace.location.code

    def empty(self) -> None:
        """No answers."""
        before = self._making.clear()
        if before is not None:
            self._undo.push(_("Slip cleared"), "", lambda: self._making.put(*before))

    def for_visit(self, visit: Visit, desk: Desk) -> bool:
        """What was said at the visit: its language, its main topic where a slip has words for it.

        False where a slip that belongs to this visit and has not left the program yet goes on.
        """
        making = self._making
        if making.visit is not None and making.visit.id == visit.id and making.handing.last is None:
            return False
        self.empty()
        language, matter = visit.facts.language or "", visit.facts.topics[0]
        known = language in desk.reference[Kind.LANGUAGE]
        said = matter if f"matter.{matter}" in desk.book.phrases else ""
        wish = SlipWish((), language if known else "", "", self._location, matter=said)
        making.put(wish, visit)
        return True

    def for_client(self, client: Client, desk: Desk) -> None:
        """In the language of somebody who is known; it stands in the client's history."""
        self.empty()
        language = client.record.contact_language or ""
        known = language in desk.reference[Kind.LANGUAGE]
        wish = SlipWish((), language if known else "", "", self._location)
        self._making.put(wish, client=client)

    def anew(self, one: Given, desk: Desk) -> None:
        """The services of a slip that may stand on another, with what else stood on it.

        It is for the same visit if that counts; an appointment is made anew too.

        The very slip that has just left is gone back to: it keeps its number.
        """
        last = self._making.handing.last
        if last is not None and last.number == one.number:
            return
        self.empty()
        services = tuple(service for service in one.again if desk.entry(service) is not None)
        wish = replace(wish_of(one.slip, services), location=self._location, appointment=None)
        self._making.put(wish, _visit(one))

    def again(self, one: Given, issued: Issued) -> None:
        """A slip that was given, as it is to be printed again under its number."""
        self.empty()
        self._making.put_issued(issued, _visit(one))


def _visit(one: Given) -> Visit | None:
    """The visit of a slip, if it counts."""
    return one.visit if one.visit is not None and one.visit.void_reason is None else None
