"""A small list under a chip: type, and Enter takes the first that fits."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.domain.reference import Item
from app.localization import _, current
from app.ui.theme import active
from app.ui.widgets.field import Field
from app.ui.widgets.popup import Popup

ROWS = 7
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PickPopup(Popup):
    """Offers items; `picked` names the code.

    Names are found in all three languages and in the language's own, at the start of any word;
    one entry, the fallback, is offered whatever is typed, so that nothing typed ends in nothing.
    """

    picked = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._items: Sequence[Item] = ()
        self._fallback = ""
        self.field, self.list = Field(), QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.column.addWidget(self.field)
        self.column.addWidget(self.list)
        self.field.edited.connect(self._fill)
        self.field.entered.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.field.edit.installEventFilter(self)

    def open(self, items: Sequence[Item], fallback: str, anchor: QWidget) -> None:
        """Show the list under `anchor`, with the keyboard in its field."""
        self._items, self._fallback = items, fallback
        self.field.set_placeholder(_("Type a name"))
        self.list.setAccessibleName(_("What fits"))
        self.field.set_text("")
        self._fill()
        self.show_under(anchor, 38)
        self.field.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the keyboard stays in the field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in MOVES
        ):
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        typed = _plain(self.field.text())
        fits = [item for item in self._items if _fits(item, typed) or item.code == self._fallback]
        fits.sort(key=lambda item: item.code == self._fallback and bool(typed))
        self.list.clear()
        for item in fits:
            row = QListWidgetItem(_spoken(item))
            row.setData(Qt.ItemDataRole.UserRole, item.code)
            row.setSizeHint(QSize(1, active().units(1.67)))
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(active().units(1.67) * min(ROWS, len(fits)) + active().space(2))
        self.fit()

    def _take(self) -> None:
        row = self.list.currentItem()
        if row is not None:
            code: str = row.data(Qt.ItemDataRole.UserRole)
            self.hide()
            self.picked.emit(code)


def _spoken(item: Item) -> str:
    """The name in the language in use, and how the language calls itself."""
    name = item.name[current().language]
    same = item.endonym.casefold() == name.casefold()
    return name if same or not item.endonym else f"{name}   {item.endonym}"


def _fits(item: Item, typed: str) -> bool:
    names = (_plain(name) for name in (*item.name.values(), *item.short.values(), item.endonym))
    return any(
        word.startswith(typed)
        for name in names
        for word in (name, *name.replace("(", " ").replace("/", " ").split())
    )


def _plain(text: str) -> str:
    """Without case and accents, as a hurried hand types."""
    letters = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
