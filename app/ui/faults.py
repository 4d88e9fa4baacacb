"""Bugs: a report is written, the program goes on, and the window says so."""

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal


class Faults(QObject):
    """Takes what no slot has caught; `reported` carries the path of the report."""

    reported = Signal(str)

    def install(self) -> None:
        """Take what Python cannot hand to anybody else, from now on."""
        sys.excepthook = self.take

    def take(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        """Write a report; an interruption by the person at the terminal is none."""
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, where)
            return
        from app import report

        try:
            path = str(report.write(error.with_traceback(where)))
        except OSError:
            path = ""
        self.reported.emit(path)
