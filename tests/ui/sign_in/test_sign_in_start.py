import subprocess
import sys

HEAVY = {"alembic", "argon2", "babel", "psycopg", "reportlab", "sqlalchemy", "sqlcipher3"}
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app import settings
from app.ui.sign_in import Place, SignInWindow
from app.ui.theme import install
from app.ui.worker import Worker
application = QApplication([])
install(application)
worker = Worker()
for page in ("choose", "sign_in"):
    window = SignInWindow(worker, settings.read(), Place(Path(), "server" * (page == "sign_in")))
    window.show()
    window.grab()
worker.finish()
print(*{name.split(".")[0] for name in sys.modules}, "app.services" in sys.modules,
      "app.store" in sys.modules)
"""


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=120
    )
    loaded = set(run.stdout.split())
    assert not loaded & HEAVY
    assert "PySide6" in loaded
    assert "True" not in loaded
