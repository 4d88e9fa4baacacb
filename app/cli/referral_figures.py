"""`stats referrals`: referrals by authority and outcome, exact."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.asking import asked_by, asked_days
from app.cli.handing_out import ENDINGS, put, target
from app.cli.output import print_json, print_table, printed
from app.documents.csv import csv_text
from app.documents.statistics.account import internal_mark
from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.presets import Preset, presets
from app.domain.referral_figures import By, ReferralFigures, ReferralQuestion
from app.localization import _, _p
from app.words.referrals import Names, by_word, value_word

if TYPE_CHECKING:
    from app.services.unit import Desk

_FORMS: Final = ("table", "json", "csv")


def hand_out_referrals(desk: "Desk", arguments: Namespace) -> None:
    """Print the answer, or write it into the file that was named.

    Errors: `referrals_internal`, `referrals_form`, those of the question.
    """
    from app.documents.statistics.account import file_stem
    from app.services.referral_figures import figures, log_figures, names
    from app.services.target import check_target

    if not arguments.internal:
        raise Refused("referrals_internal")
    form = arguments.format or "table"
    if form not in _FORMS:
        raise Refused("referrals_form")
    out: Path | None = arguments.out
    question, to = _question(arguments, desk), None
    if out is not None:
        name = file_stem(question.period, internal=True, part="referrals")
        to = target(out, f"{name}.{ENDINGS.get(form, form)}")
        check_target(to)
    with desk.read() as unit:
        text = _text(figures(unit, question), form, names(unit))
        log_figures(unit, question, form)
    put(text, to, out)


def _question(arguments: Namespace, desk: "Desk") -> ReferralQuestion:
    days = asked_days(arguments)
    period = presets(local_day(desk.clock()))[days] if isinstance(days, Preset) else days
    by = asked_by(arguments) or ReferralQuestion(period).by
    return ReferralQuestion(period, by, tuple(arguments.location))


def _text(answer: ReferralFigures, form: str, names: Names) -> str:
    if form == "csv":
        rows = ((*line.values, line.referrals, "true") for line in answer.lines)
        return csv_text([*answer.by, "referrals", "internal"], rows)
    if form == "json":
        return printed(lambda: _print_json(answer))
    return printed(lambda: _print_table(answer, names))


def _print_json(answer: ReferralFigures) -> None:
    total: dict[str, int] = {"referrals": answer.portals}
    if answer.romaniportti is not None:
        total["romaniportti"] = answer.romaniportti
    period = answer.question.period
    print_json(
        {
            "from": period.first.isoformat(),
            "to": period.last.isoformat(),
            "internal": True,
            "rows": [
                {
                    **dict(zip(answer.by, line.values, strict=True)),
                    "referrals": line.referrals,
                }
                for line in answer.lines
            ],
            "total": total,
        }
    )


def _print_table(answer: ReferralFigures, names: Names) -> None:
    rows: list[list[object]] = [
        [
            *(
                value_word(by, value, names)
                for by, value in zip(answer.by, line.values, strict=True)
            ),
            line.referrals,
        ]
        for line in answer.lines
    ]
    by = answer.by or (By.LOCATION,)
    blank = [""] * (len(by) - 1)
    whole = _("Total") if answer.question.locations else _("The three portals")
    rows.append([whole, *blank, answer.portals])
    if answer.romaniportti is not None:
        rows.append([_("Romaniportti, apart"), *blank, answer.romaniportti])
    print(internal_mark())
    print_table([*map(by_word, by), _p("referral", "Referrals")], rows)
