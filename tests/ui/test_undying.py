import subprocess
import sys

import app.ui  # noqa: F401 - what it does when it is loaded is tested
from app.ui.undying import CONSTANTS, keep_constants

MANY_CALLS = """
import app.ui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(300_000):
    thing.setObjectName("")
"""


def test_calls_that_return_nothing_do_not_use_up_none() -> None:
    done = subprocess.run([sys.executable, "-c", MANY_CALLS], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_no_constant_can_be_used_up() -> None:
    counts = [sys.getrefcount(constant) for constant in CONSTANTS]
    assert min(counts) > 1 << 28
    keep_constants()
    assert [sys.getrefcount(constant) >> 40 for constant in CONSTANTS] == [n >> 40 for n in counts]
