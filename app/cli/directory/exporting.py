"""`directory export`: the services in a form that other programs read."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

from app.cli.options import add_sign_in, open_desk
from app.localization import _

NAME: Final = "export"
FORMS: Final = ("hsds",)


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Writes all services as Open Referral HSDS 3.0 JSON, services.json in a folder or a file "
        "of a name that ends in .json, and prints its name. There is nothing of visits or slips "
        "in it."
    )


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--to", required=True, choices=FORMS, help=_("the form"))
    parser.add_argument("place", type=Path, metavar="FOLDER", help=_("the folder or file"))
    add_sign_in(parser)


def run(arguments: Namespace) -> int:
    from app.services.directory_exchange import export_hsds

    with open_desk(arguments) as desk:
        print(export_hsds(desk, arguments.place))
    return 0
