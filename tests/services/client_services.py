"""Every service about clients, found by looking, and what each is called with."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints
from uuid import UUID

import app.services
from app.domain.client import Client, Why
from app.domain.client_columns import Column
from app.domain.clock.due_list import DueQuestion
from app.domain.identity import Need
from app.domain.link import Task
from app.domain.merging.fields import Field, Side
from app.domain.path.assessment import Assessment
from app.domain.referral import IssuedSlip
from app.domain.roles import Right
from app.services import directory, referrals
from app.services.client_draft import ClientDraft
from app.services.client_lines import Lines
from app.services.log import Wish
from app.services.slips import SlipWish, Way
from app.services.unit import Desk, Unit
from app.services.visits import new_id
from app.services.withdrawal import Withdrawn
from tests.clients import AGREED, a_consent, a_link, consent_of, linked_visit, person
from tests.desks import visit

ABOUT_CLIENTS = re.compile("client|protect", re.IGNORECASE)
# Open to everybody, each for a reason.
FOR_ALL = {
    "checking.check",  # has two rights, and tells how many clients are not found, not who
    "demo.fill",  # makes a new demonstration, which has nobody else's clients
    "demo.is_demo",
    "demo_paths.add_paths",  # writes the paths of a new demonstration
    "lookup.demand_site",  # tells of a location
    "slips.office_of",  # tells of a location
    "slips.print_slip",  # a file of what `slips.hand_out` makes
    "slips.save_slip",  # likewise
    "protection.may_know",  # tells of oneself
}
ASSESSED = Assessment(elsewhere=True, date_unknown=True)
NO_STEP = {"step_id": UUID(int=9), "revision": 0}
TABLE = Path(__file__).parents[1] / "data" / "clients.csv"
Arguments = Callable[[Client, Desk], dict[str, Any]]
KEEP, FIND, NAME = Right.KEEP_CLIENTS, Right.FIND_CLIENTS, Right.NAME_PROTECTED
READ, MERGE = Right.READ_LOG, Right.MERGE_CLIENTS
RECORD, EXPORT = Right.RECORD_VISITS, Right.EXPORT_CLIENTS
EVERYTHING_DUE = DueQuestion(date(2026, 11, 24))
# What each service is called with for a client; the right it demands.
CALLS: dict[str, tuple[Right, Arguments]] = {
    "clients.record": (KEEP, lambda c, d: {"new": person("Mina"), "client_id": c.id}),
    "clients.open_record": (KEEP, lambda c, d: {"client_id": c.id, "why": Why.VISIT}),
    "clients.open_number": (KEEP, lambda c, d: {"number": c.number, "why": Why.VISIT}),
    "clients.amend": (
        KEEP,
        lambda c, d: {"client_id": c.id, "new": c.record, "revision": c.revision},
    ),
    "amending.amend": (KEEP, lambda c, d: {"seen": c, "own": c.record}),
    "client_draft.save": (KEEP, lambda c, d: {"draft": ClientDraft(c.id, c, c.record, c.record)}),
    "client_draft.load": (KEEP, lambda c, d: {}),
    "client_draft.forget": (KEEP, lambda c, d: {}),
    "clients.put_back": (KEEP, lambda c, d: {"before": c, "revision": c.revision + 1}),
    "clients.take_back": (KEEP, lambda c, d: {"client_id": c.id}),
    "clients.sensitive_groups": (KEEP, lambda c, d: {"client_id": c.id, "why": Why.PLAN}),
    "clients.demand_known": (KEEP, lambda c, d: {"client_id": c.id}),
    "differing.tell_apart": (KEEP, lambda c, d: {"one": c.id, "other": _other(c)}),
    "differing.untell_apart": (KEEP, lambda c, d: {"one": c.id, "other": _other(c)}),
    "duplicates.of_record": (KEEP, lambda c, d: {"typed": c.record}),
    "duplicates.of_client": (KEEP, lambda c, d: {"client_id": c.id}),
    "duplicates.same_codes": (KEEP, lambda c, d: {}),
    "client_view.around": (KEEP, lambda c, d: {"client_id": c.id}),
    "client_view.contact": (KEEP, lambda c, d: {"client_id": c.id}),
    "client_view.revision": (FIND, lambda c, d: {"client_id": c.id}),
    "clients.check": (KEEP, lambda c, d: {"new": person("Mina")}),
    "client_import.import_clients": (KEEP, lambda c, d: {"source": TABLE}),
    "client_lines.Lines.take": (
        KEEP,
        lambda c, d: {"self": Lines((Column.GIVEN_NAMES,), dry=False), "lines": [(2, ["Mina"])]},
    ),
    "import_undo.take_import_back": (KEEP, lambda c, d: {"clients": [c.id]}),
    "known_client.same_client": (KEEP, lambda c, d: {"record": person("Mina")}),
    "identity.keep": (
        KEEP,
        lambda c, d: {"client_id": c.id, "code": "131052-308T", "need": Need.PLAN},
    ),
    "identity.kept": (KEEP, lambda c, d: {"client_id": c.id}),
    "identity.show": (KEEP, lambda c, d: {"client_id": c.id, "why": Why.PLAN}),
    "identity.forget": (KEEP, lambda c, d: {"client_id": c.id}),
    "lookup.look_up": (FIND, lambda c, d: {"text": c.record.name}),
    "lookup.glance": (FIND, lambda c, d: {"client_id": c.id, "why": Why.VISIT}),
    "lookup.settle": (FIND, lambda c, d: {}),
    "path.of_client": (KEEP, lambda c, d: {"client_id": c.id}),
    "path.record": (KEEP, lambda c, d: {"client_id": c.id, "step": ASSESSED}),
    "path.amend": (KEEP, lambda c, d: {"client_id": c.id, "step": ASSESSED, **NO_STEP}),
    "path.take_back": (KEEP, lambda c, d: {"client_id": c.id, "kind": Assessment, **NO_STEP}),
    "log.entries": (READ, lambda c, d: {"wish": Wish(subject=str(c.id))}),
    "log.client_subject": (READ, lambda c, d: {"number": c.number}),
    "links.at_desk": (FIND, lambda c, d: {"client_id": c.id}),
    "links.of_visit": (FIND, lambda c, d: {"visit_id": linked_visit(d, c)}),
    "links.record": (
        FIND,
        lambda c, d: {"new": visit(), "client_id": c.id, "basis": Task.PLAN},
    ),
    "links.link": (
        FIND,
        lambda c, d: {"visit_id": linked_visit(d, c), "client_id": c.id, "basis": Task.PLAN},
    ),
    "links.link_slip": (
        FIND,
        lambda c, d: {"slip": slip(d), "client_id": c.id, "basis": Task.PLAN},
    ),
    "links.unlink": (FIND, lambda c, d: {"visit_id": linked_visit(d, c)}),
    "links.put_back": (
        FIND,
        lambda c, d: {"visit_id": linked_visit(d, c), "linked": None, "earlier": a_link(c, d)},
    ),
    "links.relink": (FIND, lambda c, d: {"gone": [a_link(c, d)]}),
    "links.part": (FIND, lambda c, d: {"gone": [a_link(c, d)]}),
    "consents.of_client": (KEEP, lambda c, d: {"client_id": c.id}),
    "consents.in_force": (FIND, lambda c, d: {"client_id": c.id}),
    "consents.find": (FIND, lambda c, d: {"consent_id": consent_of(d, c)}),
    "consents.give": (FIND, lambda c, d: {"client_id": c.id, "agreed": AGREED}),
    "consents.take_back": (FIND, lambda c, d: {"consent_id": consent_of(d, c)}),
    "withdrawal.withdraw": (KEEP, lambda c, d: {"consent_id": consent_of(d, c)}),
    "withdrawal.restore": (
        KEEP,
        lambda c, d: {"withdrawn": Withdrawn(a_consent(c, d), (a_link(c, d),))},
    ),
    "history.visits_of": (KEEP, lambda c, d: {"client_id": c.id}),
    "history.referrals_of": (KEEP, lambda c, d: {"client_id": c.id}),
    "municipalities.settle": (RECORD, lambda c, d: {"visit_ids": [linked_visit(d, c)]}),
    "municipalities.settle_client": (RECORD, lambda c, d: {"client_id": c.id}),
    "slips.issue": (RECORD, lambda c, d: {"wish": wish(c), "way": Way.PRINT}),
    "slips.hand_out": (RECORD, lambda c, d: {"wish": wish(c), "way": Way.PRINT}),
    "slips.make_slip": (RECORD, lambda c, d: {"wish": wish(c)}),
    "slips.preview": (RECORD, lambda c, d: {"wish": wish(c)}),
    "slips.drawn": (RECORD, lambda c, d: {"wish": wish(c), "number": "J-0001-A"}),
    "due.due": (KEEP, lambda c, d: {"question": EVERYTHING_DUE}),
    "due.every": (KEEP, lambda c, d: {"question": EVERYTHING_DUE}),
    "due.listed": (KEEP, lambda c, d: {"question": EVERYTHING_DUE}),
    "due_files.due_table": (EXPORT, lambda c, d: {"question": EVERYTHING_DUE}),
    "due_files.due_calendar": (KEEP, lambda c, d: {"question": EVERYTHING_DUE}),
    "relatives.known": (KEEP, lambda c, d: {"client_ids": [c.id]}),
    "merging.compare": (MERGE, lambda c, d: {"kept": c.id, "other": _other(c)}),
    "merging.merge": (
        MERGE,
        lambda c, d: {
            **{"kept": c.id, "other": _other(c), "revisions": (c.revision, 0)},
            "choices": dict.fromkeys(Field, Side.KEPT),
        },
    ),
    "merging.merges": (MERGE, lambda c, d: {"client_id": c.id}),
    "merging.take_apart": (MERGE, lambda c, d: {"merge_id": c.id}),
    "protection.named": (NAME, lambda c, d: {}),
    "protection.name_person": (NAME, lambda c, d: {"staff_id": d.actor.staff_id}),
    "protection.unname_person": (NAME, lambda c, d: {"staff_id": d.actor.staff_id}),
    "protection.protect": (KEEP, lambda c, d: {"client_id": c.id, "until": None}),
    "protection.lift": (KEEP, lambda c, d: {"client_id": c.id}),
    "protection.ending": (KEEP, lambda c, d: {"until": date.max}),
}
# Those that answer about several, or nobody.
OF_SEVERAL = {
    "client_draft.forget",
    "client_draft.load",
    "client_draft.save",
    "clients.record",
    "duplicates.of_record",
    "duplicates.same_codes",
    "clients.check",
    "client_import.import_clients",
    "client_lines.Lines.take",
    "import_undo.take_import_back",  # as who has been changed stays, so does who is hidden
    "due.due",
    "due.every",
    "due.listed",
    "due_files.due_calendar",
    "known_client.same_client",
    "protection.ending",
    "relatives.known",
}
# Those for everybody at a desk that refuse because of the client.
AT_THE_DESK = {
    "client_view.revision",
    "lookup.glance",
    "links.at_desk",
    "links.record",
    "links.link",
    "links.link_slip",
    "consents.give",
    "slips.issue",
    "slips.hand_out",
    "slips.make_slip",
}
OF_A_CLIENT = [
    name
    for name, (right, _arguments) in CALLS.items()
    if name in AT_THE_DESK or (right in (KEEP, MERGE) and name not in OF_SEVERAL)
]


def _other(client: Client) -> UUID:
    """A relative, or somebody who does not exist."""
    return next((one.client for one in client.record.relatives if one.client), new_id())


def wish(client: Client) -> SlipWish:
    """A slip for a client."""
    return SlipWish(("org-kela",), "fi", "fi", "pietarsaari", client=client.id, basis=Task.PLAN)


def slip(desk: Desk) -> IssuedSlip:
    """A slip that is nobody's."""
    with desk.write() as unit:
        service = directory.service(unit, "org-kela")
        return referrals.issue(unit, "J-0001-A", "pietarsaari", [service])


@cache
def services() -> dict[str, Callable[..., Any]]:
    """All public functions that take a unit or a desk, of every module that knows of clients."""
    return {
        f"{module.__name__.rsplit('.')[-1]}.{name}": function
        for module in _about_clients()
        for name, function in _functions(module)
        if {Unit, Desk} & set(_taken(function))
    }


def ready(
    desk: Desk,
    name: str,
    client: Client,
    at: Desk,
    within: AbstractContextManager[None] = nullcontext(),  # noqa: B008 - it holds nothing
) -> Callable[[], Any]:
    """A service about to be called at `desk` for a client; the call alone stands inside `within`.

    `at` is the desk of who is named and unnamed, and where is made what the service is called with.
    """
    service, arguments = services()[name], CALLS[name][1](client, at)

    def act() -> Any:
        if Desk in _taken(service):
            with within:
                return service(desk=desk, **arguments)
        with desk.write() as unit, within:
            return service(unit=unit, **arguments)

    return act


def call(desk: Desk, name: str, client: Client, at: Desk) -> Any:
    """Call a service; as `ready`."""
    return ready(desk, name, client, at)()


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
                if function.__module__ == module.__name__ and not method.startswith("_")
            )
