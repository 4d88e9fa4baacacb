"""The answer to a question about a step of the path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

Words = Callable[[], str]


class Answer(QWidget):
    """The answer to one question or a few; `names` are the fields of the step that it fills.

    `edited` follows what a person does. `state` is what stands there, right or wrong, so that
    nothing typed is lost.
    """

    edited = Signal()
    names: tuple[str, ...] = ()

    def put(self, values: Mapping[str, Any]) -> None:
        """Show the values of a step."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """What is answered. Errors: what cannot be understood."""
        raise NotImplementedError

    def state(self) -> Any:
        """What stands there."""
        raise NotImplementedError

    def restore(self, state: Any) -> None:
        """Let stand what stood there."""
        raise NotImplementedError

    def question(self) -> str:
        """What is asked, in the language in use."""
        return ""

    def told(self) -> str:
        """What is answered, in the language in use."""
        return ""

    def begin(self) -> None:
        """The keyboard here."""

    def set_error(self, text: str) -> None:
        """What is wrong, in a sentence; empty when nothing is."""

    def retranslate(self) -> None:
        """All texts in the language in use."""

    def load(self, today: date) -> None:
        """The day on which it is answered."""
