"""What a page of the settings is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.localization import _
from app.services.unit import Changes
from app.ui.settings.keeper import Failed, Keeper, Saved
from app.ui.sign_in.notice import Notice
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.words.sentences import sentence

Go = Callable[[], None]


class Page(QWidget):
    """One page: what it shows is read from the store, and nothing is written until Save.

    `edited` says that what is typed may differ from what is kept now, or no longer.
    `leave_asked` carries what to do once nothing unsaved would be lost by it.
    """

    edited = Signal()
    leave_asked = Signal(object)
    icon = ""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper, self.runner = keeper, keeper.runner
        self.saving = False
        self.lead, self.notice = Label("help", "dim", wraps=True), Notice()
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.lead)
        self.column.addWidget(self.notice)
        active().changed.connect(self._restyle)

    def caption(self) -> str:
        """What the page is called in the list of pages."""
        raise NotImplementedError

    def verb(self) -> str:
        """What Save is called here and now."""
        return _("Save")

    def concerns(self, changes: Changes) -> bool:
        """Whether what a write has changed is shown here."""
        raise NotImplementedError

    def read(self) -> None:
        """Show what is in the store now."""
        raise NotImplementedError

    def is_unsaved(self) -> bool:
        """Whether something is typed that is not in the store."""
        raise NotImplementedError

    def is_right(self) -> bool:
        """Whether what is typed can be saved."""
        raise NotImplementedError

    def write(self, then: Go) -> None:
        """Save what is typed, then go on."""
        raise NotImplementedError

    def forget(self) -> None:
        """Show what is kept in place of what was typed."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set all texts."""
        raise NotImplementedError

    def can_save(self) -> bool:
        return self.is_unsaved() and self.is_right() and not self.saving

    def begin(self) -> None:
        """A write is under way."""
        self.saving = True
        self.notice.tell(None)
        self.edited.emit()

    def ends(self, kept: Go, then: Go) -> tuple[Saved, Failed]:
        """What follows on a write: `kept` makes the typed the known, `then` goes on."""

        def saved() -> None:
            self.saving = False
            kept()
            self.edited.emit()
            then()

        return saved, self.refuse

    def refuse(self, refused: Refused) -> None:
        """Say in the page why nothing was saved."""
        self.saving = False
        self.notice.tell(lambda: sentence(refused))
        self.edited.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _restyle(self) -> None:
        theme = active()
        side = theme.space(16)
        self.column.setContentsMargins(side, theme.space(12), side, theme.space(12))
        self.column.setSpacing(theme.space(12))
