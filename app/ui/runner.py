"""Units of work for the window: each a job of the worker, and who reads anew afterwards."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.ui.worker import Failed, Worker

if TYPE_CHECKING:
    from app.services.unit import Changes, Desk, Unit

T = TypeVar("T")


class Runner(QObject):
    """The desk as the window uses it: `read` and `write` come back at once, the answer later.

    `changed` carries the `Changes` of every write and who asked for it (None: another program).
    """

    changed = Signal(object, object)

    def __init__(self, desk: "Desk", worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.worker = worker

    def read(
        self,
        owner: QObject,
        job: "Callable[[Unit], T]",
        done: Callable[[T], None],
        failed: Failed | None = None,
        ticket: str = "",
    ) -> None:
        """Ask something of the store."""

        def work() -> T:
            with self.desk.read() as unit:
                return job(unit)

        self.worker.run(owner, work, done, failed, ticket)

    def write(
        self,
        owner: QObject,
        job: "Callable[[Unit], T]",
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        broke: Failed | None = None,
    ) -> None:
        """Change something in the store; `done` and `changed` follow when it is on disk."""

        def work() -> "tuple[T, Changes]":
            with self.desk.write() as unit:
                value = job(unit)
            return value, unit.changes

        def finished(answer: "tuple[T, Changes]") -> None:
            value, changes = answer
            if done is not None:
                done(value)
            if changes:
                self.changed.emit(changes, owner)

        self.worker.run(owner, work, finished, failed, broke=broke)
