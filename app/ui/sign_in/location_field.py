"""Where one works today."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.localization import _, current
from app.ui.sign_in import locations
from app.ui.widgets.field import EditorField


class LocationField(EditorField):
    """The portal locations by name, one of them chosen."""

    def __init__(self, chosen: str, usual: bool = False, parent: QWidget | None = None) -> None:
        """`chosen` is preset if it is a location; `usual`: the label asks for a workstation's."""
        self.choice = QComboBox()
        super().__init__(self.choice, parent)
        self._usual = usual
        self.set_leading_icon("map-pin")
        for code in locations.names():
            self.choice.addItem("", code)
        start = chosen if chosen in locations.names() else locations.USUAL
        self.choice.setCurrentIndex(self.choice.findData(start))
        self.setFocusProxy(self.choice)
        self._retranslate()

    def code(self) -> str:
        """The code of the chosen location."""
        return str(self.choice.currentData())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        label = _("Location of this workstation") if self._usual else _("Location today")
        self.set_label(label)
        for index, name in enumerate(locations.names().values()):
            self.choice.setItemText(index, name[current().language])
