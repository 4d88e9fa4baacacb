"""The page of the tab: the form beside today; every key that no field took comes here."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.localization import _
from app.ui.check_in.form import Form
from app.ui.check_in.today_panel import TodayPanel
from app.ui.theme import active
from app.ui.widgets.segments import Segments, SegmentText

WIDEST_CHARS, FORM_LEAST_CHARS = 230, 88
FORM, TODAY = "form", "today"


class Page(QWidget):
    """Form and panel side by side, or one at a time where there is no room for both."""

    recorded = Signal()
    escaped = Signal()
    arrived = Signal()
    called = Signal()

    def __init__(self, form: Form, panel: TodayPanel) -> None:
        super().__init__()
        self.form, self.panel = form, panel
        self.switch = Segments()
        self.switch.changed.connect(self._show_one)
        self._side_by_side = True
        self._line, self._count = False, 0
        self._row = QHBoxLayout()
        self._row.addStretch(0)
        self._row.addWidget(form, 1)
        self._row.addWidget(panel)
        self._row.addStretch(0)
        form.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(self._row, 1)
        self.setFocusProxy(form)
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def retranslate(self) -> None:
        self.switch.set_items(
            [SegmentText(FORM, _("Visit")), SegmentText(TODAY, _("Today {n}", n=self._count))]
        )

    def show_count(self, visits: int) -> None:
        """Today's count, for the button that shows the panel where it has no room."""
        self._count = visits
        self.retranslate()

    def set_line(self, line: bool) -> None:
        """Whether there is a waiting line, with its keys F7 and F8."""
        self._line = line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.form.keys.press(event):
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.recorded.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif self._line and event.key() in (Qt.Key.Key_F7, Qt.Key.Key_F8):
            (self.arrived if event.key() == Qt.Key.Key_F7 else self.called).emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _fit(self) -> None:
        theme = active()
        room = self.width() - self.panel.width() - 3 * theme.space(16)
        self._side_by_side = room >= theme.chars(FORM_LEAST_CHARS)
        self.switch.setVisible(not self._side_by_side)
        self._show_one(self.switch.current() or FORM)
        self.form.setMaximumWidth(theme.chars(WIDEST_CHARS) - self.panel.width())

    def _show_one(self, which: str) -> None:
        self.form.setVisible(self._side_by_side or which == FORM)
        self.panel.setVisible(self._side_by_side or which == TODAY)

    def _restyle(self) -> None:
        theme = active()
        side = theme.space(16)
        self._column.setContentsMargins(side, theme.space(12), side, theme.space(12))
        self._column.setSpacing(theme.space(8))
        self._row.setSpacing(theme.space(14))
        self._fit()
