"""Keeping the organisations of the directory: adding and changing them, with their history."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import select

from app.domain.directory import Organisation
from app.domain.errors import Refused
from app.domain.roles import Right
from app.domain.service_check import check_organisation, cleaned_organisation
from app.services import directory
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.store import directory as store
from app.store.models import OrganisationChangeRow, StaffRow


@dataclass(frozen=True, slots=True)
class OrganisationChange:
    """What somebody made of an organisation; `before` is None where it was new."""

    at: datetime
    by: str
    before: Organisation | None
    after: Organisation


def add_organisation(unit: Unit, new: Organisation) -> Organisation:
    """Who offers a new service, with an id of its own.

    Errors: `no_right`, those of `check_organisation`.
    """
    unit.demand(Right.KEEP_DIRECTORY)
    added = cleaned_organisation(new)
    check_organisation(added)
    keep_organisation(unit, None, added)
    return added


def save_organisation(
    unit: Unit, changed: Organisation, known: Organisation | None = None
) -> Organisation:
    """Keep an organisation in place of the one of its id; saved again, what is returned undoes it.

    `known` is what the person saw before the change: what somebody else has made of it since is
    not lost. Errors: `no_right`, `organisation_unknown`, `organisation_changed`, those of
    `check_organisation`.
    """
    unit.demand(Right.KEEP_DIRECTORY)
    before = directory.organisations(unit).get(changed.id)
    if before is None:
        raise Refused("organisation_unknown", given=changed.id[:40])
    if known is not None and cleaned_organisation(before) != cleaned_organisation(known):
        raise Refused("organisation_changed")
    after = replace(cleaned_organisation(changed), kept=before.kept)
    check_organisation(after)
    if cleaned_organisation(before) != after:
        keep_organisation(unit, before, after)
    return before


def organisation_history(unit: Unit, organisation: str) -> list[OrganisationChange]:
    """What was changed of an organisation, the newest first. Errors: `no_right`."""
    unit.demand(Right.KEEP_DIRECTORY)
    row = OrganisationChangeRow
    rows = unit.session.execute(
        select(row, StaffRow.name)
        .join(StaffRow, StaffRow.id == row.by)
        .where(row.organisation == organisation)
        .order_by(row.at.desc(), row.id.desc())
    )
    return [
        OrganisationChange(
            one.at,
            name,
            Organisation(**one.before) if one.before else None,
            Organisation(**one.after),
        )
        for one, name in rows
    ]


def keep_organisation(unit: Unit, before: Organisation | None, after: Organisation) -> None:
    """Write an organisation, its change into the history, and that into the log."""
    store.put_organisation(unit.connection, after)
    unit.session.add(
        OrganisationChangeRow(
            id=new_id(),
            organisation=after.id,
            at=unit.now,
            by=unit.actor.staff_id,
            before=asdict(before) if before else None,
            after=asdict(after),
        )
    )
    unit.log("organisation.change" if before else "organisation.add", after.id)
    unit.changes |= Changes.DIRECTORY
