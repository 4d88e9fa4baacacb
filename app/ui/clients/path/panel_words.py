"""What an opened step says of itself and of its entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from app.domain.path.assessment import Assessment
from app.domain.path.eligible import Eligible, for_orientation, for_training, is_target
from app.domain.path.orientation import Orientation
from app.domain.path.training import Training
from app.domain.path.whole import Kept
from app.localization import _, _p, current
from app.ui.clients.path.around import Around
from app.ui.clients.path.drafts import Drafts, Place
from app.ui.clients.path.panel_view import PanelView
from app.ui.clients.path.telling import entry_words
from app.ui.widgets.chip_group import ChipText
from app.ui.widgets.segments import SegmentText
from app.words.path import because_words, may_words, step_word

NEW: Final = "new"
ENTER: Final = "Ctrl \N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}"


def write(
    view: PanelView, around: Around, group: Sequence[type[Any]], kept: Kept[Any] | None
) -> None:
    """All texts of the panel but those of its entries and its form."""
    view.heading.setText(step_word(group[0]))
    view.setAccessibleName(view.heading.text())
    view.close_link.set_texts(_("Close"), "Esc")
    view.may.setText(_eligibility(around, group[0]))
    view.may.setVisible(bool(view.may.text()))
    kinds = group if around.path.of(group[0]) else group[:1]
    view.kinds.set_items([_segment(kind, len(around.path.of(kind))) for kind in kinds])
    view.kinds.setVisible(len(kinds) > 1)
    view.entries.setAccessibleName(_("Entries"))
    view.take_back.set_texts(_("Take this entry back"))
    view.save.set_texts(_("Record") if kept is None else _("Save the change"), ENTER)


def entries(around: Around, drafts: Drafts, here: Place) -> list[ChipText]:
    """A chip for each entry of a kind, and one for a new one where there is a choice."""
    found = [
        ChipText(str(one.id), _marked(entry_words(one, n), drafts, here._replace(entry=one.id)))
        for n, one in enumerate(around.path.of(here.kind), 1)
    ]
    if not found:
        return []
    new = _marked(_p("entry", "New"), drafts, here._replace(entry=None))
    return [*found, ChipText(NEW, new)]


def _segment(kind: type[Any], count: int) -> SegmentText:
    """A kind of entry and how many there are."""
    number = current().number(count) if count else ""
    return SegmentText(kind.__name__, f"{step_word(kind)} {number}".strip())


def _marked(words: str, drafts: Drafts, place: Place) -> str:
    """The words of an entry, and that something of it is not saved."""
    return current().listing((words, _("not saved"))) if drafts.has(place) else words


def _eligibility(around: Around, kind: type[Any]) -> str:
    """Who the step is for, and whether that is this client."""
    if kind is Assessment:
        return because_words(is_target(around.record))
    if kind is Orientation:
        return _told(for_orientation(around.record, around.path, around.today))
    if kind is Training:
        return _told(for_training(around.record, around.path, around.today))
    return ""


def _told(eligible: Eligible) -> str:
    return current().listing((may_words(eligible), because_words(eligible)))
