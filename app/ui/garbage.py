"""Python's garbage is collected on the window's thread alone.

Parts of the window that hold each other are garbage once they have gone. Python would collect them
on whichever thread happens to need memory; if that is the store's, it takes apart what Qt is using
at that moment, and the program falls over.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QObject):
    """Collects as often as Python would have, from now until it is deleted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self.destroyed.connect(gc.enable)

    def collect(self) -> None:
        """Collect the oldest generation that is due, and with it all younger ones."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
