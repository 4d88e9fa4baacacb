import subprocess
import sys

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
