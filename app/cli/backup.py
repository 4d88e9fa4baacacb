"""`backup`: one file that restores the store."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from app.cli.options import add_sign_in, open_desk
from app.localization import _, _n
from app.services.backup import back_up

NAME = "backup"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Writes the encrypted database and its keys into one file, opens that again and counts, "
        "and prints how many visits are in it. Others may go on recording meanwhile."
    )


def add_arguments(parser: ArgumentParser) -> None:
    """Which store, and where to."""
    add_sign_in(parser)
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE",
        help=_("the backup; an older backup of that name is replaced"),
    )


def run(arguments: Namespace) -> int:
    """Make the backup and say what it holds."""
    with open_desk(arguments) as desk:
        about = back_up(desk, arguments.to.absolute())
    print(_n("{n} visit is in the backup.", "{n} visits are in the backup.", about.counts.visits))
    return 0
