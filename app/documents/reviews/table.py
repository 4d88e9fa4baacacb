"""Reviews that are due as a table for a spreadsheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from app.documents.csv import csv_text
from app.domain.clock.due_list import DueLine
from app.localization import _
from app.words.reviews import state_word


@dataclass(frozen=True, slots=True)
class DueNames:
    """What is called how: the staff, organisations, and languages by their codes."""

    people: Mapping[UUID, str]
    bodies: Mapping[str, str]
    languages: Mapping[str, str]


def due_csv(lines: Iterable[DueLine], names: DueNames) -> str:
    """A line for each plan; days as 2026-11-24, which every spreadsheet takes for a day."""
    head = (
        *(_("Due"), _("State"), _("Number"), _("Name"), _("Born"), _("Contact language")),
        *(_("Person in charge"), _("Responsible"), _("Plan ends"), _("Rule")),
    )
    return csv_text(head, (_row(line, names) for line in lines))


def _row(line: DueLine, names: DueNames) -> tuple[str | int | None, ...]:
    return (
        line.due.day.isoformat(),
        state_word(line.state),
        line.number,
        line.name,
        line.birth_year,
        None if line.language is None else names.languages.get(line.language, line.language),
        None if line.in_charge is None else names.people.get(line.in_charge),
        None if line.body is None else names.bodies.get(line.body, line.body),
        line.last_day.isoformat(),
        line.due.rule,
    )
