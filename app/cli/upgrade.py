"""`upgrade`: a shared database brought up to date by its owner."""

from argparse import ArgumentParser, Namespace
from typing import Final

from app.localization import _

NAME: Final = "upgrade"


def summary() -> str:
    return _(
        "Brings the database on a server to the tables of this program. The address has the name "
        "and the password of the database's owner, as when it was made. Keep a copy first: "
        "pg_dump. An encrypted file needs no such word: it is copied and brought up to date when "
        "somebody signs in."
    )


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--database",
        metavar="URL",
        required=True,
        help=_("shared server, as postgresql://owner:password@server/database"),
    )


def run(arguments: Namespace) -> int:
    from app.services.server import bring_up_to_date

    if bring_up_to_date(arguments.database):
        print(_("The database is up to date."))
    else:
        print(_("The database was up to date already."))
    return 0
