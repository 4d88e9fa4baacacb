"""A client's path through the programme: steps recorded, amended and taken back.

Every act is undone by another: a record by `take_back`, that by `record` with the same id, an
amendment by the step as it was before.
"""

from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from app.domain.client import Client
from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.path.assessment import Assessment
from app.domain.path.orientation import Orientation
from app.domain.path.town import with_town_of, without_town
from app.domain.path.training import Training
from app.domain.path.whole import Kept, Path, check_whole
from app.domain.reference import Kind
from app.domain.referral import named_with_person
from app.services import clients, directory
from app.services.chips import bundled_reference
from app.services.responsible import bundled_table
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.store import path as store
from app.store.open_plans import settle

S = TypeVar("S")


def of_client(unit: Unit, client_id: UUID, *, again: bool = False) -> Path:
    """All steps of a client; of a protected one nothing that would tell the town.

    What is in view is read `again` when something changed, which is no new look at it.
    Errors: `no_right`, `client_unknown`.
    """
    client = clients.demand_known(unit, client_id)
    if not again:
        unit.log("path.open", client_id)
    path = store.read(unit.connection, client_id)
    return Path(tuple(_shown(unit, client, one) for one in path.kept))


def record(unit: Unit, client_id: UUID, step: S, step_id: UUID | None = None) -> Kept[S]:
    """Record a step; `step_id` was made when the form was begun.

    The same form again changes nothing. An id that is somebody else's makes a step with another.
    Errors: `no_right`, `client_unknown`, `code_unknown`, those of the step's `check` and of
    `check_whole`.
    """
    client = clients.demand_known(unit, client_id, hold=True)
    path = store.read(unit.connection, client_id)
    known = [one for one in path.kept if one.id == step_id]
    if known and type(known[0].step) is type(step):
        return _shown(unit, client, known[0])
    kept = Kept(step_id or new_id(), _checked(unit, step), 0, unit.actor.staff_id, unit.now)
    _demand_whole(path, path.with_step(kept))
    kept = _inserted(unit, client_id, kept)
    settle(unit.connection, client_id, path.with_step(kept))
    _changed(unit, f"{_name(step)}.record", client_id)
    return _shown(unit, client, kept)


def amend(unit: Unit, client_id: UUID, step_id: UUID, step: S, revision: int) -> Kept[S]:
    """Put a step in the place of the one that it was at `revision`.

    What is not shown of a protected client's step stays. Errors: those of `record`,
    `step_unknown`, `step_changed` when somebody else was first: nothing is overwritten.
    """
    client = clients.demand_known(unit, client_id, hold=True)
    path = store.read(unit.connection, client_id)
    before = _at(path, step_id, type(step), revision)
    new = with_town_of(step, before.step) if client.is_protected(unit.today) else step
    kept = replace(
        before, step=_checked(unit, new), revision=before.revision + 1, changed_at=unit.now
    )
    _demand_whole(path, path.with_step(kept))
    if not store.replace_step(unit.connection, kept, unit.actor.staff_id):
        raise Refused("step_changed")
    settle(unit.connection, client_id, path.with_step(kept))
    _changed(unit, f"{_name(step)}.amend", client_id)
    return _shown(unit, client, kept)


def take_back(unit: Unit, client_id: UUID, kind: type[S], step_id: UUID, revision: int) -> Kept[S]:
    """Take away a step that was recorded by mistake, as it was at `revision`; returns it.

    Errors: `no_right`, `client_unknown`, `step_unknown`, `step_changed`, those of `check_whole`
    where another step stands on this one.
    """
    client = clients.demand_known(unit, client_id, hold=True)
    path = store.read(unit.connection, client_id)
    kept = _at(path, step_id, kind, revision)
    _demand_whole(path, path.without(step_id))
    if not store.delete_step(unit.connection, kept):
        raise Refused("step_changed")
    settle(unit.connection, client_id, path.without(step_id))
    _changed(unit, f"{_name(kept.step)}.take_back", client_id)
    return _shown(unit, client, kept)


def _name(step: object) -> str:
    return type(step).__name__.lower()


def _at(path: Path, step_id: UUID, kind: type[S], revision: int) -> Kept[S]:
    """The step of a client as somebody has seen it."""
    known = next((one for one in path.of(kind) if one.id == step_id), None)
    if known is None:
        raise Refused("step_unknown")
    if known.revision != revision:
        raise Refused("step_changed")
    return known


def _demand_whole(before: Path, after: Path) -> None:
    """Refuse a change after which steps do not fit each other that did before it."""
    try:
        check_whole(before)
    except Refused:
        return
    check_whole(after)


def _checked(unit: Unit, step: S) -> S:
    """The step with its texts in one line, its dates and codes checked."""
    checked: Any = step
    if isinstance(checked, Orientation):
        checked = replace(checked, course=clean_line(checked.course))
    checked.check(unit.today)
    if isinstance(checked, Assessment):
        _demand_body(checked.by)
    elif isinstance(checked, Orientation):
        _demand_body(checked.organiser)
        _demand_language(checked.language)
    elif isinstance(checked, Training) and checked.provider is not None:
        _demand_provider(unit, checked.provider)
    kept: S = checked
    return kept


def _demand_body(code: str | None) -> None:
    if code is not None and code not in bundled_table().names:
        raise Refused("code_unknown", given=code[:40])


def _demand_language(code: str | None) -> None:
    if code not in bundled_reference()[Kind.LANGUAGE]:
        raise Refused("code_unknown", given=str(code)[:40])


def _demand_provider(unit: Unit, code: str) -> None:
    """A service that may be named with a person: an authority or a school."""
    if not named_with_person(directory.service(unit, code)):
        raise Refused("code_unknown", given=code[:40])


def _inserted(unit: Unit, client_id: UUID, kept: Kept[S]) -> Kept[S]:
    """The step as it is written; its id does not tell whether somebody hidden has that one."""
    try:
        with unit.connection.begin_nested():
            store.insert_steps(unit.connection, [(client_id, kept)])
    except IntegrityError:
        kept = replace(kept, id=new_id())
        store.insert_steps(unit.connection, [(client_id, kept)])
    return kept


def _shown(unit: Unit, client: Client, kept: Kept[S]) -> Kept[S]:
    if not client.is_protected(unit.today):
        return kept
    return replace(kept, step=without_town(kept.step))


def _changed(unit: Unit, action: str, client_id: UUID) -> None:
    unit.log(action, client_id)
    unit.changes |= Changes.PATH
