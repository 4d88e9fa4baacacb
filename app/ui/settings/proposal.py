"""An order of keys by what was common lately, to take or to leave."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.reference import Kind
from app.localization import _, current
from app.services.chips import ORDERED
from app.ui.check_in.lists import UNKNOWN
from app.ui.settings.key_book import KEYS, KeyBook
from app.ui.settings.two_ways import TwoWays


class Proposal(TwoWays):
    """`order` is what it proposes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", parent)
        self.order: tuple[str, ...] = ()

    def propose(
        self, book: KeyBook, kind: Kind, here: Sequence[str], common: Sequence[str]
    ) -> None:
        """Propose the common ones, the rest as they stand `here`; or say that there is nothing."""
        room = ORDERED[kind]
        found = [code for code in common if code != UNKNOWN][:room]
        self.order = tuple([*found, *(code for code in here if code not in found)][:room])
        if not found:
            self.ask(_nothing_known)
        elif list(self.order) == list(here[:room]):
            self.ask(_nothing_new)
        else:
            self.ask(partial(_words, book, kind, self.order))


def _words(book: KeyBook, kind: Kind, order: Sequence[str]) -> tuple[str, str, str, str]:
    language = current().language
    names = [
        f"{key} {book.reference.short(kind, code, language)}"
        for key, code in zip(KEYS[kind], order, strict=False)
    ]
    fact = _("By the visits of the last 90 days the order would be this:")
    return fact, current().listing(names), _("Take this order"), _("Leave as it is")


def _nothing_known() -> tuple[str, str, str, str]:
    return _("Nothing was recorded here in the last 90 days."), "", "", _("Close")


def _nothing_new() -> tuple[str, str, str, str]:
    return _("The keys are in the order of the last 90 days."), "", "", _("Close")
