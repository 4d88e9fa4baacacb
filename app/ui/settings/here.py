"""Which location the pages speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.domain.place import Location
from app.localization import _, current
from app.ui.widgets.field import EditorField


@dataclass
class Here:
    """The chosen location, the same on all pages; "" before the locations are known."""

    code: str = ""
    locations: Sequence[Location] = field(default_factory=tuple)

    def know(self, locations: Sequence[Location]) -> None:
        """These are the locations; the first is chosen while none is."""
        self.locations = locations
        self.code = self.code or next(iter(locations)).code

    def location(self) -> Location:
        return next(one for one in self.locations if one.code == self.code)


class HereField(EditorField):
    """Chooses a location; `asked` names it, and whoever owns the field goes there."""

    asked = Signal(str)

    def __init__(self, here: Here, parent: QWidget | None = None) -> None:
        self.choice = QComboBox()
        super().__init__(self.choice, parent)
        self._here = here
        self.set_leading_icon("map-pin")
        self.setFocusProxy(self.choice)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(12)
        self.choice.activated.connect(self._on_activated)
        self.show_here()

    def show_here(self) -> None:
        """Show the locations there are, and which one is chosen."""
        codes = [location.code for location in self._here.locations]
        if codes != [self.choice.itemData(i) for i in range(self.choice.count())]:
            self.choice.clear()
            for code in codes:
                self.choice.addItem("", code)
        self.choice.setCurrentIndex(codes.index(self._here.code) if codes else -1)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_activated(self, index: int) -> None:
        code = self.choice.itemData(index)
        self.show_here()
        if code != self._here.code:
            self.asked.emit(code)

    def _retranslate(self) -> None:
        self.set_label(_("Location"))
        for i, location in enumerate(self._here.locations):
            self.choice.setItemText(i, location.name[current().language])
