"""`directory list`: the services of the region."""

from argparse import ArgumentParser, Namespace
from typing import Final

from app.cli.directory.narrowing import add_narrowing, print_found
from app.localization import _

NAME: Final = "list"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Prints the services in their order: id, name, kind, organisation, municipality, whether "
        "it is open now, and what is to be noted, such as that its hours are not known."
    )


def add_arguments(parser: ArgumentParser) -> None:
    add_narrowing(parser)


def run(arguments: Namespace) -> int:
    return print_found(arguments, "")
