"""One of a list, in a box with its label above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.widgets.field import EditorField

LEAST_CHARS = 12


class ChoiceField(EditorField):
    """`edited` when a person chose; each item has a code."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.choice = QComboBox()
        super().__init__(self.choice, parent)
        self.label.setWordWrap(True)
        self.setFocusProxy(self.choice)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(LEAST_CHARS)
        self.choice.activated.connect(lambda _index: self.edited.emit())

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Codes and words; the same codes again only change their words."""
        if [code for code, _text in items] != self.codes():
            here = self.code()
            self.choice.clear()
            for code, text in items:
                self.choice.addItem(text, code)
            self.put(here)
        for i, (_code, text) in enumerate(items):
            self.choice.setItemText(i, text)

    def codes(self) -> list[str]:
        return [self.choice.itemData(i) for i in range(self.choice.count())]

    def code(self) -> str:
        """What is chosen; "" for nothing."""
        return str(self.choice.currentData() or "")

    def put(self, code: str) -> None:
        """Choose without telling anyone; the first item where there is no such code."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(code)))
