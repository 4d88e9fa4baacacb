"""What the list says of a client that was found, in the language in use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.lookup import Found, Reason
from app.localization import _, capital
from app.words.clients import because_words

Range = tuple[int, int]
_ICONS: Final[Mapping[Reason, str]] = {
    Reason.NAME: "equal",
    Reason.BEGINS: "text-cursor-input",
    Reason.SCRIPT: "languages",
    Reason.SPELLING: "audio-lines",
    Reason.SLIP: "spell-check",
    Reason.FORMER: "history",
    Reason.BIRTH: "calendar-check",
    Reason.YEAR: "calendar-check",
    Reason.NUMBER: "hash",
    Reason.PHONE: "hash",
    Reason.REFERENCE: "badge-check",
}


def why(found: Found) -> str:
    """All reasons in one line."""
    told = [because_words(because) for because in found.why]
    if found.is_protected:
        told.append(_("under a non-disclosure order"))
    return capital("; ".join(told))


def icon(found: Found) -> str:
    """The icon of what tells most: an order, or else the reason that is furthest from the name."""
    if found.is_protected:
        return "shield-check"
    order = list(_ICONS)
    reasons = [because.reason for because in found.why]
    return _ICONS[max(reasons, key=order.index)] if reasons else "equal"


def marked(found: Found) -> list[Range]:
    """Where in the name the parts stand that fitted, as beginning and length."""
    name, ranges = found.name.casefold(), []
    for because in found.why:
        part = because.found.casefold()
        at = name.find(part) if part else -1
        if at >= 0 and len(name) == len(found.name):
            ranges.append((at, len(part)))
    return ranges
