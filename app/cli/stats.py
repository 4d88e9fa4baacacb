"""`stats`: visits and persons of a period, by whatever is asked."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

from app.cli.asking import add_question, asked
from app.cli.handing_out import hand_out, hand_out_rows, take_corrections
from app.cli.options import add_format, add_sign_in, open_desk
from app.cli.referral_figures import hand_out_referrals
from app.cli.saved import forget, print_reports
from app.domain.errors import Refused
from app.domain.referral_figures import By
from app.localization import _

NAME: Final = "stats"
FIGURES, ROWS, REPORTS, CORRECTIONS = "figures", "rows", "reports", "corrections"
REFERRALS: Final = "referrals"


def summary() -> str:
    return _(
        "Prints how many visits and persons there were from one day to another, both counted. "
        "Romaniportti is a line of its own and in no sum. Weekdays are 1 (Monday) to 7; topic is "
        "the main topic. A visit counts once in each of its topics (any_topic) and outcomes, so "
        "that these do not add up to the total. xlsx and pdf are files, with charts, tables and "
        "what they mean, and the name of the file is printed. Public figures are of whole months "
        "that are over, by location, month, quarter or year, and one of topic, language, "
        "municipality, channel, outcome, or weekday,hour; how many of them are hidden is printed."
    )


def add_arguments(parser: ArgumentParser) -> None:
    add_sign_in(parser)
    parser.add_argument(
        "what",
        nargs="?",
        choices=(FIGURES, ROWS, REPORTS, CORRECTIONS, REFERRALS),
        default=FIGURES,
        help=_(
            "rows: the visits one by one, without notes, into a file (csv or xlsx), internal; "
            "Romaniportti only if it is named. reports: the saved reports. corrections: let the "
            "public numbers of these years be handed out anew, as they are counted now. referrals: "
            "the referrals of slips handed over on these days, internal, by: {names}",
            names=", ".join(By),
        ),
    )
    add_question(parser)
    parser.add_argument("--forget", metavar="NAME", help=_("take a saved report away"))
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument(
        "--public",
        action="store_true",
        help=_("small numbers hidden, for everybody (the default)"),
    )
    mode.add_argument(
        "--internal", action="store_true", help=_("exact numbers, for use within the unit only")
    )
    add_format(parser, "csv", "xlsx", "pdf")
    # Which form was asked for, if any: a saved report has its own.
    parser.set_defaults(format=None)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=_("write to this file; in a folder the file gets a name that says what is in it"),
    )


def run(arguments: Namespace) -> int:
    with open_desk(arguments) as desk:
        if arguments.forget is not None:
            forget(desk, arguments.forget)
        elif arguments.what == REPORTS:
            print_reports(desk, arguments.format)
        elif arguments.what == CORRECTIONS:
            take_corrections(desk, asked(arguments, desk))
        elif arguments.what == REFERRALS:
            hand_out_referrals(desk, arguments)
        elif arguments.what == ROWS:
            report = asked(arguments, desk)
            if not report.internal:
                raise Refused("public_rows")
            hand_out_rows(desk, report, arguments.format or report.form, arguments.out)
        else:
            report = asked(arguments, desk)
            hand_out(desk, report, arguments.format or report.form, arguments.out)
    return 0
