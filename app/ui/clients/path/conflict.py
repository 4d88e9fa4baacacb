"""Somebody else was first with an entry: what is stored stands beside what is typed."""

from __future__ import annotations

from app.domain.errors import Refused
from app.localization import _, current
from app.ui.clients.path.around import Around
from app.ui.clients.path.asked import form_of
from app.ui.clients.path.checking import differences
from app.ui.clients.path.entry import Entry
from app.ui.widgets.banner import Banner
from app.words.sentences import sentence


class Conflict(Banner):
    """Hidden while there is none; `acted` takes what is stored in the place of what is typed."""

    def __init__(self) -> None:
        super().__init__("warning")
        self.hide()

    def show_for(self, entry: Entry, around: Around) -> None:
        """Tell the difference; saved once more, what is typed holds.

        An entry that is gone becomes a new one.
        """
        if entry.form is None:
            return
        entry.kept = stored = entry.stored(around)
        other = form_of(entry.kind, around)
        other.load(around.today)
        other.put(stored.step if stored is not None else None)
        told = list(differences(entry.form, other))
        other.deleteLater()
        self.set_content(
            sentence(Refused("step_unknown" if stored is None else "step_changed")),
            current().listing(f"{question}: {answer}" for question, answer in told),
            _("Take what is stored"),
        )
        self.show()
