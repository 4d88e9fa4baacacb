"""What can be done with clients, for menu, shortcuts and find-an-action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.localization import N_
from app.ui.action import Action
from app.ui.clients.path import verbs as path

if TYPE_CHECKING:
    from app.ui.clients.tab import ClientsTab


def actions_of(tab: ClientsTab) -> list[Action]:
    """The tab's actions, in the order of the menu."""
    search = Action("client.search", N_("Search clients"), tab.search, "Ctrl+F", "search")
    if not tab.may_keep:
        return [search]
    steps = path.actions_of(tab.card.path)
    return [search, _new(tab), *first_of(tab), *steps, *rest_of(tab)]


def first_of(tab: ClientsTab) -> list[Action]:
    """What has a button of its own on the card."""
    ways = (
        ("client.referral", N_("New referral"), tab.refer, "Ctrl+H", "signpost"),
        ("client.amend", N_("Amend the client"), tab.amend, "Ctrl+E", "clipboard-pen"),
    )
    return [Action(*way, enabled=lambda: tab.client is not None) for way in ways]


def rest_of(tab: ClientsTab) -> list[Action]:
    """What stands behind the three dots of the card."""
    facts = tab.card.facts

    def in_hand() -> bool:
        return tab.client is not None

    def hides() -> bool:
        return in_hand() and facts.sensitive is None

    merging = Action(
        "client.merge",
        N_("Merge with another client"),
        tab.joining.look_up_other,
        "Ctrl+Shift+M",
        "users",
        enabled=in_hand,
    )
    return [
        *([merging] if tab.joining.may else []),
        Action(
            "client.contact",
            N_("Show how to reach the client"),
            facts.ask_contact,
            "Ctrl+Shift+K",
            "eye",
            enabled=in_hand,
        ),
        Action(
            "client.sensitive",
            N_("Show the sensitive groups"),
            facts.ask_sensitive,
            "Ctrl+Shift+G",
            "eye",
            enabled=hides,
        ),
        Action(
            "client.identity",
            N_("Identity code"),
            lambda: _show_identity(tab),
            icon="lock",
            enabled=in_hand,
        ),
        Action("client.close", N_("Put the client away"), tab.let_go, "", "x", enabled=in_hand),
    ]


def _show_identity(tab: ClientsTab) -> None:
    tab.close_page()
    tab.card.bring(tab.card.identity)


def _new(tab: ClientsTab) -> Action:
    lookup = tab.lookup
    return Action(
        "client.new",
        N_("New client"),
        lookup.wish_new,
        "Ctrl+N",
        "user-plus",
        enabled=lambda: lookup.searched,
    )
