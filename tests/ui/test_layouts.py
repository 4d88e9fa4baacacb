"""No layout is asked for its items.

What `QLayout.itemAt` gives is kept by Python as long as the layout is there. Qt frees an item with
the widget that it places. Something else then stands at the same address, Python takes it for the
item, and the program falls over when that goes too.
"""

import subprocess
import sys
from pathlib import Path

import app.ui

ASKED = ".itemAt("
TOASTS_AND_LISTS = """
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.ui import theme
from app.ui.widgets.toast import ToastStack

application = theme.new_application()
theme.install(application, "light", 100)
page, rows = QWidget(), QListWidget()
stack = ToastStack(page)
for _turn in range(50):
    toast = stack.show_toast("Visit recorded")
    assert stack.toasts() == [toast]
    toast.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _row in range(20):
        rows.addItem(QListWidgetItem("Tigrinya"))
    rows.clear()
"""


def test_a_list_takes_the_place_of_toasts_that_left_and_the_program_stands() -> None:
    command = [sys.executable, "-c", TOASTS_AND_LISTS]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_no_part_of_the_window_asks_a_layout_for_its_items() -> None:
    files = list(Path(app.ui.__file__).parent.rglob("*.py"))
    assert len(files) > 100
    assert [path.name for path in files if ASKED in path.read_text("utf-8")] == []
