"""`directory responsible`: who assesses, plans, reviews, orients and trains."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Any, Final

from app.cli.options import add_format, add_sign_in, open_desk
from app.cli.output import print_json, print_table
from app.domain.errors import Refused
from app.domain.responsibility.values import Answer, Case, Group, Labour, Reading
from app.localization import _
from app.words.responsible import body_names, duty_word, reasons, remarks, source_words

NAME: Final = "responsible"
_OPEN: Final = "open"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Prints who is responsible for a person's assessment, plan, review, orientation and "
        "training, whether the wellbeing services county takes part and who is informed, with the "
        "lines of the programme and the sections of the Act, and flags where the programme is "
        "unclear. With --user, rows that the unit has decided are read as it reads them."
    )


def add_arguments(parser: ArgumentParser) -> None:
    """What is asked, and a decision of the unit."""
    add_sign_in(parser)
    parser.add_argument(
        "--municipality",
        metavar="CODE",
        help=_("where the person lives, as uusikaarlepyy; other for outside the region or none"),
    )
    parser.add_argument(
        "--labour", choices=[one.value for one in Labour], help=_("on the labour market")
    )
    parser.add_argument(
        "--group",
        nargs="+",
        action="extend",
        choices=[one.value for one in Group],
        default=[],
        metavar="GROUP",
        help=_("one or more of: {groups}", groups=", ".join(Group)),
    )
    parser.add_argument("--under-18", action="store_true", help=_("the person is not yet 18"))
    parser.add_argument(
        "--out-of-scope",
        action="store_true",
        help=_("an asylum seeker, somebody without a permit, or no immigrant"),
    )
    parser.add_argument(
        "--decide",
        nargs=2,
        metavar=("ROW", "READING"),
        help=_(
            "for a supervisor: how the unit reads a row that the programme leaves open, as "
            "D6 {readings}",
            readings="|".join((*Reading, _OPEN)),
        ),
    )
    add_format(parser)


def run(arguments: Namespace) -> int:
    """Keep a decision, or answer."""
    if arguments.decide:
        _decide(arguments)
        return 0
    from app.services.responsible import responsible

    answer = responsible(_case(arguments), _decided(arguments))
    if arguments.format == "json":
        print_json(_object(answer))
    else:
        _print_for_people(answer)
    return 0


def _case(arguments: Namespace) -> Case:
    """Whom it is about; out of scope it matters neither where the person lives nor works.

    Errors: `case_incomplete`.
    """
    municipality, labour = arguments.municipality, arguments.labour
    if arguments.out_of_scope:
        municipality, labour = municipality or "other", labour or Labour.NOT_JOBSEEKER
    if not municipality or not labour:
        raise Refused("case_incomplete")
    return Case(
        municipality,
        Labour(labour),
        frozenset(map(Group, arguments.group)),
        arguments.under_18,
        arguments.out_of_scope,
    )


def _decide(arguments: Namespace) -> None:
    from app.services.responsible import decide

    row, named = arguments.decide
    if named not in (*Reading, _OPEN):
        raise Refused("code_unknown", given=named[:40])
    with open_desk(arguments) as desk, desk.write() as unit:
        decide(unit, row, None if named == _OPEN else Reading(named))


def _decided(arguments: Namespace) -> Mapping[str, Reading]:
    """The unit's readings, for whom signs in."""
    if not arguments.user:
        return {}
    from app.services.responsible import decided_rows

    with open_desk(arguments) as desk, desk.read() as unit:
        return decided_rows(unit)


def _object(answer: Answer) -> dict[str, Any]:
    from app.services.responsible import bundled_table

    return {
        **{duty.value: list(charge.bodies) for duty, charge in answer.duties.items()},
        "wellbeing": answer.wellbeing is not None,
        "informed": list(answer.informed),
        "rows": list(answer.rows),
        "reasons": list(reasons(bundled_table(), answer)),
        "flags": [flag.value for flag in answer.flags],
    }


def _print_for_people(answer: Answer) -> None:
    from app.services.responsible import bundled_table

    table = bundled_table()
    charges = [(duty_word(duty), charge) for duty, charge in answer.duties.items()]
    if answer.wellbeing is not None:
        charges.append((_("Takes part"), answer.wellbeing))
    print_table(
        (_("What"), _("Who"), _("Why")),
        [
            (word, body_names(table, charge.bodies), source_words(charge.source))
            for word, charge in charges
        ],
    )
    for sentence in remarks(table, answer):
        print(sentence)
    print(_("Row of the table: {rows}", rows=", ".join(answer.rows)))
