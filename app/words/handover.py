"""What the visits of a hand-over did, in words for window and command line."""

from app.domain.errors import Refused
from app.domain.handover import Came
from app.localization import _, current
from app.words.sentences import sentence


def came_words() -> dict[Came, str]:
    """The words for each, in the order in which they are told."""
    return {
        Came.NEW: _("New"),
        Came.AMENDED: _("Amended"),
        Came.VOIDED: _("Voided"),
        Came.RESTORED: _("Restored"),
        Came.UNCHANGED: _("Known already"),
    }


def stopped_words(done: int, whole: int, why: Refused) -> tuple[str, str]:
    """What is in the store of a file that was not taken in to its end, and what to do."""
    number = current().number
    fact = _("Stopped after {done} of {whole} visits.", done=number(done), whole=number(whole))
    help_line = _("These are taken in. Take the file in again for the rest; none comes twice.")
    if why.code != "cancelled":
        reason = _("The next part failed: {why}", why=sentence(why))
        help_line = f"{help_line}\n{reason}"
    return fact, help_line
