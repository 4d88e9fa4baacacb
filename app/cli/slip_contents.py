"""What stands on a slip beside its services: options of the word `slip`."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import datetime
from typing import Any, Final

from app.domain.slip import BRING, Coming
from app.localization import _

_COMING: Final = {"walk-in": Coming.WALK_IN, "book": Coming.BOOK}


def add_contents(parser: ArgumentParser) -> None:
    """The matter, what to bring, when and how to come, an interpreter, a name."""
    parser.add_argument(
        "--matter", default="", metavar="TOPIC", help=_("in general words, as housing")
    )
    parser.add_argument(
        "--bring",
        nargs="+",
        choices=BRING,
        default=[],
        metavar="THING",
        help=_("what to bring: {things}", things=", ".join(BRING)),
    )
    coming = parser.add_mutually_exclusive_group()
    coming.add_argument(
        "--appointment",
        type=_time,
        metavar="TIME",
        help=_("when the visitor is expected, as 2026-11-24T10:30"),
    )
    coming.add_argument(
        "--coming",
        choices=_COMING,
        default="",
        help=_("without an appointment, or one is to be booked first"),
    )
    interpreter = parser.add_mutually_exclusive_group()
    interpreter.add_argument(
        "--interpreter",
        default="",
        metavar="CODE",
        help=_("the language of the interpreter that is booked"),
    )
    interpreter.add_argument(
        "--ask-interpreter",
        action="store_true",
        help=_("the visitor asks for an interpreter when booking"),
    )
    parser.add_argument(
        "--named",
        action="store_true",
        help=_("print the visitor's name, read as a line from standard input; it is not stored"),
    )


def contents(arguments: Namespace) -> dict[str, Any]:
    """The same as parts of a wish. A name on the command line would stay in its history."""
    return {
        "matter": arguments.matter,
        "bring": tuple(arguments.bring),
        "appointment": arguments.appointment,
        "coming": _COMING.get(arguments.coming, Coming.UNSAID),
        "interpreter": arguments.interpreter,
        "ask_interpreter": arguments.ask_interpreter,
        "name": _read_name() if arguments.named else "",
    }


def _time(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or "T" not in text or at.tzinfo is not None:
        raise ArgumentTypeError(_("“{text}” is not a time such as 2026-11-24T10:30", text=text))
    return at


def _read_name() -> str:
    if sys.stdin.isatty():
        print(_("Name on the slip: "), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()
