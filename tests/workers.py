"""A worker for tests of a single view."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from app.domain.errors import Refused
from app.ui.worker import Failed, Worker

T = TypeVar("T")


class DirectWorker(Worker):
    """Does every job at once, on the thread of the window."""

    def run(
        self,
        owner: QObject,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        ticket: str = "",
        broke: Failed | None = None,
    ) -> None:
        try:
            value = job()
        except Refused as refused:
            (failed or self.refused.emit)(refused)
        else:
            done(value)
