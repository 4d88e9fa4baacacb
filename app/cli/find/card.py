"""A client's record, as a table or JSON."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app import settings
from app.cli.output import print_json, print_table
from app.domain.client import Client, Interpreting, Record, Why
from app.domain.reference import Kind
from app.localization import _, current
from app.words.clients import interpreting_word, relation_word
from app.words.responsible import group_word, labour_word

if TYPE_CHECKING:
    from app.services.unit import Desk


def print_card(desk: "Desk", arguments: Namespace) -> None:
    """Open and print. Errors: `no_clients_here`, those of `clients.open_record`."""
    from app.services import clients, lookup

    why = Why(arguments.why) if arguments.why else None
    with desk.read() as unit:
        lookup.demand_site(unit, settings.read().location)
        client = clients.open_number(unit, arguments.number, why)
    if arguments.format == "json":
        print_json(_packed(client))
    else:
        print_table((_("What"), _("Of the client")), list(_lines(client)))


def _packed(client: Client) -> dict[str, Any]:
    until = client.protected_until
    return {
        "id": str(client.id),
        "number": client.number,
        "revision": client.revision,
        "protected_until": until.isoformat() if until else None,
        **_fields(client.record),
    }


def _fields(record: Record) -> dict[str, Any]:
    """The fields of a record as JSON has them; what is not shown is left out."""
    plain = {name: _plain(value) for name, value in asdict(record).items()}
    plain.pop("sensitive")
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, date | UUID) else value


def _lines(client: Client) -> Iterator[tuple[str, str]]:
    record = client.record
    shown = {
        _("Number"): str(client.number),
        _("Name"): record.name,
        _("Other names"): ", ".join(one.whole for one in record.names[1:]),
        _("Born"): _day(record.born) or str(record.birth_year or ""),
        _("Contact language"): _name(Kind.LANGUAGE, record.contact_language),
        _("Interpreter"): _interpreter(record.interpreting),
        _("Integration language"): _name(Kind.LANGUAGE, record.integration_language),
        _("Municipality"): _name(Kind.MUNICIPALITY, record.municipality),
        _("Labour status"): labour_word(record.labour) if record.labour else "",
        _("Groups"): ", ".join(map(group_word, sorted(record.groups))),
        _("Arrived on"): _day(record.arrived_on),
        _("First permit on"): _day(record.permit_on),
        _("Telephone"): record.phone,
        _("E-mail"): record.email,
        _("Address"): record.address,
        _("Koto-AJ reference"): record.koto_aj,
        _("Relatives"): ", ".join(
            f"{relation_word(one.relation)} {one.name}".strip() for one in record.relatives
        ),
        _("Non-disclosure order until"): _order(client.protected_until),
    }
    return ((what, text) for what, text in shown.items() if text)


def _name(kind: Kind, code: str | None) -> str:
    from app.services.chips import bundled_reference

    return bundled_reference().name(kind, code, current().language) if code else ""


def _interpreter(need: Interpreting) -> str:
    return "" if need is Interpreting.NOT_ASKED else interpreting_word(need)


def _order(until: date | None) -> str:
    return _("further notice") if until == date.max else _day(until)


def _day(day: date | None) -> str:
    return current().full_date(day) if day else ""
