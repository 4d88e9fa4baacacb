"""The reviews that are due as files; who may know of whom is the same as in the list."""

from app.documents.reviews.calendar import calendar
from app.documents.reviews.table import DueNames, due_csv
from app.domain.clock.due_list import DueQuestion
from app.domain.reference import Kind
from app.domain.roles import Right
from app.localization import current
from app.services import chips, due, staff
from app.services.responsible import bundled_table
from app.services.unit import Unit


def due_table(unit: Unit, question: DueQuestion) -> str:
    """The list with names, for a spreadsheet. Errors: `no_right`."""
    unit.demand(Right.EXPORT_CLIENTS)
    unit.log("due.export", "csv")
    return due_csv(due.every(unit, question), _names(unit))


def due_calendar(unit: Unit, question: DueQuestion) -> bytes:
    """The list as a calendar file, which has numbers and no names. Errors: `no_right`."""
    unit.demand(Right.KEEP_CLIENTS)
    unit.log("due.export", "ics")
    return calendar(due.every(unit, question), unit.now)


def _names(unit: Unit) -> DueNames:
    language, reference = current().language, chips.reference(unit)
    return DueNames(
        {person.id: person.name for person in staff.everyone(unit)},
        {body: names[language] for body, names in bundled_table().names.items()},
        {
            code: reference.name(Kind.LANGUAGE, code, language)
            for code in reference.items[Kind.LANGUAGE]
        },
    )
