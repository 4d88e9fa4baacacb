"""What becomes of slips that were handed over, by their numbers: options of the word `slip`."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any, Final

from app.cli.output import print_table
from app.domain.errors import Refused
from app.domain.referral import ENTERED, IssuedSlip, Outcome, State, Why
from app.localization import _, _p, current
from app.words.directory import in_use
from app.words.referrals import state_word, why_word

if TYPE_CHECKING:
    from app.services.unit import Desk, Unit

_ACTS: Final = ("show", "outcome", "void", "restore", "reprint")


def add_life(parser: ArgumentParser, what: Any) -> None:
    """Options with the number of a slip; `what` is the group of which one must be given."""
    number = _p("slip", "NUMBER")
    what.add_argument("--show", metavar=number, help=_("say what has come of a slip"))
    what.add_argument(
        "--outcome", metavar=number, help=_("keep what came of a slip: --state and its options")
    )
    what.add_argument("--void", metavar=number, help=_("let a slip count nowhere: --reason"))
    what.add_argument("--restore", metavar=number, help=_("let a voided slip count again"))
    what.add_argument(
        "--reprint",
        action="append",
        metavar="ID",
        help=_("the slips in people's hands that name this service, as when it has moved"),
    )
    parser.add_argument(
        "--state", choices=[one.value for one in ENTERED], help=_("what came of the slip")
    )
    parser.add_argument(
        "--part", type=int, metavar="N", help=_("which of the services on the slip, from 1")
    )
    parser.add_argument("--by", metavar="ID", help=_("the service that turned the visitor away"))
    parser.add_argument(
        "--why", choices=[one.value for one in Why], help=_("why the visitor was turned away")
    )
    parser.add_argument("--reason", default="", metavar="TEXT", help=_("why the slip is void"))


def is_asked(arguments: Namespace) -> bool:
    """Whether this is about a slip that was handed over."""
    return any(getattr(arguments, act) is not None for act in _ACTS)


def live(desk: "Desk", arguments: Namespace) -> None:
    """Do what is asked and print how the slip, or the slips to reprint, stand."""
    if arguments.reprint is not None or arguments.show is not None:
        with desk.read() as unit:
            _print(unit, _found(unit, arguments))
        return
    with desk.write() as unit:
        number = _change(unit, arguments)
    with desk.read() as unit:
        from app.services.referrals import find

        _print(unit, [find(unit, number)])


def _found(unit: "Unit", arguments: Namespace) -> list[IssuedSlip]:
    from app.services import directory
    from app.services.referrals import find, to_reprint

    if arguments.show is not None:
        return [find(unit, arguments.show)]
    return to_reprint(unit, [directory.service(unit, one).id for one in arguments.reprint])


def _change(unit: "Unit", arguments: Namespace) -> str:
    from app.services import referrals

    if arguments.void is not None:
        return referrals.void(unit, arguments.void, arguments.reason).number
    if arguments.restore is not None:
        return referrals.restore(unit, arguments.restore).number
    if arguments.state is None:
        raise Refused("outcome_missing")
    why = Why(arguments.why) if arguments.why else None
    outcome = Outcome(State(arguments.state), arguments.by, why)
    return referrals.enter(unit, arguments.outcome, outcome, arguments.part).number


def _print(unit: "Unit", slips: list[IssuedSlip]) -> None:
    from app.services import directory

    kinds = directory.category_names()
    names = {one.id: one.name for one in directory.services(unit)}
    rows: list[list[object]] = []
    for slip in slips:
        for one, state in zip(slip.referrals, slip.states(unit.today), strict=True):
            said = _p("slip", "Void") if slip.void_reason is not None else state_word(state)
            why = why_word(one.outcome.why) if one.outcome.why else ""
            day = current().full_date(slip.day)
            target = in_use(names[one.target] if one.target else kinds[one.category])
            rows.append([slip.number, day, str(one.part), target, said, why])
    head = (_p("slip", "Number"), _p("slip", "Handed over"), _p("slip", "Part"))
    print_table((*head, _("Service"), _p("referral", "What came of it"), _("Why")), rows)
