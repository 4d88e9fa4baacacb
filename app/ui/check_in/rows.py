"""The form's grid: a word at the start of each row, its chips beside it or, large, below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.label import Label

LABEL_CHARS = 11


class RowLabel(QWidget):
    """The word of a row and a quiet line or two below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.hint = Label("strong"), Label("small", "dim")
        self.hint.setWordWrap(True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addStretch(1)

    def set_texts(self, title: str, hint: str = "") -> None:
        self.title.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def set_top(self, pixels: int) -> None:
        """Where the word stands beside the first line of its chips."""
        self._column.setContentsMargins(0, pixels, 0, 0)


class Rows(QWidget):
    """Rows of label and content, with the spare height between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", "true")
        self._rows: list[tuple[RowLabel, QWidget]] = []
        self._stacked = self._tight = False
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        active().changed.connect(self.restyle)

    def add(self, content: QWidget) -> RowLabel:
        """A row for `content`; the label is told its words by whoever asked for the row."""
        label = RowLabel(self)
        self._rows.append((label, content))
        content.setParent(self)
        self._place()
        return label

    def show_row(self, content: QWidget, shown: bool) -> None:
        """Show a row or leave it out."""
        for label, one in self._rows:
            if one is content:
                label.setVisible(shown)
                one.setVisible(shown)

    def set_stacked(self, stacked: bool) -> None:
        """Labels above their chips."""
        if stacked != self._stacked:
            self._stacked = stacked
            self._place()

    def set_tight(self, tight: bool) -> None:
        """Little room between the rows."""
        self._tight = tight
        self.restyle()

    def height_for(self, width: int) -> int:
        """The height that the rows ask for."""
        return self._grid.totalHeightForWidth(width)

    def restyle(self) -> None:
        theme = active()
        side = theme.space(16)
        gap = theme.space(9 if self._tight else 12)
        self._grid.setContentsMargins(side, theme.space(9 if self._tight else 12), side, gap)
        self._grid.setHorizontalSpacing(theme.space(8))
        self._grid.setVerticalSpacing(theme.space(4) if self._stacked else gap)
        self._grid.setColumnMinimumWidth(0, 0 if self._stacked else theme.chars(LABEL_CHARS))
        for label, _content in self._rows:
            top = 0 if self._stacked else theme.space(5)
            label.set_top(top)

    def _place(self) -> None:
        for label, content in self._rows:
            self._grid.removeWidget(label)
            self._grid.removeWidget(content)
        top = Qt.AlignmentFlag.AlignTop
        for row, (label, content) in enumerate(self._rows):
            if self._stacked:
                self._grid.addWidget(label, 2 * row, 0, 1, 2)
                self._grid.addWidget(content, 2 * row + 1, 0, 1, 2)
            else:
                self._grid.addWidget(label, 2 * row, 0, top)
                self._grid.addWidget(content, 2 * row, 1)
        self.restyle()
