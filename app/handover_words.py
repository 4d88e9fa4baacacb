"""What the visits of a hand-over did, in words for window and command line."""

from app.domain.handover import Came
from app.localization import _


def came_words() -> dict[Came, str]:
    """The words for each, in the order in which they are told."""
    return {
        Came.NEW: _("New"),
        Came.AMENDED: _("Amended"),
        Came.VOIDED: _("Voided"),
        Came.RESTORED: _("Restored"),
        Came.UNCHANGED: _("Known already"),
    }
