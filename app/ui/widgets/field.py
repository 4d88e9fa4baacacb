"""A field: label above, editor in a box, what is wrong below."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.paint import box, painter_on


class FieldBox(QWidget):
    """The outline of an editor, with room for icons and buttons on both sides of it."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.row = QHBoxLayout(self)
        self.row.addWidget(editor, 1)
        self._wrong = False
        editor.setProperty("inside", "field")
        editor.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)
        self._restyle()

    @cached_property
    def _sign(self) -> Icon:
        """The icon of what is wrong, made when something first is."""
        sign = Icon("circle-alert", "danger")
        self.row.insertWidget(self.row.indexOf(self.editor) + 1, sign)
        return sign

    def set_wrong(self, wrong: bool) -> None:
        """Danger outline and icon."""
        self._wrong = wrong
        self._sign.setVisible(wrong)
        self.update()

    def add_leading(self, widget: QWidget) -> None:
        self.row.insertWidget(0, widget)

    def add_trailing(self, widget: QWidget) -> None:
        self.row.addWidget(widget)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), active().units(1.78))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), active().units(1.78))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, focused = active(), self.editor.hasFocus()
        able = self.editor.isEnabled()
        line = "danger" if self._wrong else "accent" if focused else "edge" if able else "border"
        fill = theme.color("surface" if able else "alternate")
        width = 2.0 if focused else 1.0
        with painter_on(self) as painter:
            box(painter, self.rect(), theme.space(5), fill, theme.color(line), width)

    def _restyle(self) -> None:
        theme = active()
        self.row.setContentsMargins(theme.space(8), 2, theme.space(8), 2)
        self.row.setSpacing(theme.space(8))


class EditorField(QWidget):
    """Any editor in a box, with its label above and a line of help or error below."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Label()
        self.label.setBuddy(editor)
        self.label.hide()
        self.box = FieldBox(editor)
        self._help, self._error = "", ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.label)
        self._column.addWidget(self.box)
        active().changed.connect(self._restyle)
        self._restyle()

    @cached_property
    def message(self) -> Label:
        """The line below, made when there is something to say."""
        message = Label("help", "dim", wraps=True)
        self._column.insertWidget(self._column.indexOf(self.box) + 1, message)
        return message

    def set_label(self, text: str) -> None:
        """The words above, which also name the editor."""
        self.label.setText(text)
        self.label.setVisible(bool(text))
        self.box.editor.setAccessibleName(text)

    def set_help(self, text: str) -> None:
        """A quiet line below, in place of which an error stands."""
        if text != self._help:
            self._help = text
            self._show_message()

    def set_error(self, text: str | None) -> None:
        """What is wrong, in a sentence; None when nothing is."""
        if (text or "") != self._error:
            self._error = text or ""
            self.box.set_wrong(bool(text))
            self._show_message()

    def error(self) -> str:
        return self._error

    def set_leading_icon(self, name: str) -> None:
        self.box.add_leading(Icon(name, "text"))

    def _show_message(self) -> None:
        text = self._error or self._help
        self.message.setText(text)
        self.message.set_tone("danger" if self._error else "dim")
        self.message.setVisible(bool(text))
        self.box.editor.setAccessibleDescription(text)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(4))


class Field(EditorField):
    """A line of text. `edited` with every change by hand, `entered` when Enter is pressed."""

    edited = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.edit = QLineEdit()
        super().__init__(self.edit, parent)
        self.edit.textEdited.connect(self.edited)
        self.edit.returnPressed.connect(self.entered)
        self.setFocusProxy(self.edit)

    def set_placeholder(self, text: str) -> None:
        """Grey words in the empty field; they name a field that has no label."""
        self.edit.setPlaceholderText(text)
        if not self.label.text():
            self.edit.setAccessibleName(text)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)
