"""`slip`: the paper that a visitor takes away, as a PDF file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app import settings
from app.cli.options import add_sign_in, open_desk
from app.cli.slip_contents import add_contents, contents
from app.cli.slip_life import add_life, is_asked, live
from app.cli.slip_said import add_discreet, ask_discreet, tell
from app.domain.errors import Refused
from app.domain.phrasebook import BESIDE
from app.domain.slip import Paper
from app.localization import _, _p, current

if TYPE_CHECKING:
    from app.services.slips import Issued
    from app.services.unit import Desk

NAME: Final = "slip"
_FIRST_LOCATION: Final = "pietarsaari"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Writes a slip in the visitor's language beside Finnish or Swedish, and prints the name "
        "of the file and the number of the slip. A language without phrases falls back to a near "
        "one or to English, which is said on standard error. Texts that no native speaker has "
        "read yet are printed only after a supervisor has switched their language on. What came "
        "of a slip is kept by its number, without a name."
    )


def add_arguments(parser: ArgumentParser) -> None:
    """Where to, in which language, on which paper, into which file."""
    add_sign_in(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--service",
        action="append",
        metavar="ID",
        help=_("a service of the directory, as edu-kvarnen; may be given again"),
    )
    what.add_argument("--switch-on", metavar="CODE", help=_("let a draft language be printed"))
    what.add_argument("--switch-off", metavar="CODE", help=_("no longer let it be printed"))
    what.add_argument(
        "--again",
        metavar=_p("slip", "NUMBER"),
        help=_("write a slip that was handed over once more, with its number and contents"),
    )
    add_life(parser, what)
    parser.add_argument("--lang", metavar="CODE", help=_("the visitor's language, as ar"))
    parser.add_argument(
        "--with",
        dest="beside",
        choices=BESIDE,
        help=_("the language beside it (Swedish where the program speaks it, else Finnish)"),
    )
    parser.add_argument(
        "--paper",
        choices=[one.value for one in Paper],
        default=Paper.A5.value,
        help=_("its size; large is large print on A4, receipt 80 mm wide"),
    )
    parser.add_argument(
        "--location", metavar="CODE", help=_("who refers (this workstation's location)")
    )
    parser.add_argument(
        "--client", type=UUID, metavar="ID", help=_("for this client, whose name is not printed")
    )
    add_contents(parser)
    add_discreet(parser)
    parser.add_argument("--out", type=Path, metavar="FILE", help=_("write to this file"))


def run(arguments: Namespace) -> int:
    """Write a slip, say or keep what became of one, or switch a language."""
    from app.services import phrases

    with open_desk(arguments) as desk:
        if arguments.service:
            _print(desk, arguments)
            return 0
        if arguments.again is not None:
            _print_again(desk, arguments)
            return 0
        if is_asked(arguments):
            live(desk, arguments)
            return 0
        with desk.write() as unit:
            code = arguments.switch_on or arguments.switch_off
            phrases.switch(unit, code, on=arguments.switch_on is not None)
    return 0


def _print(desk: "Desk", arguments: Namespace) -> None:
    from app.services.slips import SlipWish, print_slip

    if not arguments.lang or arguments.out is None:
        raise Refused("slip_incomplete")
    ask_discreet(desk, arguments)
    wish = SlipWish(
        services=tuple(dict.fromkeys(arguments.service)),
        language=arguments.lang,
        beside=arguments.beside or ("sv" if current().language == "sv" else "fi"),
        location=arguments.location or settings.read().location or _FIRST_LOCATION,
        paper=Paper(arguments.paper),
        client=arguments.client,
        **contents(arguments),
    )
    _say(print_slip(desk, wish, arguments.out), arguments.out)


def _print_again(desk: "Desk", arguments: Namespace) -> None:
    from app.services.slips_again import print_again

    if arguments.out is None:
        raise Refused("slip_file_missing")
    _say(print_again(desk, arguments.again, arguments.out), arguments.out)


def _say(printed: "Issued", out: Path) -> None:
    """Where it is and its number; on standard error what is special about it."""
    print(out)
    print(printed.number)
    tell(printed)
    if printed.invented:
        print(_("The opening hours are invented: this is a demonstration."))
