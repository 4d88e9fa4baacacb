"""`find`: clients by any spelling of a name, by birth, number, telephone or reference."""

from argparse import ArgumentParser, Namespace
from typing import Final

from app.cli.find import answer, card
from app.cli.options import add_format, add_sign_in, open_desk
from app.domain.client import Why
from app.localization import _, _p
from app.words.clients import why_word

NAME: Final = "find"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Prints the clients that may be meant, best first, with the reason: a name in any script "
        "and spelling, its parts in any order, a birth date or year, a client number, a telephone "
        "number or a Koto-AJ reference. The search is logged, without its text. With --open the "
        "record of one client."
    )


def add_arguments(parser: ArgumentParser) -> None:
    """What to look for, or whose record to open and for what."""
    add_sign_in(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("text", nargs="?", metavar="TEXT", help=_("as Yusuf 1990, or 040 123 4567"))
    what.add_argument(
        "--open",
        dest="number",
        type=int,
        metavar=_p("client", "NUMBER"),
        help=_("print the record of the client with this number"),
    )
    reasons = ", ".join(f"{why} ({why_word(why)})" for why in Why)
    parser.add_argument(
        "--why",
        choices=[why.value for why in Why],
        metavar="REASON",
        help=_("for what it is opened: {reasons}", reasons=reasons),
    )
    add_format(parser)


def run(arguments: Namespace) -> int:
    """Look clients up, or open one."""
    with open_desk(arguments) as desk:
        if arguments.number is not None:
            card.print_card(desk, arguments)
        else:
            answer.print_answer(desk, arguments)
    return 0
