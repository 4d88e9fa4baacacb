"""`python -m app` opens the window; with a word behind it, the command line.

Nothing but this is loaded before it is known which of the two it is.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

_TOLD = ("-h", "--help", "--version")


def main(words: Sequence[str] | None = None) -> int:
    """Open the window or run the word; the exit code."""
    given = sys.argv[1:] if words is None else words
    if given and (not given[0].startswith("-") or given[0] in _TOLD):
        from app.cli.main import main as run_word

        return run_word(given)
    return _open_window(given)


def _open_window(words: Sequence[str]) -> int:
    parser = ArgumentParser(prog="kotoportti", add_help=False, allow_abbrev=False)
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--data", type=Path, metavar="FOLDER")
    place.add_argument("--database", metavar="URL")
    parser.add_argument("--user", metavar="NAME")
    parser.add_argument("--language", choices=("fi", "sv", "en"))
    chosen = parser.parse_args(words)
    from app.ui.application import run

    return run(chosen.data, chosen.database, chosen.user, chosen.language)


if __name__ == "__main__":
    sys.exit(main())
