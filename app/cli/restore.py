"""`restore`: a data folder from a backup."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from app.bootstrap import Place
from app.cli.options import password, user
from app.domain.days import local_day
from app.localization import _, _n, current
from app.services.backup import restore_backup

NAME = "restore"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Puts a backup into a folder that has no database, after opening and counting it, and "
        "prints how many visits are in it and of which day it is. User and password are those "
        "of the day of the backup."
    )


def add_arguments(parser: ArgumentParser) -> None:
    """Which backup, where to, and who opens it."""
    parser.add_argument("backup", type=Path, metavar="FILE", help=_("the backup"))
    parser.add_argument("--data", type=Path, metavar="FOLDER", help=_("where the file shall lie"))
    parser.add_argument("--user", metavar="NAME", help=_("who opens the backup"))


def run(arguments: Namespace) -> int:
    """Restore and say what came back."""
    folder = Place.named(arguments.data, None).folder
    about = restore_backup(arguments.backup, folder, user(arguments), password())
    day = current().full_date(local_day(about.made_at))
    print(
        _n(
            "{n} visit was restored, as of {day}.",
            "{n} visits were restored, as of {day}.",
            about.counts.visits,
            day=day,
        )
    )
    return 0
