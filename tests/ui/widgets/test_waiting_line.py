"""The line of waiting."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app import localization
from app.ui.widgets.waiting_line import PATIENCE_MS, WaitingLine
from tests.ui.conftest import Shown


@pytest.fixture
def line(shown: Shown) -> WaitingLine:
    panel = QWidget()
    panel.resize(300, 200)
    shown(panel)
    return WaitingLine(panel)


def test_nothing_is_shown_for_a_tenth_of_a_second(line: WaitingLine) -> None:
    line.start()
    assert line.patience.isActive()
    assert line.patience.interval() == PATIENCE_MS == 100
    assert not line.isVisible()
    line.patience.timeout.emit()
    assert line.isVisible()


def test_data_in_time_show_nothing(line: WaitingLine) -> None:
    line.start()
    line.stop()
    assert not line.patience.isActive()
    assert not line.isVisible()


def test_it_goes_with_the_data(line: WaitingLine) -> None:
    line.start()
    line.patience.timeout.emit()
    line.stop()
    assert not line.isVisible()


def test_it_lies_at_the_top_of_its_panel(line: WaitingLine) -> None:
    line.start()
    line.patience.timeout.emit()
    assert (line.y(), line.height(), line.width()) == (1, 2, 298)
    line.window().resize(500, 200)
    assert line.width() == 498


def test_its_name_follows_the_language(line: WaitingLine) -> None:
    assert line.accessibleName() == localization._("Waiting for data")
    line.setAccessibleName("")
    QApplication.sendEvent(line, QEvent(QEvent.Type.LanguageChange))
    assert line.accessibleName() == localization._("Waiting for data")
