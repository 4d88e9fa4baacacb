"""What can be done in the window whichever tab is in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import Final

from app.domain.place import Location, LocationKind
from app.domain.roles import Right
from app.localization import N_
from app.ui.action import Action
from app.ui.tab import Tab

SETTLES: Final = frozenset(
    {
        Right.MANAGE_SETTINGS,
        Right.MANAGE_STAFF,
        Right.KEEP_DIRECTORY,
        Right.STATISTICS_INTERNAL,
    }
)


@dataclass(frozen=True, slots=True)
class Verbs:
    """The work behind the actions of the window."""

    go: Callable[[int], None]
    undo: Callable[[], None]
    can_undo: Callable[[], bool]
    find: Callable[[], None]
    next_pane: Callable[[], None]
    menu: Callable[[], None]
    hide: Callable[[], None]
    help: Callable[[], None]
    about: Callable[[], None]
    settings: Callable[[], None]
    hand_over: Callable[[], None]
    take_in: Callable[[], None]
    import_clients: Callable[[], None]
    back_up: Callable[[], None]
    new_code: Callable[[], None]
    change_password: Callable[[], None]
    sign_out: Callable[[], None]


def going(tabs: Sequence[Tab], verbs: Verbs) -> list[Action]:
    """One action a tab."""
    return [
        Action(
            f"go_{tab.name}",
            tab.caption,
            run=partial(verbs.go, tab.number),
            shortcut=f"Ctrl+{tab.number}",
            icon=tab.icon,
            group="go",
        )
        for tab in tabs
    ]


def editing(verbs: Verbs) -> list[Action]:
    """Undo, and ways around the window."""
    return [
        Action(
            "undo",
            N_("Undo the last act"),
            verbs.undo,
            "Ctrl+Z",
            "history",
            "window",
            enabled=verbs.can_undo,
        ),
        Action("find", N_("Find an action"), verbs.find, "Ctrl+K", "search", "window"),
        Action("next_pane", N_("Next pane"), verbs.next_pane, "F6", group="window"),
        Action("menu", N_("Open the menu"), verbs.menu, "F10", "menu", "window"),
    ]


def person(verbs: Verbs) -> list[Action]:
    """What the person at the desk does about being there."""
    return [
        Action("hide", N_("Hide everything"), verbs.hide, "F12", "eye-off", "person"),
        Action(
            "change_password",
            N_("Change the password"),
            verbs.change_password,
            icon="key-round",
            group="person",
        ),
        Action("sign_out", N_("Sign out"), verbs.sign_out, icon="door-open", group="person"),
    ]


def handing(verbs: Verbs, rights: AbstractSet[Right]) -> list[Action]:
    """Visits to and from another database."""
    if Right.HAND_OVER not in rights:
        return []
    return [
        Action(
            "hand_over",
            N_("Hand over visits…"),
            verbs.hand_over,
            icon="file-down",
            group="handing",
        ),
        Action("take_in", N_("Take in visits…"), verbs.take_in, icon="download", group="handing"),
    ]


def importing(verbs: Verbs, rights: AbstractSet[Right], here: Location) -> list[Action]:
    """Clients from a table; where visitors have no names there is no such thing."""
    if Right.KEEP_CLIENTS not in rights or here.kind is LocationKind.ROMA_PORTAL:
        return []
    return [
        Action(
            "import_clients",
            N_("Import clients…"),
            verbs.import_clients,
            icon="users",
            group="handing",
        )
    ]


def settling(verbs: Verbs, rights: AbstractSet[Right], is_file: bool) -> list[Action]:
    """What differs from site to site, and what keeps a file; a server keeps itself."""
    actions = []
    if rights & SETTLES:
        actions.append(
            Action("settings", N_("Settings"), verbs.settings, "Ctrl+,", group="settings")
        )
    if is_file and Right.BACK_UP in rights:
        actions.append(
            Action("back_up", N_("Back up…"), verbs.back_up, icon="archive", group="settings")
        )
    if is_file and Right.MANAGE_STAFF in rights:
        actions.append(
            Action(
                "new_code",
                N_("New recovery code…"),
                verbs.new_code,
                icon="key-round",
                group="settings",
            )
        )
    return actions


def helping(verbs: Verbs) -> list[Action]:
    """Help, and what this program is."""
    return [
        Action("help", N_("Help"), verbs.help, "F1", "circle-help", "help"),
        Action("about", N_("About Kotoportti"), verbs.about, group="help"),
    ]
