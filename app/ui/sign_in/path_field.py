"""A folder or a file of this computer, typed or chosen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.localization import _
from app.ui.widgets.button import Link
from app.ui.widgets.field import Field

Words = Callable[[], str]


class PathField(Field):
    """`label` gives its words; `filter_words` those of the file dialog, None for a folder.

    `changed` when another path stands there, typed or chosen.
    """

    changed = Signal()

    def __init__(
        self, label: Words, filter_words: Words | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label, self._filter = label, filter_words
        self.set_leading_icon("folder-open")
        self.choose = Link()
        self.choose.clicked.connect(self._ask)
        self.box.add_trailing(self.choose)
        self.edited.connect(self._on_edited)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self._label(), self.text())
        if self._filter is None:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilter(self._filter())
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        self.set_text(path)
        self._on_edited()

    def _on_edited(self) -> None:
        self.set_error(None)
        self.changed.emit()

    def _retranslate(self) -> None:
        self.set_label(self._label())
        self.choose.set_texts(_("Choose…"))
