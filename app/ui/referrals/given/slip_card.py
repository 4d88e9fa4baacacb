"""The slip in hand: its services, what came of each, and what can be done with it."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.localization import _
from app.services.given import Given
from app.ui.check_in.speech import of_visit
from app.ui.referrals.given import words
from app.ui.referrals.given.referral_row import ReferralRow
from app.ui.referrals.given.slip_view import SlipView
from app.ui.theme import active


class SlipCard(SlipView):
    """`entered` carries the place of a service and its `Outcome`; `turner_asked` the row.

    `void_asked`, `restore_asked`, `again_asked` and `reprint_asked` are about the slip as a whole.
    """

    entered = Signal(int, object)
    turner_asked = Signal(object)
    void_asked = Signal()
    restore_asked = Signal()
    again_asked = Signal()
    reprint_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.given: Given | None = None
        self.rows: list[ReferralRow] = []
        self._today = date.min
        self.void.clicked.connect(self.void_asked)
        self.again.clicked.connect(self.again_asked)
        self.reprint.clicked.connect(self.reprint_asked)
        self.voided.acted.connect(self.restore_asked)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self._retranslate()

    def show_slip(self, one: Given | None, today: date) -> None:
        """This one, or none; where it is the same as before the keyboard stays."""
        before, here = self.given, QApplication.focusWidget()
        same = one is not None and before is not None and one.slip.id == before.slip.id
        inside = here is not None and self.isAncestorOf(here)
        self.given, self._today = one, today
        if not same:
            self._rebuild()
        self._retranslate()
        if inside and _is_void(before) != _is_void(one):
            self.begin()

    def begin(self) -> None:
        """The keyboard on the first service of which nothing was heard, else on the first."""
        waiting = [row for row in self.rows if row.states.isEnabled() and not row.states.chosen()]
        if _is_void(self.given):
            self.voided.action.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.rows:
            (waiting or self.rows)[0].begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.void_asked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _rebuild(self) -> None:
        for row in self.rows:
            self.inner.removeWidget(row)
            row.hide()
            row.deleteLater()
        told = self.given.told if self.given is not None else ()
        self.rows = [ReferralRow(one) for one in told]
        for row in self.rows:
            self.inner.addWidget(row)
            row.entered.connect(partial(self.entered.emit, row.told.referral.part))
            row.turner_asked.connect(partial(self.turner_asked.emit, row))
        stops: list[QWidget] = [self.void, self.voided.action]
        stops += [stop for row in self.rows for stop in row.stops()]
        for before, stop in pairwise([*stops, self.again, self.reprint]):
            self.setTabOrder(before, stop)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What the keyboard reaches is in view, once what has just appeared has its place."""
        if new is not None and self.page.isAncestorOf(new):
            QTimer.singleShot(0, self, self._bring_focused)

    def _bring_focused(self) -> None:
        here: QWidget | None = self.page.focusWidget()
        if here is not None and here.hasFocus():
            self.area.ensureWidgetVisible(here, 0, active().space(16))

    def _retranslate(self) -> None:
        one = self.given
        self.retranslate()
        self.show_any(one is not None)
        if one is None:
            return
        for row, told in zip(self.rows, one.told, strict=True):
            row.show_told(told)
            row.setEnabled(not _is_void(one))
        self.heading.setText(one.number)
        self.about.setText(self._about(one))
        self._show_state(one)

    def _about(self, one: Given) -> str:
        given = words.given_line(one, self._today)
        if one.visit is None:
            return f"{given}."
        return _("{given}, for {visit}.", given=given, visit=of_visit(one.visit))

    def _show_state(self, one: Given) -> None:
        void = _is_void(one)
        self.voided.setVisible(void)
        self.voided.set_kind("danger", "circle-x")
        restore = _("Restore") if one.may_change else ""
        self.voided.set_content(
            _("This slip is void: {reason}", reason=words.void_line(one)),
            _("It counts nowhere."),
            restore,
        )
        self.moved.setVisible(one.moved)
        self.void.setVisible(one.may_change and not void)
        self.again.setEnabled(bool(one.again))
        self.reprint.setVisible(one.whole)
        self.why_not.setVisible(not one.again)


def _is_void(one: Given | None) -> bool:
    return one is not None and one.slip.void_reason is not None
