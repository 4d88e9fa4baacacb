"""Every service about clients, by each role and by people who were not named: no trace."""

import inspect
from collections.abc import Callable
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from app.domain.client import Client, Why
from app.domain.errors import Refused
from app.domain.roles import Right, Role, rights_of
from app.services import clients, identity, lookup, protection
from app.services.identity import Need
from app.services.unit import Desk
from app.services.visits import new_id
from tests.clients import hidden, person
from tests.desks import colleague

MODULES: tuple[ModuleType, ...] = (clients, identity, lookup, protection)
FOR_ALL = {"demand_site", "may_know"}
Arguments = Callable[[Client, Desk], dict[str, Any]]
# What each service is called with for a client; the right it demands.
CALLS: dict[str, tuple[Right, Arguments]] = {
    "clients.record": (Right.KEEP_CLIENTS, lambda c, d: {"new": person("Mina")}),
    "clients.open_record": (
        Right.KEEP_CLIENTS,
        lambda c, d: {"client_id": c.id, "why": Why.VISIT},
    ),
    "clients.open_number": (
        Right.KEEP_CLIENTS,
        lambda c, d: {"number": c.number, "why": Why.VISIT},
    ),
    "clients.amend": (
        Right.KEEP_CLIENTS,
        lambda c, d: {"client_id": c.id, "new": c.record, "revision": c.revision},
    ),
    "clients.sensitive_groups": (
        Right.KEEP_CLIENTS,
        lambda c, d: {"client_id": c.id, "why": Why.PLAN},
    ),
    "clients.demand_known": (Right.KEEP_CLIENTS, lambda c, d: {"client_id": c.id}),
    "identity.keep": (
        Right.KEEP_CLIENTS,
        lambda c, d: {"client_id": c.id, "code": "131052-308T", "need": Need.PLAN},
    ),
    "identity.show": (Right.KEEP_CLIENTS, lambda c, d: {"client_id": c.id, "why": Why.PLAN}),
    "identity.forget": (Right.KEEP_CLIENTS, lambda c, d: {"client_id": c.id}),
    "lookup.look_up": (Right.FIND_CLIENTS, lambda c, d: {"text": c.record.name}),
    "lookup.settle": (Right.FIND_CLIENTS, lambda c, d: {}),
    "protection.named": (Right.NAME_PROTECTED, lambda c, d: {}),
    "protection.name_person": (
        Right.NAME_PROTECTED,
        lambda c, d: {"staff_id": d.actor.staff_id},
    ),
    "protection.unname_person": (
        Right.NAME_PROTECTED,
        lambda c, d: {"staff_id": d.actor.staff_id},
    ),
    "protection.protect": (Right.KEEP_CLIENTS, lambda c, d: {"client_id": c.id, "until": None}),
    "protection.lift": (Right.KEEP_CLIENTS, lambda c, d: {"client_id": c.id}),
    "protection.ending": (Right.KEEP_CLIENTS, lambda c, d: {"until": date.max}),
}
OF_A_CLIENT = [
    name
    for name, (right, _arguments) in CALLS.items()
    if right is Right.KEEP_CLIENTS and name not in ("clients.record", "protection.ending")
]


def services() -> dict[str, Callable[..., Any]]:
    """All public functions of the modules that work within a unit."""
    return {
        f"{module.__name__.rsplit('.')[-1]}.{name}": function
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and "unit" in inspect.signature(function).parameters
        and name not in FOR_ALL
    }


def call(desk: Desk, name: str, client: Client, at: Desk) -> Any:
    with desk.write() as unit:
        return services()[name](unit, **CALLS[name][1](client, at))


def test_no_service_is_left_out() -> None:
    assert services().keys() == CALLS.keys()


@pytest.mark.parametrize("role", Role)
def test_a_role_does_what_its_rights_say_and_no_more(desk: Desk, role: Role) -> None:
    client = hidden(desk, "Yusuf", "Haidari")
    other = colleague(desk, "otso", role)
    for name, (right, _arguments) in CALLS.items():
        if right not in rights_of([role]):
            with pytest.raises(Refused, match="no_right"):
                call(other, name, client, desk)


@pytest.mark.parametrize("role", [Role.ADVISER, Role.SUPERVISOR])
def test_a_protected_client_and_nobody_are_answered_alike(desk: Desk, role: Role) -> None:
    client = hidden(desk, "Yusuf", "Haidari")
    nobody = Client(new_id(), 1, person("Nobody"), 0, desk.actor.staff_id, desk.clock())
    other = colleague(desk, "otso", role)
    for name in OF_A_CLIENT:
        told = []
        for one in (client, nobody):
            with pytest.raises(Refused) as refused:
                call(other, name, one, desk)
            told.append((refused.value.code, refused.value.values))
        assert told[0] == told[1]
    assert call(other, "lookup.look_up", client, desk).found == ()
    assert call(other, "protection.ending", client, desk) == []
