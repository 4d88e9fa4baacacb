"""One of the ways to begin: a large radio button with a line of help and a key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.icon import Icon
from app.ui.widgets.key_cap import CHOSEN, FRAMED, KeyCap, spoken
from app.ui.widgets.label import Label
from app.ui.widgets.paint import box, painter_on
from app.ui.widgets.pill import Pill


class ChoiceCard(QAbstractButton):
    """Belongs into a button group with its neighbours; arrows move between them."""

    def __init__(self, icon: str, key: str, usual: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.icon_name, self.usual = icon, usual
        self._icon, self._cap, self._pill = Icon(icon, "dim", 1.15), KeyCap(key), Pill("info")
        self._name, self._lead = Label("strong"), Label("body", "dim", wraps=True)
        self._pill.setVisible(usual)
        self._row, self._words, self._title = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        self._arrange()
        self.toggled.connect(self._show_state)
        active().changed.connect(self._restyle)
        self._restyle()

    def set_texts(self, name: str, lead: str, usual: str) -> None:
        """Its name, a line of help, and the word on the pill of the usual choice."""
        self.setText(name)
        self._name.setText(name)
        self._lead.setText(lead)
        self._pill.set_state("info", usual)
        said = f"{name}, {usual}" if self.usual else name
        self.setAccessibleName(spoken(said, self._cap.text()))
        self.setAccessibleDescription(lead)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = active(), self.isChecked()
        fill = "accent_soft" if on else "hover" if self.underMouse() else "surface"
        line = theme.color("accent" if on or self.hasFocus() else "edge")
        width = 2.0 if self.hasFocus() else 1.0
        with painter_on(self) as painter:
            box(painter, self.rect(), theme.space(7), theme.color(fill), line, width)

    def _arrange(self) -> None:
        self._title.addWidget(self._name)
        self._title.addWidget(self._pill)
        self._title.addStretch(1)
        self._words.addLayout(self._title)
        self._words.addWidget(self._lead)
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self._icon, 0, top)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._cap, 0, top)
        for part in (self._icon, self._name, self._lead, self._pill, self._cap):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _show_state(self, on: bool) -> None:
        self._icon.set_icon(self.icon_name, "accent" if on else "dim")
        self._cap.set_look(CHOSEN if on else FRAMED)

    def _restyle(self) -> None:
        theme = active()
        self._row.setContentsMargins(*(theme.space(n) for n in (14, 10, 14, 10)))
        self._row.setSpacing(theme.space(12))
        self._words.setSpacing(0)
        self._title.setSpacing(theme.space(8))
