"""One case looked up in the table."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from app.domain.errors import Refused
from app.domain.responsibility.table import Row, Table
from app.domain.responsibility.values import Answer, Case, Flag, Group, Note, Reading

_NONE_DECIDED: Final[Mapping[str, Reading]] = MappingProxyType({})


def responsible(table: Table, case: Case, decided: Mapping[str, Reading] = _NONE_DECIDED) -> Answer:
    """Who is responsible in this case; `decided` has the unit's reading by row.

    Errors: `code_unknown` for a municipality that the table does not know.
    """
    if case.municipality not in table.municipalities:
        raise Refused("code_unknown", given=case.municipality[:40])
    if case.out_of_scope:
        return _guidance(table.out_of_scope)
    if case.municipality in table.outside.municipalities:
        return _guidance(table.outside)
    special = bool(case.groups & table.unit_groups)
    row = next(row for row in table.rows if row.is_about(case, special))
    answer = _with_groups(table, case, _read(row, decided.get(row.name)))
    return _of_minor(table.under_18, case, answer) if case.under_18 else answer


def _guidance(row: Row) -> Answer:
    return Answer((row.name,), row.duties, None, (), row.notes, ())


def _read(row: Row, reading: Reading | None) -> Answer:
    """What the row says; one that the unit has decided is no longer flagged."""
    duties, informed = row.duties, row.informed
    notes, flags = row.notes, (row.flag,) if row.flag else ()
    if reading is not None and row.as_unit is not None:
        notes, flags = (*notes, Note.UNIT_DECIDED), ()
        if reading is Reading.UNIT:
            duties, informed = {**duties, **row.as_unit.duties}, row.as_unit.informed
    return Answer((row.name,), duties, None, informed, notes, flags)


def _with_groups(table: Table, case: Case, answer: Answer) -> Answer:
    """The wellbeing services county's part (line 148, second sentence)."""
    if case.groups & table.wellbeing_groups:
        answer = replace(answer, wellbeing=table.wellbeing)
    else:
        answer = replace(answer, notes=(*answer.notes, Note.IF_COORDINATED))
    if Group.SOCIAL_ASSISTANCE_TEMPORARY in case.groups:
        return replace(answer, flags=(*answer.flags, Flag.TEMPORARY_ASSISTANCE))
    return answer


def _of_minor(row: Row, case: Case, answer: Answer) -> Answer:
    """What is otherwise for somebody under 18 (row D12)."""
    notes = row.notes
    if Group.UNACCOMPANIED_MINOR in case.groups:
        notes = (*notes, Note.OTHER_CLIENT_PLAN)
    duties = {**answer.duties, **row.duties}
    training = Note.TRAINING_ONE_BODY
    kept = tuple(note for note in answer.notes if note is not training)
    return replace(answer, rows=(*answer.rows, row.name), duties=duties, notes=(*kept, *notes))
