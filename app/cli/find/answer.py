"""What a lookup found, as a table or JSON."""

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app import settings
from app.cli.output import print_json, print_table
from app.domain.errors import Refused
from app.domain.isolates import bare, named
from app.domain.lookup import Found
from app.localization import _
from app.words.clients import because_words

if TYPE_CHECKING:
    from app.services.lookup import Answer
    from app.services.unit import Desk


def print_answer(desk: "Desk", arguments: Namespace) -> None:
    """Look up and print. Errors: `search_empty`, `no_clients_here`, `no_right`."""
    from app.services import lookup

    if not arguments.text.strip():
        raise Refused("search_empty")
    with desk.read() as unit:
        lookup.demand_site(unit, settings.read().location)
        found = lookup.look_up(unit, arguments.text, widely=True)
        lookup.settle(unit)
    if arguments.format == "json":
        print_json([_packed(one) for one in found.found])
    else:
        _print_tables(found)


def _packed(one: Found) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "number": one.number,
        "name": one.name,
        "birth": str(one.birth_year) if one.birth_year else None,
        "score": one.score,
        "certain": one.certain,
        "why": _why(one),
        "reasons": [because.reason for because in one.why],
        "protected": one.is_protected,
    }


def _print_tables(answer: "Answer") -> None:
    if not answer.found:
        print(_("Nobody was found."))
    if answer.certain:
        _print_table(answer.certain)
    if answer.likely:
        print(_("Likely:"))
        _print_table(answer.likely)
    if answer.more:
        print(_("There are more. Write more of the name."))


def _print_table(found: Sequence[Found]) -> None:
    rows = [(one.number, named(one.name), one.birth_year or "", _why(one)) for one in found]
    print_table((_("Number"), _("Name"), _("Born"), _("Why")), rows)


def _why(one: Found) -> str:
    told = [because_words(because) for because in one.why]
    if one.is_protected:
        told.append(_("under a non-disclosure order"))
    return bare("; ".join(told))
