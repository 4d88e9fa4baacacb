"""What can be done at the referrals, for menu, shortcuts and find-an-action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.localization import N_
from app.ui.action import Action

if TYPE_CHECKING:
    from app.ui.referrals.tab import ReferralsTab


def actions_of(tab: ReferralsTab) -> list[Action]:
    """The tab's actions, in the order of the menu."""
    handing = tab.making.handing

    def possible() -> bool:
        return handing.possible

    return [
        Action(
            "slip.print",
            N_("Print slip"),
            handing.ask_printer,
            "Ctrl+P",
            "printer",
            enabled=possible,
        ),
        Action(
            "slip.save",
            N_("Save the slip as PDF"),
            handing.ask_file,
            "Ctrl+S",
            "file-down",
            enabled=possible,
        ),
        Action(
            "slip.copy",
            N_("Copy the slip as text"),
            handing.copy,
            "Ctrl+Shift+C",
            "copy",
            enabled=possible,
        ),
        Action("slip.search", N_("Search the directory"), tab.search, "Ctrl+F", "search"),
        Action("slip.new", N_("Start a new slip"), tab.start_over, "Ctrl+H", "signpost"),
        Action(
            "slip.name", N_("Name on the slip"), tab.form.answers.name.link.click, "Ctrl+Shift+N"
        ),
    ]
