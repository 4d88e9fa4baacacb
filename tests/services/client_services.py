"""Every service about clients, found by looking, and what each is called with."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import date
from types import ModuleType
from typing import Any, get_type_hints
from uuid import UUID

import app.services
from app.domain.client import Client, Why
from app.domain.path.assessment import Assessment
from app.domain.roles import Right
from app.services.identity import Need
from app.services.unit import Desk, Unit
from tests.clients import person

ABOUT_CLIENTS = re.compile("client|protect", re.IGNORECASE)
# Open to everybody, each for a reason.
FOR_ALL = {
    "demo.fill",  # makes a new demonstration, which has nobody else's clients
    "demo.is_demo",
    "lookup.demand_site",  # tells of a location
    "protection.may_know",  # tells of oneself
}
ASSESSED = Assessment(elsewhere=True, date_unknown=True)
NO_STEP = {"step_id": UUID(int=9), "revision": 0}
Arguments = Callable[[Client, Desk], dict[str, Any]]
KEEP, FIND, NAME = Right.KEEP_CLIENTS, Right.FIND_CLIENTS, Right.NAME_PROTECTED
# What each service is called with for a client; the right it demands.
CALLS: dict[str, tuple[Right, Arguments]] = {
    "clients.record": (KEEP, lambda c, d: {"new": person("Mina"), "client_id": c.id}),
    "clients.open_record": (KEEP, lambda c, d: {"client_id": c.id, "why": Why.VISIT}),
    "clients.open_number": (KEEP, lambda c, d: {"number": c.number, "why": Why.VISIT}),
    "clients.amend": (
        KEEP,
        lambda c, d: {"client_id": c.id, "new": c.record, "revision": c.revision},
    ),
    "clients.sensitive_groups": (KEEP, lambda c, d: {"client_id": c.id, "why": Why.PLAN}),
    "clients.demand_known": (KEEP, lambda c, d: {"client_id": c.id}),
    "identity.keep": (
        KEEP,
        lambda c, d: {"client_id": c.id, "code": "131052-308T", "need": Need.PLAN},
    ),
    "identity.show": (KEEP, lambda c, d: {"client_id": c.id, "why": Why.PLAN}),
    "identity.forget": (KEEP, lambda c, d: {"client_id": c.id}),
    "lookup.look_up": (FIND, lambda c, d: {"text": c.record.name}),
    "lookup.glance": (FIND, lambda c, d: {"client_id": c.id, "why": Why.VISIT}),
    "lookup.settle": (FIND, lambda c, d: {}),
    "path.of_client": (KEEP, lambda c, d: {"client_id": c.id}),
    "path.record": (KEEP, lambda c, d: {"client_id": c.id, "step": ASSESSED}),
    "path.amend": (KEEP, lambda c, d: {"client_id": c.id, "step": ASSESSED, **NO_STEP}),
    "path.take_back": (KEEP, lambda c, d: {"client_id": c.id, "kind": Assessment, **NO_STEP}),
    "protection.named": (NAME, lambda c, d: {}),
    "protection.name_person": (NAME, lambda c, d: {"staff_id": d.actor.staff_id}),
    "protection.unname_person": (NAME, lambda c, d: {"staff_id": d.actor.staff_id}),
    "protection.protect": (KEEP, lambda c, d: {"client_id": c.id, "until": None}),
    "protection.lift": (KEEP, lambda c, d: {"client_id": c.id}),
    "protection.ending": (KEEP, lambda c, d: {"until": date.max}),
}
OF_A_CLIENT = [
    name
    for name, (right, _arguments) in CALLS.items()
    if name == "lookup.glance"
    or (right is KEEP and name not in ("clients.record", "protection.ending"))
]


def services() -> dict[str, Callable[..., Any]]:
    """All public functions that take a unit or a desk, of every module that knows of clients."""
    return {
        f"{module.__name__.rsplit('.')[-1]}.{name}": function
        for module in _about_clients()
        for name, function in _functions(module)
        if {Unit, Desk} & set(_taken(function))
    }


def call(desk: Desk, name: str, client: Client, at: Desk) -> Any:
    """Call a service at `desk` for a client; `at` is the desk of who is named and unnamed."""
    with desk.write() as unit:
        return services()[name](unit, **CALLS[name][1](client, at))


def _about_clients() -> Iterator[ModuleType]:
    found = pkgutil.walk_packages(app.services.__path__, "app.services.")
    modules = [importlib.import_module(one.name) for one in found]
    words = {module: set(_words(module)) for module in modules}
    known = {module for module in modules if any(map(ABOUT_CLIENTS.search, words[module]))}
    yield from (module for module in modules if module in known and module is not _unit())


def _unit() -> ModuleType:
    """The module of units themselves, which has a name for what changed."""
    return importlib.import_module("app.services.unit")


def _words(module: ModuleType) -> Iterator[str]:
    """All names and texts in a module, but for its docstrings."""
    tree = ast.parse(inspect.getsource(module))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and id(node) not in told:
            yield str(node.value)


def _taken(function: Callable[..., Any]) -> list[object]:
    """The types of what a function is called with."""
    return [kind for name, kind in get_type_hints(function).items() if name != "return"]


def _functions(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The public functions and methods that a module itself defines."""
    for name, one in vars(module).items():
        if name.startswith("_") or getattr(one, "__module__", "") != module.__name__:
            continue
        if inspect.isfunction(one):
            yield name, one
        elif inspect.isclass(one):
            methods = inspect.getmembers(one, inspect.isfunction)
            yield from (
                (f"{name}.{method}", function)
                for method, function in methods
                if function.__module__ == module.__name__
            )
