"""What can be done with the path, for menu, shortcuts and find-an-action."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.localization import N_
from app.ui.action import Action
from app.ui.clients.path.strip import PathStrip


def actions_of(strip: PathStrip) -> list[Action]:
    """A new review, and each of the four steps."""

    def in_hand() -> bool:
        return strip.client is not None

    def action(name: str, caption: str, run: Callable[[], None], keys: str = "") -> Action:
        return Action(name, caption, run, keys, "clipboard-pen", enabled=in_hand)

    return [
        action("path.review", N_("Record a review"), strip.begin_review, "Ctrl+R"),
        action("path.assessment", N_("Assessment of the client"), partial(strip.begin, 0)),
        action("path.plan", N_("Plan of the client"), partial(strip.begin, 1)),
        action("path.orientation", N_("Orientation of the client"), partial(strip.begin, 2)),
        action("path.training", N_("Training of the client"), partial(strip.begin, 3)),
    ]
