"""`directory search`: services by words in Finnish, Swedish or English."""

from argparse import ArgumentParser, Namespace
from typing import Final

from app.cli.directory.narrowing import add_narrowing, print_found
from app.localization import _

NAME: Final = "search"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Prints the services that have all the words, best first, as list does. Words may be in "
        "Finnish, Swedish or English, begun or nearly right; ä, a and ae are the same."
    )


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="+", metavar="TEXT", help=_("words, as skattekort"))
    add_narrowing(parser)


def run(arguments: Namespace) -> int:
    return print_found(arguments, " ".join(arguments.text))
