"""A new recovery code for the file that is open, by its administrator."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from app.domain.errors import Refused
from app.localization import _
from app.ui.sign_in.code_page import CodePage
from app.ui.sign_in.reading import tab_in_reading_order
from app.ui.sign_in.step_page import StepPage
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.password_field import PasswordField
from app.ui.worker import Worker

WIDE, HIGH = 91, 27
Renew = Callable[[str], str]


class AskPage(StepPage):
    """Asks for one's own password; `made` carries the new code."""

    made = Signal(str)

    def __init__(self, worker: Worker, renew: Renew) -> None:
        super().__init__(worker, Submit(_make, _making), _title, _lead)
        self._renew, self.password = renew, PasswordField()
        self.password.set_leading_icon("key-round")
        self.password.edited.connect(self._on_edited)
        self.content.addWidget(self.password)
        self._restyle()
        self._retranslate()
        self._on_edited()

    def first_field(self) -> QWidget:
        return self.password

    def start(self) -> None:
        renew, password = self._renew, self.password.text()
        self.work(lambda: renew(password), self._made)

    def refuse(self, refused: Refused) -> None:
        if refused.code == "sign_in_wrong":
            self.submit.wait(refused)
            self.password.set_error(_wrong())
            self.password.setFocus()
            self.password.edit.selectAll()
        else:
            super().refuse(refused)

    def leave_words(self) -> tuple[str, str]:
        return _("Cancel"), "Esc"

    def _made(self, code: str) -> None:
        self.password.edit.clear()
        self.made.emit(code)

    def _on_edited(self) -> None:
        self.password.set_error(None)
        self.submit.set_ready(bool(self.password.text()))

    def _retranslate(self) -> None:
        super()._retranslate()
        self.password.set_label(_("Your password"))
        if self.password.error():
            self.password.set_error(_wrong())


class NewCodeDialog(QDialog):
    """`renew` takes one's own password and runs on the worker; shown with `open()`.

    `made` when there is a new code: it stands there once, and only who says that it is on paper
    leaves it without a warning.
    """

    made = Signal()

    def __init__(
        self, worker: Worker, renew: Renew, clock: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._worker, self._clock = worker, clock
        self.ask = AskPage(worker, renew)
        self.code: CodePage | None = None
        self._pages = QStackedLayout(self)
        self.ask.made.connect(self._show_code)
        self.ask.left.connect(self.reject)
        self.ask.back.connect(self.reject)
        self._show_page(self.ask)
        self._take_size()
        self._retranslate()

    def reject(self) -> None:
        """Esc, Cancel and the window's own cross; not while the code is made or may be lost."""
        if not self.ask.submit.busy and (self.code is None or self.code.may_close()):
            super().reject()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show_code(self, code: str) -> None:
        self.code = CodePage(self._worker, self._clock, code)
        self.code.kept.connect(self.accept)
        self._show_page(self.code)
        self.made.emit()

    def _show_page(self, page: StepPage) -> None:
        """Language and help are the window's own affair."""
        page.languages.hide()
        page.helper.hide()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        tab_in_reading_order(page)
        page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_size(self) -> None:
        theme, room = active(), self.screen().availableGeometry()
        self.resize(min(theme.chars(WIDE), room.width()), min(theme.units(HIGH), room.height()))

    def _retranslate(self) -> None:
        self.setWindowTitle(_("New recovery code"))


def _title() -> str:
    return _("New recovery code")


def _lead() -> str:
    return _(
        "It opens the file when your password is forgotten. "
        "The code before it then opens nothing any more."
    )


def _make() -> str:
    return _("Make a new code")


def _making() -> str:
    return _("Making the code…")


def _wrong() -> str:
    return _("This is not your password.")
