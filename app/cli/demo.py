"""`demo`: a demonstration database of invented people, clients and visits."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date

from app import bootstrap
from app.cli import progress
from app.cli.options import add_place, place_of
from app.localization import _, _n
from app.services.demo import CLIENTS, SEED, VISITS, Wish

NAME = "demo"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Makes a demonstration database of invented people, clients and visits, the same for the "
        "same seed, and prints how many visits and clients are in it. The user demo has every "
        "role, and clerk, adviser, supervisor, administrator and auditor one each; each password "
        "is the user name."
    )


def add_arguments(parser: ArgumentParser) -> None:
    """Where, how much, and from which seed and day."""
    add_place(parser)
    parser.add_argument(
        "--visits",
        type=_amount,
        default=VISITS,
        metavar="N",
        help=_("how many visits ({number} unless said)", number=VISITS),
    )
    parser.add_argument(
        "--clients",
        type=_amount,
        default=CLIENTS,
        metavar="N",
        help=_("how many clients ({number} unless said)", number=CLIENTS),
    )
    parser.add_argument(
        "--seed", type=int, default=SEED, metavar="S", help=_("another seed, other visits")
    )
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        metavar="DATE",
        help=_("the last day of the visits, as 2026-11-24 (today unless said)"),
    )


def run(arguments: Namespace) -> int:
    """Make the demonstration; a database that is there already is refused."""
    wish = Wish(arguments.visits, arguments.seed, arguments.today, arguments.clients)
    bootstrap.create_demo(place_of(arguments), wish, _progress_of(wish)).store.close()
    print(
        _n(
            "{n} visit is in the demonstration.",
            "{n} visits are in the demonstration.",
            wish.visits,
        )
    )
    print(
        _n(
            "{n} client is in the demonstration.",
            "{n} clients are in the demonstration.",
            wish.clients,
        )
    )
    return 0


def _progress_of(wish: Wish) -> Callable[[int], None]:
    return lambda done: progress.show(done, wish.visits)


def _amount(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ArgumentTypeError(_("“{given}” is no amount", given=text))
    return number
