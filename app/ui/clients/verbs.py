"""What can be done with clients, for menu, shortcuts and find-an-action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.localization import N_
from app.ui.action import Action

if TYPE_CHECKING:
    from app.ui.clients.tab import ClientsTab


def actions_of(tab: ClientsTab) -> list[Action]:
    """The tab's actions, in the order of the menu."""
    lookup = tab.lookup
    search = Action("client.search", N_("Search clients"), tab.search, "Ctrl+F", "search")
    if not tab.may_keep:
        return [search]
    new = Action(
        "client.new",
        N_("New client"),
        lookup.wish_new,
        "Ctrl+N",
        "user-plus",
        enabled=lambda: lookup.searched,
    )
    return [search, new]
