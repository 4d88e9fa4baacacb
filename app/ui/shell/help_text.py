"""The words of the help page: what a tab is for, and the keys that no action shows."""

from __future__ import annotations

from app.localization import _

Row = tuple[str, str]


def about_tab(name: str) -> list[str]:
    """What the tab `name` is for, a few paragraphs."""
    texts = {
        "check_in": _check_in,
        "clients": _clients,
        "referrals": _referrals,
        "statistics": _statistics,
    }
    return texts[name]() if name in texts else []


def keys_of_tab(name: str) -> list[Row]:
    """Keys of the tab `name` beside its actions: the key, what it does."""
    keys = {
        "check_in": _check_in_keys,
        "clients": _clients_keys,
        "referrals": _referrals_keys,
        "statistics": _statistics_keys,
    }
    return keys[name]() if name in keys else []


def keys_everywhere() -> list[Row]:
    """Keys that mean the same in the whole window, beside its actions."""
    return [
        ("Tab", _("To the next group or field; Shift and Tab go back")),
        (_("Arrows"), _("Within a group of choices; Space chooses")),
        ("Ctrl Enter", _("The filled button, from a text field too")),
        ("Esc", _("One step back")),
        ("Alt", _("Opens the menu, as F10 does")),
    ]


def _check_in() -> list[str]:
    return [
        _(
            "A visit is counted, not a person. Choose a topic and press Enter: that is a visit. "
            "All the rest is recorded when it is known."
        ),
        _(
            "Every choice has its key on it. The same key again takes the choice back. "
            "The first topic is the main one; there may be three topics and three outcomes."
        ),
        _(
            "What Enter will record stands at the foot of the form. "
            "A visit that was recorded can be undone, amended or voided."
        ),
        _("Keys work by their place on the keyboard, with an Arabic or Cyrillic layout too."),
    ]


def _check_in_keys() -> list[Row]:
    return [
        ("1–0  Q–I", _("Topics")),
        ("A–L  Ö", _("Language; Ö for another one")),
        ("Z–B  N  M", _("Municipality; N for another one, M when it is not known")),
        (_("Shift") + " 1–0", _("Outcomes")),
        ("O  P  Å", _("Booked time, telephone, another channel")),
        ("+  −", _("Persons")),
        (",  .", _("Interpreter used; needed and not got")),
        ("Ä", _("First visit: not asked, first, been before")),
        ("F2", _("As the last visit")),
        ("F3  F4", _("What was common today")),
        ("Enter", _("Record the visit")),
        ("Esc", _("Clear the form")),
    ]


def _clients() -> list[str]:
    return [
        _(
            "One field finds a client by a name in any spelling or script, its parts in any order, "
            "and by birth date, client number, telephone or Koto-AJ reference. Each hit says why "
            "it fits."
        ),
        _(
            "Every search and every look at a client is logged with your name. The text of a "
            "search is not kept."
        ),
        _("A new client comes after a search, so that nobody is recorded twice."),
    ]


def _clients_keys() -> list[Row]:
    return [
        ("↑  ↓", _("Through the clients found while you type")),
        ("Enter", _("Open the client")),
        ("Esc", _("Empty the search; put the client away")),
    ]


def _referrals() -> list[str]:
    return [
        _(
            "A slip tells the visitor where to go, when it is open and what to bring, in the "
            "visitor's language beside Finnish or Swedish. The page shown is the very file that "
            "is printed."
        ),
        _(
            "Type a word of any language of the program, of the service's name, its kind or its "
            "municipality; Enter takes the service. Several may stand on one slip."
        ),
        _(
            "The number is given when the slip is printed, saved or copied; the same slip once "
            "more keeps it. No name stands on it unless you write one, and that is not stored."
        ),
        _(
            "What came of a slip is kept by its number, without a name, among the slips given. A "
            "slip that is begun at a visit marks it as referred once it is printed, saved or "
            "copied."
        ),
        _(
            "A slip for a service against violence is discreet: it says a telephone and hours. "
            "Ask first whether a paper is safe to take home."
        ),
    ]


def _referrals_keys() -> list[Row]:
    return [
        ("↑  ↓", _("Through the services while you type")),
        ("Enter", _("Take the service")),
        ("1–0", _("Answer the question that has the keyboard")),
        ("Del", _("Take the service off the slip")),
        ("Alt ↑  ↓", _("Move the service on the slip")),
        ("Page Up  Page Down", _("The pages of the slip")),
        ("1–4", _("What came of the slip in hand; the same digit takes it back")),
    ]


def _statistics() -> list[str]:
    return [
        _(
            "Public numbers may be given to anybody: of whole months that have ended, small ones "
            "hidden, and what was handed out once stays as it was."
        ),
        _(
            "Exact numbers are for use within the unit, by those who have the right to them. "
            "A small number can tell of a person: do not hand it on."
        ),
        _(
            "Visits of any period at the locations chosen, beside those of another period. "
            "A period that is not over is compared with as many days."
        ),
        _(
            "“Together” is the sum of the portals. Romaniportti is a line of its own and in no "
            "sum, since a visit there tells of origin."
        ),
        _(
            "An open day is one on which a portal was open by its opening hours and exceptional "
            "days. Open days on which nothing was recorded are named: there may be a list to enter."
        ),
    ]


def _statistics_keys() -> list[Row]:
    return [
        (_("Arrows"), _("In a chart: from mark to mark, each read out")),
        ("Home  End", _("The first and the last mark")),
        ("Enter", _("On a key figure: what lies behind it")),
    ]
