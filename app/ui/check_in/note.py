"""The note: one short line, opened by a key, with a word of warning below it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.line import clean_line
from app.domain.visit import NOTE_MAX
from app.localization import _, _n
from app.ui.widgets.button import Link
from app.ui.widgets.field import Field


class NoteRow(QWidget):
    """A link that becomes a field. `changed` with every letter, `left` when Enter or Esc ends it.

    `turned` when one takes the place of the other, which is not as high.
    More than 200 characters can be typed and pasted, so that nothing is lost; the line below says
    how many are too many.
    """

    changed = Signal()
    left = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link, self.field = Link(), Field()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.field)
        self.link.clicked.connect(self.open)
        self.field.edited.connect(self._on_edited)
        self.field.edit.installEventFilter(self)
        self._show_field(False)
        self.retranslate()

    def text(self) -> str:
        return clean_line(self.field.text())

    @property
    def is_open(self) -> bool:
        """Whether there is a field, with something in it or about to be."""
        return not self.field.isHidden()

    def put(self, text: str) -> None:
        self.field.set_text(text)
        self._show_field(bool(text))
        self._judge()

    def open(self) -> None:
        """Type here now."""
        self._show_field(True)
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.link.set_texts(_("Add a note"), "Ctrl M")
        self.field.set_placeholder(_("Note, one line"))
        self._judge()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc leave the field and keep what was typed; they mean nothing more here."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._leave()
            return True
        return super().eventFilter(watched, event)

    def _show_field(self, shown: bool) -> None:
        if shown == self.field.isHidden():
            self.turned.emit()
        self.link.setHidden(shown)
        self.field.setVisible(shown)

    def _on_edited(self) -> None:
        self._judge()
        self.changed.emit()

    def _leave(self) -> None:
        self.put(self.text())
        self.left.emit()

    def _judge(self) -> None:
        over = len(self.text()) - NOTE_MAX
        self.field.set_help(_("No health, belief or violence. At most 200 characters."))
        self.field.set_error(
            _n("{n} character too many.", "{n} characters too many.", over) if over > 0 else None
        )
