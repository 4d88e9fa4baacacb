"""The unfinished form, kept in the store a moment after each change, and brought back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.services import drafts
from app.services.drafts import Draft
from app.services.unit import Unit
from app.ui.runner import Runner

PAUSE_MS = 300


class Drafting(QObject):
    """Keeps what `current` answers: the form as a draft, or None when it is empty."""

    def __init__(
        self, runner: Runner, current: Callable[[], Draft | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._current = current
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.keep)

    def soon(self) -> None:
        """Keep the form when the hand rests."""
        self._timer.start()

    def rest(self) -> None:
        """The form was recorded, which forgets its draft."""
        self._timer.stop()

    def keep(self) -> None:
        """Keep the form as it is now, or forget the draft of an empty one."""
        self._timer.stop()
        draft = self._current()

        def job(unit: Unit) -> None:
            if draft is None:
                drafts.forget(unit)
            else:
                drafts.save(unit, draft)

        self._runner.write(self, job)

    def bring_back(self, show: Callable[[Draft], None]) -> None:
        """Hand the draft that was left here to `show`, if there is one."""

        def found(draft: Draft | None) -> None:
            if draft is not None:
                show(draft)

        self._runner.read(self, drafts.load, found)
