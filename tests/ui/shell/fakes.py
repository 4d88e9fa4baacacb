"""Tabs that do nothing but can be looked at, and languages that nobody speaks."""

import gettext
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import localization
from app.localization import N_, Words
from app.ui.action import Action
from app.ui.tab import Tab, Workplace


class Page(QWidget):
    """A field, a button, and the keys that reach the page."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []
        self.field, self.button = QLineEdit(), QPushButton("button")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.text())
        super().keyPressEvent(event)


class FakeTab(Tab):
    """Counts how often it was shown and what was done in it."""

    def __init__(self, name: str, caption: str, number: int, workplace: Workplace) -> None:
        self.page = Page()
        super().__init__(self.page)
        self.name, self.caption, self.number = name, caption, number
        self.icon = "users"
        self.workplace = workplace
        self.times_shown = 0
        self.done: list[str] = []

    def actions(self) -> list[Action]:
        return [
            Action("count", N_("Count sheep"), lambda: self.done.append("count"), "Ctrl+D", "hash"),
            Action("rest", N_("Rest"), lambda: self.done.append("rest"), enabled=lambda: False),
        ]

    def shown(self) -> None:
        self.times_shown += 1
        self.page.setFocus()

    def panes(self) -> list[QWidget]:
        return [self.page.field, self.page.button]


def fake_tabs(workplace: Workplace) -> list[Tab]:
    """Check-in everywhere, clients only where clients may be asked, statistics everywhere."""
    tabs: list[Tab] = [FakeTab("check_in", N_("Check-in"), 1, workplace)]
    if workplace.location.code != "romaniportti":
        tabs.append(FakeTab("clients", N_("Clients"), 2, workplace))
    return [*tabs, FakeTab("statistics", N_("Statistics"), 5, workplace)]


class Invented(gettext.NullTranslations):
    """A catalog that has a translation of everything."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        super().__init__()
        self._translate = translate

    def gettext(self, message: str) -> str:
        return self._translate(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._translate(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self._translate(message)


def speak_invented(monkeypatch: pytest.MonkeyPatch, translate: Callable[[str], str]) -> None:
    """From the next switch on every language is made by `translate`."""
    monkeypatch.setattr(
        localization, "words", lambda language: Words(language, Invented(translate))
    )


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, wherever the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def texts(window: QWidget) -> set[str]:
    """All that is written or read out in a window."""
    found: set[str] = set()
    parts = [part for part in window.findChildren(QWidget) if part.isVisibleTo(window)]
    for widget in (window, *parts):
        found |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLineEdit):
            found.add(widget.placeholderText())
    return found - {""}
