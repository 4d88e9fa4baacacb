"""What a module must have to be a word of the command line."""

from argparse import ArgumentParser, Namespace
from typing import Protocol


class Word(Protocol):
    """The shape of a word's module; `app.cli` says what each part is."""

    @property
    def NAME(self) -> str:  # noqa: N802 - it is a constant in the module
        """The word as it is typed."""

    def summary(self) -> str:
        """What it does and what it prints, in the language in use."""

    def add_arguments(self, parser: ArgumentParser, /) -> None:
        """Add the word's own options."""

    def run(self, arguments: Namespace, /) -> int:
        """Do it; the exit code."""
