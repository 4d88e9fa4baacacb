"""A form scrolls to where one types, and to what is said of it."""

from functools import partial

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.settings.panes import Form
from app.ui.settings.texts import one_line


def is_seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_what_is_wrong_is_said_in_view(qtbot: QtBot) -> None:
    form, fields = Form(), [one_line() for _number in range(12)]
    qtbot.addWidget(form)
    form.add(*fields)
    form.resize(400, 250)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    for field in fields:
        field.edit.setFocus()
        field.set_error("There is no such day.")
        qtbot.waitUntil(partial(is_seen, field.message))
