"""What `slip` asks before a discreet slip, and what it says of the one that it made."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Final

from app.domain.errors import Refused
from app.domain.reference import Kind
from app.localization import _, _p, current
from app.words.directory import in_use

if TYPE_CHECKING:
    from app.services.slips import Issued
    from app.services.unit import Desk

_YES, _NO, _ASK = "yes", "no", "ask"
_ANSWERS: Final = (_ASK, _YES, _NO)


def add_discreet(parser: ArgumentParser) -> None:
    """The answer to what is asked of a service against violence."""
    parser.add_argument(
        "--discreet",
        choices=_ANSWERS,
        default=_ASK,
        help=_(
            "a service against violence stands on a discreet slip only, with a telephone and "
            "hours: yes makes it without asking, no makes none; without a terminal nobody is asked"
        ),
    )


def ask_discreet(desk: "Desk", arguments: Namespace) -> None:
    """Whether a paper is safe, where a service against violence stands on it.

    Errors: `slip_not_safe`, `service_unknown`.
    """
    from app.services import directory

    with desk.read() as unit:
        services = [directory.service(unit, one) for one in arguments.service]
    names = [in_use(one.name) for one in services if one.discreet]
    if names and not _is_safe(arguments.discreet, names):
        raise Refused("slip_not_safe", name=names[0])


def tell(issued: "Issued") -> None:
    """Where the paper is not in the language asked for, or leaves out what others say."""
    from app.services.chips import bundled_reference

    if issued.language != issued.wish.language:
        lists, words = bundled_reference(), current().language
        asked, printed = (
            lists.name(Kind.LANGUAGE, code, words)
            for code in (issued.wish.language, issued.language)
        )
        _say(
            _(
                "No texts in this language ({language}): printed in {other}.",
                language=asked,
                other=printed,
            )
        )
    if issued.discreet:
        _say(_("The slip is discreet: a telephone and hours, no name of a service or a person."))


def _is_safe(answer: str, names: list[str]) -> bool:
    if answer != _ASK or not sys.stdin.isatty():
        return answer != _NO
    _say(_("Is it safe to take a paper home? {name}", name=", ".join(names)))
    _say(_("The slip will say a telephone and hours only: no name of a service or a person."))
    print(_("Make a discreet slip? (y/n) "), end="", file=sys.stderr, flush=True)
    typed = sys.stdin.readline().strip().casefold()
    return typed[:1] == _p("answer", "y")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
