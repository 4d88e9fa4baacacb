import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.ui.garbage import Garbage
from app.ui.worker import Worker


class Ring:
    """Garbage: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


def litter() -> None:
    for _ in range(20 * gc.get_threshold()[0]):
        Ring()


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    owner = QObject()
    yield Garbage(owner)
    Shiboken.delete(owner)
    assert gc.isenabled()


def test_what_the_store_litters_is_collected_by_the_window(qtbot: QtBot, garbage: Garbage) -> None:
    worker, threads = Worker(), set[str]()

    def hear(phase: str, about: dict[str, int]) -> None:
        threads.add(threading.current_thread().name)

    gc.callbacks.append(hear)
    try:
        worker.run(worker, litter, lambda _nothing: None)
        qtbot.waitUntil(lambda: worker.resting)
        assert threads == set()
        before = len(gc.get_objects())
        garbage.collect()
    finally:
        gc.callbacks.remove(hear)
        worker.finish()
    assert threads == {threading.main_thread().name}
    assert len(gc.get_objects()) < before - 10 * gc.get_threshold()[0]
