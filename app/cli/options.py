"""The options that words share, and signing in with them."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app import bootstrap, settings
from app.bootstrap import Place
from app.domain.errors import Refused
from app.localization import LANGUAGES, _

if TYPE_CHECKING:
    from app.services.unit import Desk

PASSWORD: Final = "KOTOPORTTI_PASSWORD"


def add_language(parser: ArgumentParser) -> None:
    """`--language`: what the program speaks, else as this workstation or the system has it."""
    parser.add_argument("--language", choices=LANGUAGES, help=_("language of what is printed"))


def add_place(parser: ArgumentParser) -> None:
    """`--data` or `--database`: where the store lies."""
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--data", type=Path, metavar="FOLDER", help=_("folder of the encrypted file")
    )
    place.add_argument(
        "--database", metavar="URL", help=_("shared server, as postgresql://server/database")
    )


def add_sign_in(parser: ArgumentParser) -> None:
    """Where the store lies and who signs in, for words that open it."""
    add_place(parser)
    parser.add_argument(
        "--user",
        metavar="NAME",
        help=_("who signs in; the password comes from {variable} or the prompt", variable=PASSWORD),
    )


def add_format(parser: ArgumentParser, *more: str) -> None:
    """`--format`: a table for people, JSON for programs, and what else a word offers."""
    parser.add_argument(
        "--format",
        choices=("table", "json", *more),
        default="table",
        help=_("table for people (the default), json for programs"),
    )


def place_of(arguments: Namespace) -> Place:
    """Where the options say that the store lies."""
    return Place.named(arguments.data, arguments.database)


@contextmanager
def open_desk(arguments: Namespace) -> Iterator["Desk"]:
    """The store of the options with the person signed in; closed when the block ends.

    Errors: `user_missing`, `password_missing`, and those of signing in.
    """
    login = user(arguments)
    desk = bootstrap.open_desk(place_of(arguments), login, password())
    try:
        yield desk
    finally:
        desk.store.close()


def user(arguments: Namespace) -> str:
    """Who signs in: as named, else who did last at this workstation. Errors: `user_missing`."""
    login: str = arguments.user or settings.read().login
    if not login:
        raise Refused("user_missing")
    return login


def password(variable: str = PASSWORD) -> str:
    """A password from the environment or the prompt; it never stands among the arguments.

    Errors: `password_missing` with neither the variable nor a terminal.
    """
    given = os.environ.get(variable)
    return given if given is not None else typed(_("Password: "), variable)


def typed(prompt: str, variable: str) -> str:
    """What is typed unseen at the prompt. Errors: `password_missing` without a terminal."""
    if not sys.stdin.isatty():
        raise Refused("password_missing", variable=variable)
    from getpass import getpass

    return getpass(prompt)
