"""`directory`: the services of the region and who is responsible, one module a second word."""

from argparse import ArgumentParser, Namespace
from typing import Final

from app.cli.directory import exporting, importing, listing, responsible, search, show
from app.cli.options import add_language
from app.cli.word import Word
from app.localization import _

NAME: Final = "directory"
WORDS: Final[tuple[Word, ...]] = (listing, search, show, responsible, exporting, importing)


def summary() -> str:
    """What the word does and prints."""
    return _("The services of the region, and who is responsible for whom.")


def add_arguments(parser: ArgumentParser) -> None:
    """The words of its own, each with its options."""
    found = parser.add_subparsers(metavar=_("WHAT"), required=True)
    for word in WORDS:
        text = word.summary()
        own = found.add_parser(word.NAME, help=text, description=text, allow_abbrev=False)
        add_language(own)
        word.add_arguments(own)
        own.set_defaults(act=word.run)


def run(arguments: Namespace) -> int:
    """Do what the second word says."""
    code: int = arguments.act(arguments)
    return code
