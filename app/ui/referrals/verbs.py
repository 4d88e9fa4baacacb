"""What can be done at the referrals, for menu, shortcuts and find-an-action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.localization import N_
from app.ui.action import Action
from app.ui.referrals.columns import FORM
from app.ui.referrals.modes import NEW

if TYPE_CHECKING:
    from app.ui.referrals.tab import ReferralsTab


def actions_of(tab: ReferralsTab) -> list[Action]:
    """The tab's actions, in the order of the menu."""
    return [
        *_leaving(tab),
        Action("slip.search", N_("Search the directory"), tab.search, "Ctrl+F", "search"),
        Action("slip.new", N_("Start a new slip"), tab.start_over, "Ctrl+H", "signpost"),
        Action("slip.given", N_("Slips given, or the new one"), tab.turn, "Ctrl+Shift+H", "copy"),
        Action("slip.name", N_("Name on the slip"), partial(_name, tab), "Ctrl+Shift+N"),
    ]


def _name(tab: ReferralsTab) -> None:
    """Write the visitor's name, or leave it out again."""
    tab.modes.go(NEW)
    tab.columns.go(FORM)
    tab.form.answers.name.link.click()


def _leaving(tab: ReferralsTab) -> list[Action]:
    handing, modes = tab.making.handing, tab.modes
    ways = (
        ("slip.print", N_("Print slip"), handing.ask_printer, "Ctrl+P", "printer"),
        ("slip.save", N_("Save the slip as PDF"), handing.ask_file, "Ctrl+S", "file-down"),
        ("slip.copy", N_("Copy the slip as text"), handing.copy, "Ctrl+Shift+C", "copy"),
    )
    return [Action(*way, enabled=lambda: handing.possible and not modes.given) for way in ways]
