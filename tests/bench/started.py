"""A program of its own that starts a window, says when it is ready, and ends.

`program FOLDER`: the sign-in, until the first key has reached its password field.
`bare`: a window with five tabs and a table, until the first key has reached the table.
`signed_in FOLDER`: the sign-in and, as soon as it is painted, the password; until the first
question that the window asks the store is answered. It says which modules are loaded by then.
`query FOLDER FILE`: loads the modules that FILE names and asks the same without a window.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.application import Program


def ready(more: str = "") -> None:
    """Say so and end at once."""
    print("ready", more, flush=True)
    os._exit(0)


def program(folder: str) -> None:
    from app.ui.application import run

    def type_password(program: "Program") -> None:
        assert program.sign_in is not None
        _type_when_painted(program.sign_in, _password)

    _after_sign_in_is_shown(type_password)
    run(Path(folder), None, None, None)


def bare() -> None:
    from PySide6.QtWidgets import QApplication, QTableWidget, QTabWidget

    application = QApplication(sys.argv[:1])
    tabs, table = QTabWidget(), QTableWidget(20, 5)
    for number in range(5):
        tabs.addTab(QTableWidget() if number else table, f"Tab {number}")
    tabs.resize(800, 600)
    tabs.show()
    _type_when_painted(tabs, lambda: table)
    application.exec()


def signed_in(folder: str) -> None:
    from app.ui import application
    from app.ui.first_paint import FirstPaint
    from app.ui.sign_in.sign_in_page import SignInPage
    from tests.desks import FIRST

    def enter(program: "Program") -> None:
        assert program.sign_in is not None
        page = program.sign_in.page()
        assert isinstance(page, SignInPage)
        page.password.edit.setText(FIRST.password)
        FirstPaint(program.sign_in).done.connect(page.start)

    def answered(program: "Program", around: object, location: str) -> None:
        ready(" ".join(sorted(sys.modules)))

    setattr(application.Program, "_open", answered)  # noqa: B010
    _after_sign_in_is_shown(enter)
    application.run(Path(folder), None, None, None)


def query(folder: str, modules: str) -> None:
    for name in Path(modules).read_text().split():
        with suppress(ImportError):
            import_module(name)
    from app.services.sign_in import sign_in
    from app.ui.shell.surroundings import surroundings
    from tests.desks import FIRST, WORKSTATION

    desk = sign_in(Path(folder), FIRST.login, FIRST.password, WORKSTATION)
    with desk.read() as unit:
        surroundings(unit)
    ready()


def _after_sign_in_is_shown(then: Callable[["Program"], None]) -> None:
    from app.ui.application import Program

    show = Program.show_sign_in

    def shown(program: Program) -> None:
        show(program)
        then(program)

    setattr(Program, "show_sign_in", shown)  # noqa: B010


def _type_when_painted(window: "QWidget", field: Callable[[], "QWidget"]) -> None:
    """Once `window` is painted, press a key in `field`; when it has arrived there, all is ready."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
    from PySide6.QtGui import QKeyEvent

    class Typist(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                window.removeEventFilter(self)
                target = field()
                target.installEventFilter(self)
                press, plain = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
                key = QKeyEvent(press, Qt.Key.Key_A, plain, "a")
                QCoreApplication.postEvent(target, key)
            elif event.type() == QEvent.Type.KeyPress:
                watched.removeEventFilter(self)
                watched.event(event)
                ready()
            return False

    window.installEventFilter(Typist(window))


def _password() -> "QWidget":
    """The field that has the keys; it must be the one for the password."""
    from PySide6.QtWidgets import QApplication, QLineEdit

    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    return field


WHAT: dict[str, Callable[..., None]] = {
    "program": program,
    "bare": bare,
    "signed_in": signed_in,
    "query": query,
}

if __name__ == "__main__":
    WHAT[sys.argv[1]](*sys.argv[2:])
