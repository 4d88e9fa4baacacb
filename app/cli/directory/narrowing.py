"""Which services are listed or searched, and how each is printed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.cli.options import add_format, add_sign_in, open_desk
from app.cli.output import print_json, print_table
from app.domain.directory import CATEGORIES, CHECK_AGAIN
from app.domain.errors import Refused
from app.domain.open_state import open_state
from app.domain.service_search import Wanted
from app.localization import _
from app.words.directory import in_use, marks_line, open_words, town_words

if TYPE_CHECKING:
    from app.domain.directory import Service
    from app.services.unit import Unit


def add_narrowing(parser: ArgumentParser) -> None:
    """Where the store is, and what the services must be."""
    add_sign_in(parser)
    parser.add_argument(
        "--category",
        default="",
        metavar="KIND",
        help=_("only this kind: {kinds}", kinds=", ".join(CATEGORIES)),
    )
    parser.add_argument(
        "--municipality",
        default="",
        metavar="CODE",
        help=_("only what is there for this municipality, as kruunupyy"),
    )
    parser.add_argument(
        "--served-in", default="", metavar="CODE", help=_("only what serves in this language")
    )
    parser.add_argument("--open-now", action="store_true", help=_("only what is open now"))
    parser.add_argument(
        "--checked", action="store_true", help=_("only what was checked within a year")
    )
    parser.add_argument(
        "--all", action="store_true", help=_("also what is switched off, has ended or not begun")
    )
    add_format(parser)


def print_found(arguments: Namespace, typed: str) -> int:
    """Print the services that are wanted, best first."""
    from app.services import directory

    with open_desk(arguments) as desk, desk.read() as unit:
        found = directory.find(unit, typed, _wanted(arguments, unit))
        organisations = directory.organisations(unit)
        if arguments.format == "json":
            print_json([service_object(unit, one) for one in found])
            return 0
        kinds, towns = directory.category_names(), directory.municipality_names()
        rows = [
            (
                one.id,
                in_use(one.name),
                in_use(kinds[one.category]),
                in_use(organisations[one.organisation].name),
                town_words(one.municipalities, towns),
                open_words(open_state(one.hours, unit.now), unit.today),
                marks_line(one, unit.today),
            )
            for one in found
        ]
    if rows:
        print_table(_headings(), rows)
    else:
        print(_("No service fits."))
    return 0


def service_object(unit: Unit, service: Service) -> dict[str, Any]:
    """A service for programs."""
    from app.domain.service_form import packed
    from app.services import directory

    state, who = open_state(service.hours, unit.now), directory.organisations(unit)
    data = packed(service)
    for name in ("kept", "organisation"):
        data.pop(name)
    if data["address"]:
        for name in ("kept", "id"):
            data["address"].pop(name)
    return data | {
        "organisation": {
            "id": service.organisation,
            "name": dict(who[service.organisation].name),
        },
        "open_now": state.is_open,
        "open_until": f"{state.until:%H:%M}" if state.until else None,
        "opens": "{:%Y-%m-%d} {:%H:%M}".format(*state.opens) if state.opens else None,
        "marks": [str(mark) for mark in service.marks(unit.today)],
    }


def _headings() -> Sequence[str]:
    return (
        _("Id"),
        _("Name"),
        _("Kind"),
        _("Organisation"),
        _("Municipality"),
        _("Now"),
        _("To note"),
    )


def _wanted(arguments: Namespace, unit: Unit) -> Wanted:
    from app.services import directory

    towns = directory.municipality_names()
    for code, known in ((arguments.category, CATEGORIES), (arguments.municipality, towns)):
        if code and code not in known:
            raise Refused("code_unknown", given=code[:40])
    return Wanted(
        category=arguments.category,
        municipality=arguments.municipality,
        language=arguments.served_in,
        open_at=unit.now if arguments.open_now else None,
        checked_since=unit.today - CHECK_AGAIN if arguments.checked else None,
        on=None if arguments.all else unit.today,
    )
