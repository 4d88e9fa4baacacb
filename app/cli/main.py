"""Taking the words of the command line apart, running one, and telling what went wrong."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Final

from app import __version__, localization, report, settings
from app.cli import (
    backup,
    check,
    demo,
    directory,
    due,
    find,
    importing,
    log,
    restore,
    slip,
    staff,
    stats,
    tour,
    upgrade,
    visits,
)
from app.cli.options import add_language
from app.cli.word import Word
from app.domain.errors import Refused
from app.localization import LANGUAGES, _
from app.store.trouble import told
from app.words.sentences import sentence

WORDS: Final[tuple[Word, ...]] = (
    demo,
    tour,
    find,
    due,
    slip,
    directory,
    stats,
    visits,
    importing,
    check,
    log,
    backup,
    restore,
    staff,
    upgrade,
)
DONE, REFUSED, INTERRUPTED = 0, 1, 130


def main(words: Sequence[str]) -> int:
    """Run the word that stands first; 0 done, 1 refused or not possible, 2 wrong use."""
    localization.use(_language(words))
    try:
        arguments = _parser().parse_args(words)
    except SystemExit as end:
        return int(end.code or DONE)
    return _run(arguments)


def _language(words: Sequence[str]) -> str:
    """The language to speak, looked for before anything is said."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--language", nargs="?")
    named = parser.parse_known_args(words)[0].language
    if named in LANGUAGES:
        return str(named)
    return settings.read().language or settings.first_language()


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="kotoportti",
        allow_abbrev=False,
        description=_(
            "Counts visits at the portal locations. Without a word the window opens; it takes "
            "--data, --database, --user and --language."
        ),
    )
    parser.add_argument("--version", action="version", version=f"Kotoportti {__version__}")
    found = parser.add_subparsers(metavar=_("WORD"), required=True)
    for word in WORDS:
        _add(
            word,
            found.add_parser(
                word.NAME, help=word.summary(), description=word.summary(), allow_abbrev=False
            ),
        )
    return parser


def _add(word: Word, parser: ArgumentParser) -> None:
    add_language(parser)
    word.add_arguments(parser)
    parser.set_defaults(run=word.run)


def _run(arguments: Namespace) -> int:
    try:
        with told():
            code: int = arguments.run(arguments)
            sys.stdout.flush()
        return code
    except Refused as refused:
        print(sentence(refused), file=sys.stderr)
    except BrokenPipeError:
        # Whoever read has seen enough; without this Python complains once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        print(
            _(
                "This is a fault of the program. What happened stands, without "
                "personal data, in {path}",
                path=report.write(error),
            ),
            file=sys.stderr,
        )
    return REFUSED
