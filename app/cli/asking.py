"""What `stats` is asked: by options, or by the name of a saved report."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from app.domain.errors import Refused
from app.domain.figures import Dimension
from app.domain.periods import Period
from app.domain.presets import Preset
from app.domain.referral_figures import By
from app.localization import _

if TYPE_CHECKING:
    from app.domain.saved_report import SavedReport
    from app.services.unit import Desk

_NAMED: Final = tuple(preset for preset in Preset if preset is not Preset.FREE)


def add_question(parser: ArgumentParser) -> None:
    """`--from` and `--to`, `--period` or `--report`; `--location`, `--by`, `--save-as`."""
    days = parser.add_mutually_exclusive_group()
    days.add_argument("--from", dest="first", type=_day, metavar="DATE", help=_("the first day"))
    days.add_argument(
        "--period", choices=_NAMED, help=_("a period that goes with the calendar, not days")
    )
    days.add_argument("--report", metavar="NAME", help=_("a saved report, once more"))
    parser.add_argument("--to", dest="last", type=_day, metavar="DATE", help=_("the last day"))
    parser.add_argument(
        "--location",
        action="append",
        default=[],
        metavar="CODE",
        help=_("only this portal location; may stand several times"),
    )
    parser.add_argument(
        "--by",
        type=_dimensions,
        default=(),
        metavar="LIST",
        help=_("one or several, with commas: {names}", names=", ".join(Dimension)),
    )
    parser.add_argument(
        "--save-as", metavar="NAME", help=_("keep what is asked as a report that runs again")
    )


def asked(arguments: Namespace, desk: "Desk") -> "SavedReport":
    """What the options ask, kept under a name if they say so.

    Errors: `days_missing`, `period_backwards`, `report_unknown`, those of `save_report`.
    """
    from app.domain.saved_report import SavedReport
    from app.services.saved_reports import save_report, saved_report

    if arguments.report is not None:
        with desk.read() as unit:
            kept = saved_report(unit, arguments.report)
        internal = arguments.internal or (kept.internal and not arguments.public)
        return replace(kept, internal=internal)
    report = SavedReport(
        arguments.save_as or "",
        asked_days(arguments),
        tuple(map(Dimension, _known(arguments.by, Dimension))),
        tuple(arguments.location),
        arguments.format or "table",
        arguments.internal,
    )
    if arguments.save_as is not None:
        with desk.write() as unit:
            save_report(unit, report)
    return report


def asked_by(arguments: Namespace) -> tuple[By, ...]:
    """What referrals are to be counted by. Errors: `dimension_not_here`."""
    return tuple(map(By, _known(arguments.by, By)))


def _known(names: Sequence[str], kind: type[Dimension] | type[By]) -> Sequence[str]:
    """The names, which all belong to what is counted."""
    for name in names:
        if name not in list(kind):
            raise Refused("dimension_not_here", given=name, names=", ".join(kind))
    return names


def asked_days(arguments: Namespace) -> Preset | Period:
    """From when to when. Errors: `days_missing`, `period_backwards`."""
    if arguments.period is not None:
        return Preset(arguments.period)
    if arguments.first is None or arguments.last is None:
        raise Refused("days_missing")
    return Period(arguments.first, arguments.last)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“{text}” is not a day such as 2026-11-24", text=text)) from None


def _dimensions(text: str) -> tuple[str, ...]:
    """Names that visits or referrals can be counted by."""
    found = tuple(name.strip() for name in text.split(","))
    if not set(found) <= {*Dimension, *By}:
        names = ", ".join(Dimension)
        raise ArgumentTypeError(_("“{text}” is not of: {names}", text=text, names=names))
    return found
