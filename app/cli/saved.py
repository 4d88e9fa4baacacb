"""The reports that are kept: which there are, and taking one away."""

from typing import TYPE_CHECKING

from app.cli.output import print_json, print_table
from app.domain.presets import Preset
from app.domain.saved_report import SavedReport
from app.localization import _, _p, current

if TYPE_CHECKING:
    from app.services.unit import Desk


def print_reports(desk: "Desk", form: str | None) -> None:
    """A line for each; JSON has what the options of `stats` are called."""
    from app.services.saved_reports import saved_reports

    with desk.read() as unit:
        reports = saved_reports(unit)
    if form == "json":
        print_json([_object(one) for one in reports])
        return
    head = (_p("report", "Name"), _("Period"), _("Breakdown"), _("Locations"))
    rows = [
        [one.name, _days(one), ", ".join(one.by), ", ".join(one.locations), one.form, _mode(one)]
        for one in reports
    ]
    print_table([*head, _p("report", "Form"), _p("report", "Numbers")], rows)


def forget(desk: "Desk", name: str) -> None:
    """Take one away. Errors: `report_unknown`."""
    from app.services.saved_reports import forget_report

    with desk.write() as unit:
        forget_report(unit, name)


def _object(report: SavedReport) -> dict[str, object]:
    days: dict[str, object] = {"period": report.days}
    if not isinstance(report.days, Preset):
        first, last = report.days.first, report.days.last
        days = {"from": first.isoformat(), "to": last.isoformat()}
    rest = {"by": list(report.by), "locations": list(report.locations), "format": report.form}
    rest["internal"] = report.internal
    return {"name": report.name, **days, **rest}


def _mode(report: SavedReport) -> str:
    return _p("report", "internal") if report.internal else _p("report", "public")


def _days(report: SavedReport) -> str:
    if isinstance(report.days, Preset):
        return report.days
    return "\N{EN DASH}".join(map(current().full_date, (report.days.first, report.days.last)))
