"""Reports that run again: kept in the store under their names, for all who may see statistics."""

from datetime import date
from typing import Any, Final

from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.figures import Dimension
from app.domain.periods import Period
from app.domain.presets import Preset
from app.domain.roles import Right
from app.domain.saved_report import SavedReport, checked_name
from app.services import statistics
from app.services.unit import Changes, Unit
from app.store.models import SettingRow

PREFIX: Final = "report:"


def saved_reports(unit: Unit) -> list[SavedReport]:
    """All of them, by their names. Errors: `no_right`."""
    unit.demand(Right.STATISTICS_PUBLIC)
    query = select(SettingRow).where(SettingRow.name.startswith(PREFIX, autoescape=True))
    found = [_unpacked(row.name, row.value) for row in unit.session.scalars(query)]
    return sorted(found, key=lambda report: report.name.casefold())


def saved_report(unit: Unit, name: str) -> SavedReport:
    """The one of this name. Errors: `no_right`, `report_unknown`."""
    found = next((one for one in saved_reports(unit) if one.name == name.strip()), None)
    if found is None:
        raise Refused("report_unknown", name=name[:40])
    return found


def save_report(unit: Unit, report: SavedReport) -> None:
    """Keep a report in place of the one of its name.

    Errors: `no_right`, `location_unknown`, those of `checked_name` and of the question itself.
    """
    unit.demand(Right.STATISTICS_INTERNAL)
    name = checked_name(report.name)
    statistics.asked_for(unit, report.question(unit.today).locations)
    unit.session.merge(SettingRow(name=PREFIX + name, value=_packed(report)))
    unit.log("report.save", ",".join(report.by) or "total")
    unit.changes |= Changes.SETTINGS


def forget_report(unit: Unit, name: str) -> None:
    """Take a report away. Errors: `no_right`, `report_unknown`."""
    unit.demand(Right.STATISTICS_INTERNAL)
    row = unit.session.get(SettingRow, PREFIX + saved_report(unit, name).name)
    unit.session.delete(row)
    unit.log("report.forget")
    unit.changes |= Changes.SETTINGS


def _packed(report: SavedReport) -> dict[str, Any]:
    days = report.days
    return {
        "days": str(days)
        if isinstance(days, Preset)
        else [days.first.isoformat(), days.last.isoformat()],
        "by": list(report.by),
        "locations": list(report.locations),
        "form": report.form,
        "internal": report.internal,
    }


def _unpacked(name: str, value: dict[str, Any]) -> SavedReport:
    days = value["days"]
    return SavedReport(
        name.removeprefix(PREFIX),
        Preset(days) if isinstance(days, str) else Period(*map(_day, days)),
        tuple(map(Dimension, value["by"])),
        tuple(value["locations"]),
        value["form"],
        value.get("internal", True),
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)
