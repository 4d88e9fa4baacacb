"""One thread that works in order, so that the window never waits for the disk.

Answers come home by one queued signal; an answer whose owner is gone, or that a newer question of
the same owner and ticket has overtaken, is dropped.
What was refused or broken is told all the same, but for a question that was overtaken.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from app.domain.errors import Refused

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")
Failed = Callable[[Refused], None]


class _Answer(NamedTuple):
    """What a job has brought: a value or an error, and who is told."""

    owner: QObject
    ticket: tuple[int, str, int] | None
    value: Any
    error: BaseException | None
    done: Callable[[Any], None]
    failed: Failed
    broke: Failed | None


class Worker(QObject):
    """Runs jobs one after the other on a thread of its own.

    `refused` carries a `Refused` that nobody asked to be told, `broken` the path of the report of
    a bug, `rested` follows the last answer that was waited for.
    """

    refused = Signal(object)
    broken = Signal(str)
    rested = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._tickets: dict[tuple[int, str], int] = {}
        self._awaited = 0
        self._finished = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def resting(self) -> bool:
        """Whether every answer has come home."""
        return not self._awaited

    def run(
        self,
        owner: QObject,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        ticket: str = "",
        broke: Failed | None = None,
    ) -> None:
        """Do `job` on the thread, then `done` or `failed` on the window's.

        A bug is told by `broken` and then, as a `fault`, to `broke`: nothing is in the store.
        With a `ticket`, a later question of the same owner and ticket makes this one's answer void.
        After `finish` the store is closed and nothing is done any more.
        """
        if self._finished:
            return
        self._awaited += 1
        self._thread().submit(
            self._work,
            owner,
            self._number(owner, ticket),
            job,
            done,
            failed or self.refused.emit,
            broke,
        )

    def finish(self) -> None:
        """Do what is waiting, then end the thread."""
        self._finished = True
        if self._pool is not None:
            self._pool.shutdown(wait=True)

    def _thread(self) -> ThreadPoolExecutor:
        """The thread, made when there is something to do: nothing is before the first paint."""
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(1, thread_name_prefix="store")
        return self._pool

    def _number(self, owner: QObject, ticket: str) -> tuple[int, str, int] | None:
        if not ticket:
            return None
        key = (id(owner), ticket)
        self._tickets[key] = self._tickets.get(key, 0) + 1
        return (*key, self._tickets[key])

    def _work(
        self,
        owner: QObject,
        ticket: tuple[int, str, int] | None,
        job: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Failed,
        broke: Failed | None,
    ) -> None:
        value, error = None, None
        try:
            value = job()
        except Exception as raised:
            error = raised
        if isValid(self):
            self._answered.emit(_Answer(owner, ticket, value, error, done, failed, broke))

    def _deliver(self, answer: _Answer) -> None:
        self._awaited -= 1
        self._hand_over(answer)
        if self.resting:
            self.rested.emit()

    def _hand_over(self, answer: _Answer) -> None:
        here = isValid(answer.owner) and not self._overtaken(answer.ticket)
        if answer.error is None:
            if here:
                answer.done(answer.value)
        elif not isinstance(answer.error, Refused):
            self._report(answer, here)
        elif here:
            answer.failed(answer.error)
        elif answer.ticket is None:
            self.refused.emit(answer.error)

    def _report(self, answer: _Answer, here: bool) -> None:
        from app import report

        assert answer.error is not None
        self.broken.emit(str(report.write(answer.error)))
        if here and answer.broke is not None:
            answer.broke(Refused("fault"))

    def _overtaken(self, ticket: tuple[int, str, int] | None) -> bool:
        return ticket is not None and self._tickets[ticket[:2]] != ticket[2]
