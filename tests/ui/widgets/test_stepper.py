"""A small number with its minus and plus."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.widgets.stepper import Stepper
from tests.ui.conftest import Shown


@pytest.fixture
def stepper(shown: Shown) -> Stepper:
    stepper = Stepper()
    shown(stepper)
    stepper.resize(stepper.sizeHint())
    return stepper


def _click(stepper: Stepper, share: float) -> None:
    place = QPoint(round(stepper.width() * share), stepper.height() // 2)
    QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=place)


def test_clicks_on_the_ends_count(stepper: Stepper) -> None:
    _click(stepper, 0.9)
    _click(stepper, 0.9)
    assert stepper.value() == 3
    _click(stepper, 0.1)
    assert stepper.value() == 2


def test_right_to_left_the_plus_is_left(stepper: Stepper) -> None:
    stepper.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _click(stepper, 0.1)
    assert stepper.value() == 2


def test_arrows_count_and_the_range_holds(stepper: Stepper) -> None:
    QTest.keyClick(stepper, Qt.Key.Key_Up)
    assert stepper.value() == 2
    for _ in range(3):
        QTest.keyClick(stepper, Qt.Key.Key_Down)
    assert stepper.value() == 1
    stepper.step(100)
    assert stepper.value() == 60


def test_the_wheel_changes_nothing(stepper: Stepper) -> None:
    stepper.setValue(5)
    wheel = QWheelEvent(
        QPointF(5, 5),
        stepper.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stepper, wheel)
    assert stepper.value() == 5


def test_a_screen_reader_hears_the_number(stepper: Stepper, screen_reader: None) -> None:
    stepper.setValue(4)
    stepper.setAccessibleName("Persons")
    spoken = QAccessible.queryAccessibleInterface(stepper)
    assert spoken.text(QAccessible.Text.Name) == "Persons"
    assert spoken.valueInterface().currentValue() == 4
    assert spoken.valueInterface().maximumValue() == 60
