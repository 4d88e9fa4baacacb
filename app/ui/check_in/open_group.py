"""A group of chips whose last one opens a list to type in, for all that has no key of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.chip_group import ChipGroup, ChipText

MORE = "more"


class OpenGroup(ChipGroup):
    """`asked` when the last chip is pressed while nothing of the list is chosen.

    What the list brings takes the place of the last chip's words, and its key takes it back.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None, digits: bool = False) -> None:
        super().__init__(parent, digits=digits)
        self._keyed: Sequence[ChipText] = ()
        self._more = ChipText(MORE, "")
        self._extra: ChipText | None = None
        self._after = 0

    def set_open_chips(self, keyed: Sequence[ChipText], more: ChipText, after: int = 0) -> None:
        """The chips with a key of their own, and the one that opens the list.

        `after` chips of `keyed` stand behind it.
        """
        self._keyed, self._more, self._after = list(keyed), more, after
        if self._extra is not None and self._extra.code in {text.code for text in keyed}:
            self._extra = None
        self._show()

    def choose(self, text: ChipText) -> None:
        """Choose by hand, from the list."""
        self._set(text)
        self.changed.emit()

    def put(self, text: ChipText | None, preset: bool = False) -> None:
        """Show `text` as chosen, or nothing."""
        if text is None:
            self._extra = None
            self._show()
            self.set_chosen(())
        else:
            self._set(text, preset)

    def code(self) -> str | None:
        """What is chosen."""
        return next(iter(self.chosen()), None)

    def toggle(self, code: str) -> None:
        if code == MORE:
            self.asked.emit()
            return
        super().toggle(code)
        if self._extra is not None and self._extra.code not in self.chosen():
            self._extra = None
            self._show()

    def keyed(self) -> Sequence[ChipText]:
        """The chips with a key of their own."""
        return self._keyed

    def more_chip(self) -> QWidget:
        """The chip under which the list opens."""
        return self.chips[self._extra.code if self._extra else MORE]

    def _set(self, text: ChipText, preset: bool = False) -> None:
        keyed = any(text.code == one.code for one in self._keyed)
        self._extra = None if keyed else text._replace(cap=self._more.cap)
        self._show()
        self.set_chosen((text.code,), preset)

    def _show(self) -> None:
        here = len(self._keyed) - self._after
        last = self._extra or self._more
        self.set_chips([*self._keyed[:here], last, *self._keyed[here:]])
