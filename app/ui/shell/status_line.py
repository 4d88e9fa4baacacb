"""The foot of the window: where this is and who is here; what is saved, and where."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui.shell.standing import Standing
from app.ui.theme import active
from app.ui.theme.type import STRONG
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label

GAP = 14


class StatusItem(QWidget):
    """Icon and words; in trouble, or to warn, both in the colour of what is wrong."""

    def __init__(self, icon: str, strong: bool = False) -> None:
        super().__init__()
        self._icon, self._strong = icon, strong
        self._tone = "" if strong else "dim"
        self.in_trouble = self.warns = False
        self.icon = Icon(icon, "dim", 0.8)
        self.icon.setVisible(bool(icon))
        self.words = Label("status", self._tone)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.icon)
        self._row.addWidget(self.words)
        active().changed.connect(self._restyle)
        self._restyle()

    def set_words(self, words: str) -> None:
        """As it is when all is well."""
        self.in_trouble = self.warns = False
        self.words.setText(words)
        self.words.set_tone(self._tone)
        if self._icon:
            self.icon.set_icon(self._icon, "dim")

    def set_trouble(self, words: str) -> None:
        """What is wrong, said by icon, word and colour."""
        self.in_trouble = True
        self._alarm(words, "danger")

    def set_warning(self, words: str) -> None:
        """What must not be forgotten, said in the same way."""
        self.in_trouble, self.warns = False, True
        self._alarm(words, "warning")

    def _alarm(self, words: str, tone: str) -> None:
        self.words.setText(words)
        self.words.set_tone(tone)
        self.icon.set_icon("triangle-alert", tone)

    def _restyle(self) -> None:
        font = QFont(active().font("help"))
        if self._strong:
            font.setWeight(STRONG)
        self.words.setFont(font)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(active().space(6))


class StatusLine(QFrame):
    """Where there is no room for all, the place and its hours stay, and whatever is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "foot")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.place = StatusItem("map-pin", strong=True)
        self.hours = StatusItem("")
        self.person = StatusItem("user")
        self.saved = StatusItem("circle-check")
        self.store = StatusItem("lock")
        self.backup = StatusItem("archive")
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for item in (self.place, self.hours, self.person):
            self._row.addWidget(item)
        self._row.addStretch(1)
        for item in (self.saved, self.store, self.backup):
            self._row.addWidget(item)
        active().changed.connect(self._restyle)
        self._restyle()

    def show_standing(self, standing: Standing) -> None:
        """Say all of it."""
        self.place.set_words(standing.place)
        self.hours.set_words(standing.hours)
        self.person.set_words(standing.person)
        if standing.trouble:
            self.saved.set_trouble(standing.trouble)
        else:
            self.saved.set_words(standing.saved)
        if standing.away:
            self.store.set_trouble(standing.away)
        else:
            self.store.set_words(standing.store)
            self.store.icon.set_icon(standing.store_icon, "dim")
        if standing.backup_late:
            self.backup.set_warning(standing.backup)
        else:
            self.backup.set_words(standing.backup)
        self.fit()

    def fit(self) -> None:
        """Leave away, the least first, what there is no room for."""
        # What stands nearer the front of this row goes first.
        order = [self.store, self.saved, self.person, self.hours]
        order.insert(3 if self.backup.warns else 0, self.backup)
        shown = [item for item in self._items() if item.words.text()]
        for item in order:
            if self._needed(shown) > self.width() and not item.in_trouble and item in shown:
                shown.remove(item)
        for item in self._items():
            item.setVisible(item in shown)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), active().units(1.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _items(self) -> tuple[StatusItem, ...]:
        return (self.place, self.hours, self.person, self.saved, self.store, self.backup)

    def _needed(self, items: list[StatusItem]) -> int:
        theme = active()
        widths = sum(item.sizeHint().width() for item in items)
        return widths + theme.space(GAP) * (len(items) + 2)

    def _restyle(self) -> None:
        theme = active()
        self._row.setContentsMargins(theme.space(GAP), 0, theme.space(GAP), 0)
        self._row.setSpacing(theme.space(GAP))
        self.setFixedHeight(theme.units(1.5))
        self.fit()
