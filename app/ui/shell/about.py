"""What this program is, its version and its licence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import __version__
from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Button
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label


class About(QDialog):
    """Closes with Esc or Enter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name, self.version = Label("name"), Label("help", "dim")
        self.what = Label(wraps=True)
        self.licence = Label("help", "dim", wraps=True)
        self.close_button = Button(filled=True)
        self.close_button.clicked.connect(self.accept)
        self._arrange()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        theme = active()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.version)
        head = QHBoxLayout()
        head.setSpacing(theme.space(12))
        head.addWidget(Icon("mark", "accent", 2.2))
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(20),) * 4)
        column.setSpacing(theme.space(12))
        column.addLayout(head)
        column.addWidget(self.what)
        column.addWidget(self.licence)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(theme.chars(60))
        self.close_button.setDefault(True)

    def _retranslate(self) -> None:
        self.setWindowTitle(_("About Kotoportti"))
        self.name.setText("Kotoportti")
        self.version.setText(_("Version {version}, Qt {qt}", version=__version__, qt=qVersion()))
        self.what.setText(_("For the info points of newly arrived people in the Jakobstad region."))
        self.licence.setText(
            _(
                "Free software under the European Union Public Licence 1.2. "
                "Icons: Lucide (ISC). Letters: Noto Sans (OFL)."
            )
        )
        self.close_button.set_texts(_("Close"), "Esc")
