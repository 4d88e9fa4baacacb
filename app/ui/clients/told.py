"""What the row of facts says of a client, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from app.domain.client import Client, Interpreting, Record, Relation
from app.domain.isolates import fixed, named
from app.domain.reference import Kind
from app.domain.responsibility.values import Group
from app.localization import _, capital, current
from app.services.client_view import Around, Contact
from app.words.clients import interpreting_word, relation_word
from app.words.responsible import group_word, labour_word

NAMES: Final = (
    *("contact_language", "integration_language", "municipality", "labour", "groups"),
    *("in_charge", "relatives", "arrived_on", "permit_on", "koto_aj"),
)
_ALWAYS: Final = ("contact_language", "municipality", "labour", "groups")
_SPEAK_FOR: Final = (Relation.GUARDIAN, Relation.REPRESENTATIVE)


def words() -> dict[str, str]:
    """What the facts are called."""
    return {
        "contact_language": _("Contact language"),
        "integration_language": _("Integration language"),
        "municipality": _("Municipality"),
        "labour": _("Labour market"),
        "groups": _("Groups"),
        "in_charge": _("Person in charge"),
        "arrived_on": _("Arrived in Finland"),
        "permit_on": _("First permit"),
        "koto_aj": _("Koto-AJ reference"),
        "relatives": _("Speaks for the client"),
    }


def facts(client: Client, around: Around) -> dict[str, str]:
    """The facts to show, in their order: what the desk always asks for, else what is known.

    Of a protected client the municipality is not even a dash.
    """
    record = client.record
    told = {
        "contact_language": _contact_language(record, around),
        "integration_language": _item(around, Kind.LANGUAGE, record.integration_language),
        "municipality": _item(around, Kind.MUNICIPALITY, record.municipality),
        "labour": labour_word(record.labour) if record.labour else "",
        "groups": groups(record.groups),
        "in_charge": _staff(around, record.in_charge),
        "relatives": _speaks_for(record),
        "arrived_on": _day(record.arrived_on),
        "permit_on": _day(record.permit_on),
        "koto_aj": fixed(record.koto_aj),
    }
    if client.protected_until is not None:
        del told["municipality"]
    return {name: text for name, text in told.items() if text or name in _ALWAYS}


def groups(all_of: Iterable[Group]) -> str:
    """Groups in one line."""
    return capital(", ".join(group_word(one) for one in sorted(all_of)))


def contact(how: Contact) -> str:
    """A line for each way to reach a client."""
    address = " ".join(how.address.split())
    return "\n".join(filter(None, (fixed(how.phone), fixed(how.email), named(address))))


def _contact_language(record: Record, around: Around) -> str:
    language = _item(around, Kind.LANGUAGE, record.contact_language)
    if record.interpreting is Interpreting.NOT_ASKED:
        return language
    need = _("interpreter {need}", need=interpreting_word(record.interpreting))
    return capital(", ".join(filter(None, (language, need))))


def _speaks_for(record: Record) -> str:
    """Guardian and representative, a line each; who is a client stands with the family."""
    told = []
    for one in record.relatives:
        if one.relation in _SPEAK_FOR and one.name:
            words = (relation_word(one.relation), named(one.name), fixed(one.phone))
            told.append(capital(" ".join(filter(None, words))))
    return "\n".join(told)


def _item(around: Around, kind: Kind, code: str | None) -> str:
    return capital(around.reference.name(kind, code, current().language)) if code else ""


def _staff(around: Around, staff_id: UUID | None) -> str:
    return around.staff.get(staff_id, "") if staff_id is not None else ""


def _day(day: date | None) -> str:
    return current().full_date(day) if day else ""
