"""What the questions of the path are asked about: the client, the path so far, and who offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from app.domain.client import Client, ClientName, Record
from app.domain.directory import Service
from app.domain.path.eligible import adult
from app.domain.path.plan import Plan
from app.domain.path.whole import Path
from app.domain.responsibility.values import Case, Duty
from app.localization import _, current
from app.services import directory, path
from app.services.responsible import bundled_table, decided_rows, responsible
from app.services.unit import Unit

SCHOOLS: Final = ("training_provider", "adult_education")
_NOBODY: Final = Record((ClientName(""),))


@dataclass(slots=True)
class Around:
    """As it was read last; `usual` has by duty the one body that is responsible, if there is one.

    Of a protected client nothing is asked, nor guessed, that would tell the town.
    """

    record: Record = _NOBODY
    path: Path = field(default_factory=Path)
    today: date = date.min
    protected: bool = False
    schools: Sequence[Service] = ()
    usual: dict[Duty, str] = field(default_factory=dict)

    def plans(self) -> list[tuple[str, str]]:
        """The plans by their ids, in their order."""
        words = current()
        return [
            (str(one.id), _("Plan {number}, {day}", number=n, day=words.full_date(one.step.day)))
            for n, one in enumerate(self.path.of(Plan), 1)
        ]

    def last_plan(self) -> UUID | None:
        last = self.path.last(Plan)
        return last.id if last is not None else None

    def bodies(self, duty: Duty) -> list[tuple[str, str]]:
        """The organisations that may have the duty somewhere in the region."""
        if self.protected:
            return []
        table, language = bundled_table(), current().language
        found = {body for row in table.rows for body in row.duties[duty].bodies}
        return [(body, names[language]) for body, names in table.names.items() if body in found]

    def offered(self) -> list[tuple[str, str]]:
        """The schools of the directory."""
        if self.protected:
            return []
        language = current().language
        return [(one.id, one.name.get(language) or one.name["fi"]) for one in self.schools]


def read(unit: Unit, client: Client, *, again: bool) -> Around:
    """All that is known of a client's path and what is around it; `again` as in the service."""
    found = Around(
        client.record,
        path.of_client(unit, client.id, again=again),
        unit.today,
        client.is_protected(unit.today),
        [one for one in directory.services(unit) if one.category in SCHOOLS and one.enabled],
    )
    if client.record.municipality is not None and client.record.labour is not None:
        found.usual = _usual(unit, client.record)
    return found


def _usual(unit: Unit, record: Record) -> dict[Duty, str]:
    assert record.municipality is not None
    assert record.labour is not None
    young = adult(record, unit.today) is False
    case = Case(record.municipality, record.labour, record.groups, young)
    duties = responsible(case, decided_rows(unit)).duties
    return {duty: one.bodies[0] for duty, one in duties.items() if len(one.bodies) == 1}
