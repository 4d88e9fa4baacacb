"""The last visits: two quiet lines each; the row in focus offers to amend or void it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.visit import Visit
from app.localization import _
from app.ui.check_in.speech import Speech, clock_of
from app.ui.theme import active
from app.ui.widgets.button import Link

Index = QModelIndex | QPersistentModelIndex
TITLE, QUIET, CLOCK = (Qt.ItemDataRole.UserRole + n for n in range(3))


class VisitModel(QAbstractListModel):
    """Visits as rows of words."""

    def __init__(self) -> None:
        super().__init__()
        self.visits: Sequence[Visit] = ()
        self._speech: Speech | None = None

    def show(self, visits: Sequence[Visit], speech: Speech) -> None:
        self.beginResetModel()
        self.visits, self._speech = visits, speech
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.visits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._speech is None:
            return None
        visit = self.visits[index.row()]
        title, quiet = self._speech.topics(visit.facts), self._speech.quiet(visit)
        if visit.void_reason is not None:
            quiet = _("voided: {reason}", reason=self._speech.reason(visit.void_reason))
        clock = clock_of(visit)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return f"{clock}, {title}, {quiet}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return visit.facts.note or None
        return {TITLE: title, QUIET: quiet, CLOCK: clock}.get(role)


class VisitRows(QStyledItemDelegate):
    """Paints a visit: its time, its topics, and who came."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(active().chars(30), active().units(2.6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = active(), QRect(option.rect)
        painter.save()
        if index == self._view.currentIndex():
            painter.fillRect(rect, theme.color("accent_soft"))
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, rect, bar), theme.color("accent"))
        painter.setPen(theme.color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._words(painter, rect, option, index)
        painter.restore()

    def _words(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        theme = active()
        inner = rect.adjusted(theme.space(14), theme.space(4), -theme.space(14), -theme.space(4))
        column = theme.chars(6.5)
        clock = QRect(inner.left(), inner.top(), column, inner.height() // 2)
        top = QRect(clock.right(), inner.top(), inner.width() - column, inner.height() // 2)
        low = top.translated(0, inner.height() // 2)
        for place, role, font, ink in (
            (clock, CLOCK, "body", "dim"),
            (top, TITLE, "body", "text"),
            (low, QUIET, "help", "dim"),
        ):
            painter.setFont(theme.font(font))
            painter.setPen(theme.color(ink))
            shown = QStyle.visualRect(option.direction, rect, place)
            words = painter.fontMetrics().elidedText(
                str(index.data(role)), Qt.TextElideMode.ElideRight, shown.width()
            )
            aligned = QStyle.visualAlignment(
                option.direction,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            )
            painter.drawText(shown, aligned, words)


class LastVisits(QListView):
    """Visits, newest first. `amend_asked`, `void_asked` and `restore_asked` carry the visit."""

    amend_asked = Signal(object)
    void_asked = Signal(object)
    restore_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._visits = VisitModel()
        self.setModel(self._visits)
        self.setItemDelegate(VisitRows(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._amend, self._void, self._restore = Link(), Link(), Link()
        self.offer = self._offer()
        self.selectionModel().currentChanged.connect(self._place_offer)
        self.clicked.connect(self._place_offer)
        active().changed.connect(self.scheduleDelayedItemsLayout)
        self.retranslate()

    def show_visits(self, visits: Sequence[Visit], speech: Speech) -> None:
        """Show these; the row in focus stays on its visit."""
        here = self.current()
        self._visits.show(visits, speech)
        kept = [row for row, visit in enumerate(visits) if here and visit.id == here.id]
        if kept:
            self.setCurrentIndex(self._visits.index(kept[0]))
        self._place_offer()

    def current(self) -> Visit | None:
        """The visit in focus."""
        row = self.currentIndex().row()
        return self._visits.visits[row] if 0 <= row < len(self._visits.visits) else None

    def retranslate(self) -> None:
        self.setAccessibleName(_("Last visits"))
        self._amend.set_texts(_("Amend"), "Ctrl E")
        self._void.set_texts(_("Void"), "Del")
        self._restore.set_texts(_("Restore"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits belong to the form; arrows, Enter and Del to the list."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask(self.void_asked)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.amend_asked)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_offer()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_offer()

    def _ask(self, signal: Any) -> None:
        if (visit := self.current()) is not None:
            signal.emit(visit)

    def _offer(self) -> QWidget:
        offer = QFrame(self.viewport())
        offer.setProperty("panel", "offer")
        row = QHBoxLayout(offer)
        row.setContentsMargins(0, 0, 0, 0)
        for link, signal in (
            (self._amend, self.amend_asked),
            (self._void, self.void_asked),
            (self._restore, self.restore_asked),
        ):
            row.addWidget(link)
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            link.clicked.connect(lambda _checked=False, signal=signal: self._ask(signal))
        offer.hide()
        return offer

    def _place_offer(self) -> None:
        visit = self.current()
        self.offer.setVisible(visit is not None)
        if visit is None:
            return
        voided = visit.void_reason is not None
        self._amend.setHidden(voided)
        self._void.setHidden(voided)
        self._restore.setVisible(voided)
        self.offer.setFixedHeight(active().units(1.25))
        self.offer.adjustSize()
        row = self.visualRect(self.currentIndex())
        place = QRect(0, 0, self.offer.width(), self.offer.height())
        place.moveBottomRight(row.bottomRight() - self._margin())
        self.offer.move(QStyle.visualRect(self.layoutDirection(), row, place).topLeft())

    def _margin(self) -> QPoint:
        return QPoint(active().space(8), active().space(1))
