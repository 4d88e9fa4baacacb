import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.domain.errors import Refused
from app.ui.worker import Worker
from tests.workers import DirectWorker


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.finish()


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


def refuse() -> None:
    raise Refused("disk_full")


def test_a_job_is_done_elsewhere_and_its_answer_comes_home(
    qtbot: QtBot, worker: Worker, owner: QObject
) -> None:
    answers: list[tuple[bool, bool]] = []
    here = threading.current_thread()
    worker.run(
        owner,
        lambda: threading.current_thread() is here,
        lambda same: answers.append((same, QThread.isMainThread())),
    )
    assert answers == []
    qtbot.waitUntil(lambda: answers == [(False, True)])


def test_jobs_are_done_in_order(qtbot: QtBot, worker: Worker, owner: QObject) -> None:
    done: list[int] = []
    answers: list[int] = []

    def job(n: int) -> int:
        done.append(n)
        return n

    for n in range(50):
        worker.run(owner, partial(job, n), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert done == answers == list(range(50))


def test_of_one_ticket_only_the_last_answer_is_told(
    qtbot: QtBot, worker: Worker, owner: QObject
) -> None:
    answers: list[str] = []
    for text in ("a", "ab", "abc"):
        worker.run(owner, partial(str, text), answers.append, ticket="find")
    worker.run(owner, lambda: "other", answers.append, ticket="today")
    worker.run(owner, lambda: "end", answers.append)
    qtbot.waitUntil(lambda: "end" in answers)
    assert answers == ["abc", "other", "end"]


def test_the_ticket_of_one_owner_is_not_that_of_another(
    qtbot: QtBot, worker: Worker, owner: QObject
) -> None:
    answers: list[str] = []
    other = QObject()
    worker.run(owner, lambda: "one", answers.append, ticket="find")
    worker.run(other, lambda: "other", answers.append, ticket="find")
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["one", "other"]


def test_whoever_is_gone_is_told_nothing(qtbot: QtBot, worker: Worker, owner: QObject) -> None:
    answers: list[str] = []
    gone = QObject()
    worker.run(gone, lambda: "for nobody", answers.append)
    worker.run(owner, lambda: "end", answers.append)
    Shiboken.delete(gone)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["end"]


def test_a_refusal_goes_to_whoever_asked_to_be_told(
    qtbot: QtBot, worker: Worker, owner: QObject
) -> None:
    told: list[Refused] = []
    with qtbot.assertNotEmitted(worker.refused):
        worker.run(owner, refuse, lambda _value: None, told.append)
        qtbot.waitUntil(lambda: bool(told))
    assert told[0].code == "disk_full"


def test_a_refusal_that_nobody_asked_for_is_told_to_all(
    qtbot: QtBot, worker: Worker, owner: QObject
) -> None:
    with qtbot.waitSignal(worker.refused) as told:
        worker.run(owner, refuse, lambda _value: None)
    assert told.args[0].code == "disk_full"


def test_a_bug_leaves_a_report_and_the_next_job_is_done(
    qtbot: QtBot, worker: Worker, owner: QObject
) -> None:
    answers: list[str] = []
    with qtbot.waitSignal(worker.broken) as told:
        worker.run(owner, lambda: str(1 / 0), answers.append)
    assert "ZeroDivisionError" in Path(told.args[0]).read_text("utf-8")
    worker.run(owner, lambda: "next", answers.append)
    qtbot.waitUntil(lambda: answers == ["next"])


def test_whoever_wrote_is_told_of_a_bug_too(qtbot: QtBot, worker: Worker, owner: QObject) -> None:
    told: list[Refused] = []
    with qtbot.waitSignal(worker.broken):
        worker.run(owner, lambda: 1 / 0, print, broke=told.append)
    qtbot.waitUntil(lambda: [refused.code for refused in told] == ["fault"])


def test_what_failed_is_told_even_when_its_owner_has_gone(
    qtbot: QtBot, worker: Worker, owner: QObject
) -> None:
    worker.run(owner, refuse, print)
    Shiboken.delete(owner)
    with qtbot.waitSignal(worker.refused):
        pass
    gone = QObject()
    worker.run(gone, lambda: 1 / 0, print)
    Shiboken.delete(gone)
    with qtbot.waitSignal(worker.broken):
        pass


def test_finish_does_first_what_waits(worker: Worker, owner: QObject) -> None:
    done: list[int] = []
    for n in range(20):
        worker.run(owner, partial(done.append, n), lambda _value: None)
    worker.finish()
    assert done == list(range(20))


def test_a_direct_worker_answers_at_once(owner: QObject) -> None:
    worker, answers, told = DirectWorker(), list[str](), list[Refused]()
    worker.run(owner, lambda: "now", answers.append)
    worker.run(owner, refuse, lambda _value: None, told.append)
    assert answers == ["now"]
    assert [refused.code for refused in told] == ["disk_full"]


def test_it_rests_when_the_last_answer_is_home_and_what_follows_from_it(
    qtbot: QtBot, worker: Worker, owner: QObject
) -> None:
    answers: list[bool] = []

    def then_another(_value: None) -> None:
        worker.run(owner, lambda: None, lambda _value: answers.append(worker.resting))

    assert worker.resting
    with qtbot.waitSignal(worker.rested):
        worker.run(owner, lambda: None, then_another)
        assert not worker.resting
    assert answers == [True]
    assert worker.resting


def test_after_the_end_nothing_is_done(qapp: QApplication) -> None:
    worker, done = Worker(), list[int]()
    worker.finish()
    worker.run(worker, lambda: 1, done.append)
    assert worker.resting
    assert done == []
