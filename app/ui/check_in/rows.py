"""The form's grid: a word at the start of each row, its chips beside it or, large, below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.chip_group import ChipGroup
from app.ui.widgets.label import Label

LABEL_CHARS = 11
SMALLEST, TIGHT, LEAST, MOST = 5, 9, 12, 20


class RowLabel(QWidget):
    """The word of a row and a quiet line or two below it, or beside it where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.hint = Label("strong"), Label("small", "dim", wraps=True)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.title)
        self._line.addWidget(self.hint)
        self._line.addStretch(1)
        self._hint = ""
        self._stacked = False

    def set_texts(self, title: str, hint: str = "") -> None:
        self.title.setText(title)
        self._hint = hint
        self.hint.setVisible(bool(hint))
        self._show_hint()

    def restyle(self, stacked: bool) -> None:
        """Beside its chips, or above them."""
        theme, self._stacked = active(), stacked
        across = QBoxLayout.Direction.LeftToRight
        self._line.setDirection(across if stacked else QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(theme.space(8) if stacked else 0)
        self._line.setContentsMargins(0, 0 if stacked else theme.space(5), 0, 0)
        self.hint.setWordWrap(not stacked)
        self._show_hint()

    def _show_hint(self) -> None:
        """One line where it stands beside the word."""
        keys, _break, rest = self._hint.partition("\n")
        beside = " · ".join(part for part in (keys, rest.replace("\n", " ")) if part)
        self.hint.setText(beside if self._stacked else self._hint)


class Rows(QWidget):
    """Rows of label and content, with the spare height between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", "true")
        self._rows: list[tuple[RowLabel, QWidget]] = []
        self._stacked = False
        self._gap: float = LEAST
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)

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

    def fit(self, width: int, height: int, stacked: bool, tight: bool) -> None:
        """Spread the rows over `height`, with a gap that grows or, tight, shrinks only so far."""
        if stacked != self._stacked:
            self._stacked = stacked
            self._place()
        self._restyle(TIGHT if tight else LEAST)
        shown = sum(not content.isHidden() for _label, content in self._rows)
        spare = (height - self.height_for(width)) // max(shown + 1, 1)
        if not stacked and (tight or spare > 0):
            gap = self._gap + spare * 100 / active().text_size
            self._restyle(max(SMALLEST, min(gap, MOST)))

    def height_for(self, width: int) -> int:
        """The height that the rows ask for; what was measured of them before is forgotten."""
        for _label, content in self._rows:
            for part in (*content.findChildren(ChipGroup), content):
                part.updateGeometry()
        return self._grid.totalHeightForWidth(width)

    def _restyle(self, gap: float) -> None:
        theme = active()
        self._gap = gap
        side, above = theme.space(16), theme.space(min(gap, LEAST))
        self._grid.setContentsMargins(side, above, side, above)
        self._grid.setHorizontalSpacing(theme.space(8))
        self._grid.setVerticalSpacing(theme.space(4 if self._stacked else gap))
        self._grid.setColumnMinimumWidth(0, 0 if self._stacked else theme.chars(LABEL_CHARS))
        for label, _content in self._rows:
            label.restyle(self._stacked)

    def _place(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        for row, (label, content) in enumerate(self._rows):
            self._grid.removeWidget(label)
            self._grid.removeWidget(content)
            if self._stacked:
                self._grid.addWidget(label, 2 * row, 0, 1, 2)
                self._grid.addWidget(content, 2 * row + 1, 0, 1, 2)
            else:
                self._grid.addWidget(label, 2 * row, 0, top)
                self._grid.addWidget(content, 2 * row, 1)
