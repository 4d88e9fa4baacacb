"""Who is responsible, as the unit reads what the programme leaves open."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Final

from app import paths
from app.domain.errors import Refused
from app.domain.responsibility import answer
from app.domain.responsibility.table import Table, table_from
from app.domain.responsibility.values import Answer, Case, Reading
from app.domain.roles import Right
from app.services.unit import Changes, Unit
from app.store.models import SettingRow

DECIDED: Final = "responsible.decided"


@cache
def bundled_table() -> Table:
    """The table that came with the program."""
    text = paths.resource("reference", "responsible.json").read_text("utf-8")
    return table_from(json.loads(text))


def responsible(case: Case, decided: Mapping[str, Reading] | None = None) -> Answer:
    """Who is responsible in this case; `decided` as `decided_rows` gives it.

    Errors: `code_unknown` for a municipality.
    """
    return answer.responsible(bundled_table(), case, decided or {})


def decided_rows(unit: Unit) -> dict[str, Reading]:
    """The unit's reading of each row that it has decided."""
    row = unit.session.get(SettingRow, DECIDED)
    known = bundled_table().open_rows()
    kept = row.value if row is not None else {}
    return {name: Reading(reading) for name, reading in kept.items() if name in known}


def decide(unit: Unit, row: str, reading: Reading | None) -> Reading | None:
    """Keep how the unit reads a row that the programme leaves open; None leaves it open again.

    Returns the reading before. Errors: `no_right`, `row_not_open`.
    """
    unit.demand(Right.KEEP_DIRECTORY)
    if row not in bundled_table().open_rows():
        raise Refused("row_not_open", given=row[:20], rows=", ".join(bundled_table().open_rows()))
    kept = decided_rows(unit)
    before = kept.pop(row, None)
    if reading is not None:
        kept[row] = reading
    unit.session.merge(SettingRow(name=DECIDED, value=dict(sorted(kept.items()))))
    unit.log("responsible.decide", f"{row}:{reading or 'open'}")
    unit.changes |= Changes.SETTINGS
    return before
